#include "digest/json_record.hpp"

#include "digest/author_names.hpp"
#include "digest/parse_table_format.hpp"
#include "digest/record_text.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <optional>

namespace digest {

namespace {

namespace dom = simdjson::dom;

/// Whether a byte of `text` may be a control character: one of C0, DEL, or the first of C1.
bool may_hold_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2;
  });
}

/// A JSON text as records hold it; nothing if the element is none.
std::optional<std::string> text_of(const dom::element& element) {
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  // simdjson takes well-formed UTF-8 only, so that nearly every text is clean.
  return record_text(text::trim(text), !may_hold_control(text));
}

/// A text, or the `name` of an object.
std::optional<std::string> text_or_name(const dom::element& element) {
  dom::object object;
  dom::element name;
  if (element.get(object) == simdjson::SUCCESS && object["name"].get(name) == simdjson::SUCCESS) {
    return text_of(name);
  }
  return text_of(element);
}

int integer_of(const dom::object& object, std::string_view name) {
  std::int64_t value = 0;
  if (object[name].get(value) != simdjson::SUCCESS || value < 0 || value > 1'000'000'000) {
    return 0;
  }
  return static_cast<int>(value);
}

}  // namespace

dom::element JsonRecord::member(std::string_view name, bool& is_there) const {
  dom::element element;
  const auto find = [&](std::string_view own) {
    return object_[own].get(element) == simdjson::SUCCESS && !element.is_null();
  };
  is_there = format_ != nullptr && std::ranges::any_of(format_->fields, [&](const auto& field) {
               return field.second == name && find(field.first);
             });
  is_there = is_there || ((format_ == nullptr || !format_->fields.contains(name)) && find(name));
  return element;
}

void JsonRecord::complain(std::string_view name, std::string_view expected) {
  complaints_.push_back("\"" + std::string(name) + "\" must be " + std::string(expected));
}

std::string JsonRecord::text(std::string_view name) {
  bool is_there = false;
  const dom::element element = member(name, is_there);
  if (!is_there) {
    return {};
  }
  std::optional<std::string> text = text_of(element);
  if (!text) {
    complain(name, "a text or null");
  }
  return std::move(text).value_or("");
}

std::vector<std::string> JsonRecord::texts(std::string_view name) {
  std::vector<std::string> texts;
  bool is_there = false;
  dom::array array;
  const dom::element element = member(name, is_there);
  if (!is_there) {
    return texts;
  }
  if (element.get(array) != simdjson::SUCCESS) {
    if (std::optional<std::string> text = text_of(element)) {
      if (!text->empty()) {
        texts.push_back(*std::move(text));
      }
    } else {
      complain(name, "a list of texts");
    }
    return texts;
  }
  for (const dom::element item : array) {
    if (std::optional<std::string> text = text_or_name(item)) {
      texts.push_back(*std::move(text));
    } else {
      complain(name, "a list of texts");
    }
  }
  return texts;
}

RecordNames JsonRecord::names(std::string_view name) {
  bool is_there = false;
  std::string_view text;
  const dom::element element = member(name, is_there);
  if (!is_there || element.get(text) != simdjson::SUCCESS) {
    return {.names = texts(name)};
  }
  const std::string whole = record_text(text, false);
  const NameList list = split_authors(whole, usual_name_marks());
  return {.names = {list.names.begin(), list.names.end()}, .truncated = list.truncated};
}

bool JsonRecord::boolean(std::string_view name) {
  bool is_there = false;
  bool value = false;
  const dom::element element = member(name, is_there);
  if (is_there && element.get(value) != simdjson::SUCCESS) {
    complain(name, "true or false");
  }
  return value;
}

std::optional<int> JsonRecord::integer(std::string_view name) {
  bool is_there = false;
  std::int64_t value = 0;
  const dom::element element = member(name, is_there);
  if (!is_there) {
    return std::nullopt;
  }
  if (element.get(value) != simdjson::SUCCESS || value < 0 || value > 1'000'000'000) {
    complain(name, "a whole number or null");
    return std::nullopt;
  }
  return static_cast<int>(value);
}

std::vector<Link> JsonRecord::links(std::string_view name) {
  std::vector<Link> links;
  bool is_there = false;
  dom::array array;
  const dom::element element = member(name, is_there);
  if (!is_there || element.get(array) != simdjson::SUCCESS) {
    if (is_there) {
      complain(name, "a list of objects with label and url");
    }
    return links;
  }
  for (const dom::element item : array) {
    dom::object object;
    if (item.get(object) == simdjson::SUCCESS) {
      JsonRecord link(object);
      links.push_back({link.text("label"), link.text("url")});
    } else {
      complain(name, "a list of objects with label and url");
    }
  }
  return links;
}

std::vector<LegendEntry> JsonRecord::legend(std::string_view name) {
  std::vector<LegendEntry> legend;
  bool is_there = false;
  dom::object object;
  const dom::element element = member(name, is_there);
  if (!is_there || element.get(object) != simdjson::SUCCESS) {
    if (is_there) {
      complain(name, "an object of codes and names");
    }
    return legend;
  }
  for (const dom::key_value_pair entry : object) {
    legend.push_back({record_text(entry.key, false), text_of(entry.value).value_or("")});
  }
  return legend;
}

SourceLines JsonRecord::source(std::string_view name) {
  bool is_there = false;
  dom::object object;
  const dom::element element = member(name, is_there);
  if (!is_there || element.get(object) != simdjson::SUCCESS) {
    return {};
  }
  return {.file = JsonRecord(object).text("file"),
          .line = integer_of(object, "line"),
          .end_line = integer_of(object, "end_line")};
}

}  // namespace digest
