#pragma once

#include <string_view>

// What the fuzz targets do with their bytes; they abort when a promise is broken.
namespace fuzz {

void read_digest(std::string_view bytes);

/// A file in any encoding: decoded by each of them, and read as what it seems to be.
void decode_digest(std::string_view bytes);

/// Tables, records in every notation, saved web pages, and files that describe formats.
void read_tables(std::string_view bytes);
void read_record_file(std::string_view bytes);
void read_web_page(std::string_view bytes);
void read_format(std::string_view bytes);

/// A bibliography: as BibTeX, as CSL-JSON, and as a line of a snapshot.
void read_library(std::string_view bytes);

void read_yaml(std::string_view bytes);

/// A text with TeX and mathematics in it, and names in a list of authors.
void show_text(std::string_view bytes);
void convert_markdown(std::string_view bytes);

/// A text of any bytes as the search cuts it: terms are well-formed and short.
void cut_into_terms(std::string_view bytes);

/// One template of any bytes: tokens and diagnostics lie inside it.
void compile_template(std::string_view bytes);

/// Several templates in the format of tests/jinja/cases, with its options, data and model; bytes
/// without a `=== NAME` line are one template. What is rendered is the same each time, with and
/// without kept fragments.
void render_templates(std::string_view bytes);

/// A value, from the third byte on, in the context of tests/jinja/payloads that the first byte
/// picks; an odd second byte makes it trusted. It changes nothing of the page but what is shown in
/// its place.
void escape_value(std::string_view bytes);

}  // namespace fuzz
