#include "digest/read_digest_file.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/declared_encoding.hpp"
#include "digest/digest_settings.hpp"
#include "digest/plain_blanks.hpp"
#include "digest/read_page.hpp"
#include "digest/read_records.hpp"
#include "digest/report.hpp"
#include "text/guess_encoding.hpp"
#include "text/suggestion.hpp"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;
using diagnostics::Severity;
using text::Encoding;

using Text = std::shared_ptr<const text::SourceText>;

/// Texts have a few stray NULs; what has more is no text, and is left to those who say so.
bool are_stray(std::size_t nuls, std::size_t size) {
  return nuls * 4 < size;
}

bool is_utf16(Encoding encoding) {
  return encoding == Encoding::utf16le || encoding == Encoding::utf16be;
}

/// How a file is to be decoded, and who says so.
struct Choice {
  Encoding encoding = Encoding::utf8;
  std::size_t mark_size = 0;  ///< bytes of the byte order mark
  int confidence = 0;         ///< percent; 0: nothing was guessed
};

class DigestDecoder {
 public:
  DigestDecoder(Text source, const DigestOptions& options)
      : source_(std::move(source)),
        bytes_(source_->bytes()),
        options_(options),
        is_text_(!is_record_file(source_->path()) && !is_page_file(source_->path())) {}

  Reported<Text> decode() && {
    if (bytes_.size() > options_.limits.max_file_size) {
      return {.value = std::move(source_), .diagnostics = {}};  // parse_digest_file says so
    }
    const auto nuls = static_cast<std::size_t>(std::ranges::count(bytes_, '\0'));
    const Choice choice = choose(nuls > 0);
    const bool drops_nuls =
        nuls > 0 && (is_utf16(choice.encoding) || are_stray(nuls, bytes_.size()));
    if (choice.encoding != Encoding::utf8 || drops_nuls || (is_text_ && has_odd_blanks(bytes_))) {
      rewrite(choice, drops_nuls);
    }
    report_guess(choice);
    report_unknown_name();
    return {.value = std::move(source_), .diagnostics = std::move(diagnostics_)};
  }

 private:
  Choice choose(bool has_nuls) {
    const text::ByteOrderMark mark = text::byte_order_mark(bytes_);
    if (mark.encoding && !bytes_.starts_with(std::string_view("\xFF\xFE\0\0", 4))) {
      return {.encoding = *mark.encoding, .mark_size = mark.size};
    }
    if (const std::optional<Encoding> said = said_encoding()) {
      return {.encoding = *said};
    }
    const bool is_utf8 = simdjson::validate_utf8(bytes_.data(), bytes_.size());
    if (is_page_file(source_->path()) && !is_utf8) {
      const DeclaredEncoding page = encoding_of_page(bytes_);
      if (page.encoding && page.encoding != Encoding::utf8) {
        return {.encoding = *page.encoding};
      }
    }
    const auto utf16 = has_nuls ? text::guess_utf16(bytes_) : std::nullopt;
    if (utf16) {
      return {.encoding = utf16->encoding, .confidence = utf16->confidence};
    }
    if (is_utf8) {
      return {};
    }
    if (options_.encoding.others) {
      return {.encoding = *options_.encoding.others};
    }
    const auto guess = text::guess_encoding(without_nuls(bytes_));
    return guess && guess->encoding != Encoding::utf8
               ? Choice{.encoding = guess->encoding, .confidence = guess->confidence}
               : Choice{};
  }

  /// What the front matter or the site's configuration says.
  std::optional<Encoding> said_encoding() {
    std::optional<Encoding> said;
    if (!is_record_file(source_->path())) {
      DeclaredEncoding front = encoding_of_front_matter(bytes_);
      said = front.encoding;
      if (!front.name.empty() && !front.encoding) {
        unknown_name_ = std::move(front.name);
      }
    }
    const auto configured = options_.encoding.by_digest.find(digest_name(source_->path()));
    if (!said && configured != options_.encoding.by_digest.end()) {
      said = configured->second;
    }
    // Its own first bytes know better than the name whether a front matter is UTF-16, and which.
    const std::optional<Encoding> utf16 = utf16_of_front_matter(bytes_);
    const bool is_plain = bytes_.starts_with("---");
    return utf16 ? utf16 : (said && is_plain && is_utf16(*said) ? std::nullopt : said);
  }

  static std::string without_nuls(std::string_view bytes) {
    std::string rest(bytes);
    std::erase(rest, '\0');
    return rest;
  }

  void rewrite(const Choice& choice, bool drops_nuls) {
    const bool wide = is_utf16(choice.encoding);
    const std::string_view encoded = bytes_.substr(choice.mark_size);
    // A NUL is no part of any other character but in UTF-16, and may stand in the middle of one.
    text::DecodedText decoded = text::decode(
        drops_nuls && !wide ? without_nuls(encoded) : std::string(encoded), choice.encoding);
    std::size_t first_nul = encoded.find('\0');
    std::size_t nuls = 0;
    if (wide) {
      first_nul = decoded.utf8.find('\0');
      nuls = static_cast<std::size_t>(std::ranges::count(decoded.utf8, '\0'));
      if (decoded.first_malformed > first_nul) {
        decoded.first_malformed -= static_cast<std::size_t>(std::ranges::count(
            std::string_view(decoded.utf8).substr(0, decoded.first_malformed), '\0'));
      }
      std::erase(decoded.utf8, '\0');
    } else if (drops_nuls) {
      nuls = static_cast<std::size_t>(std::ranges::count(encoded, '\0'));
      first_nul = text::decode(encoded.substr(0, first_nul), choice.encoding).utf8.size();
    }
    if (is_text_) {
      const std::string_view whole = decoded.utf8;
      first_nul = with_plain_blanks(whole.substr(0, first_nul)).size();
      decoded.first_malformed = with_plain_blanks(whole.substr(0, decoded.first_malformed)).size();
      decoded.utf8 = with_plain_blanks(whole);
    }
    source_ = std::make_shared<const text::SourceText>(source_->path(), std::move(decoded.utf8));
    bytes_ = {};
    if (nuls > 0) {
      report_nuls(nuls, first_nul);
    }
    if (decoded.malformed > 0) {
      report_malformed(decoded, choice.encoding);
    }
  }

  void report_nuls(std::size_t count, std::size_t first) {
    report_offset(diagnostics_, *source_, first,
                  {.severity = Severity::warning,
                   .code = "digest/control-character",
                   .message = (count == 1 ? "1 NUL is" : std::to_string(count) + " NULs are") +
                              " left out, the first one here",
                   .remedy = "remove it from the file"});
  }

  void report_malformed(const text::DecodedText& decoded, Encoding encoding) {
    report_offset(
        diagnostics_, *source_, decoded.first_malformed,
        {.severity = Severity::warning,
         .code = "digest/malformed-bytes",
         .message =
             (decoded.malformed == 1 ? "1 character is"
                                     : std::to_string(decoded.malformed) + " characters are") +
             " not " + std::string(name_of(encoding)) +
             ", the first one here; each is shown as U+FFFD",
         .remedy =
             "correct the damaged characters, or name another `encoding:` in a front matter"});
  }

  void report_guess(const Choice& choice) {
    if (choice.confidence == 0) {
      return;
    }
    const std::string name(name_of(choice.encoding));
    report_line(diagnostics_, *source_, 0,
                {.severity = Severity::warning,
                 .code = "digest/encoding",
                 .message = "this file is not UTF-8; it is read as " + name +
                            ", which is a guess (" + std::to_string(choice.confidence) + " % sure)",
                 .remedy = "save it as UTF-8, or name its encoding in a front matter, `encoding: " +
                           name + "`, or in site.yaml, `encoding: {" +
                           digest_name(source_->path()) + ": " + name + "}`"});
  }

  void report_unknown_name() {
    if (!unknown_name_.empty()) {
      const std::string meant = text::did_you_mean(unknown_name_, text::encoding_names());
      report_line(diagnostics_, *source_, line_of_setting(*source_, "encoding:"),
                  {.severity = Severity::error,
                   .code = "digest/no-such-encoding",
                   .message = "there is no encoding \"" + unknown_name_ + "\"",
                   .remedy = meant.empty() ? "known are utf-8, utf-16le, utf-16be, gb18030, big5 "
                                             "and windows-1252"
                                           : meant});
    }
  }

  Text source_;
  std::string_view bytes_;  ///< of the source as it came
  const DigestOptions& options_;
  bool is_text_;              ///< whose blanks and line ends are those of a reader
  std::string unknown_name_;  ///< that the front matter gives to the encoding
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

Reported<Text> digest_text(Text bytes, const DigestOptions& options) {
  return DigestDecoder(std::move(bytes), options).decode();
}

Reported<DigestFile> read_digest_file(Text bytes, const DigestOptions& options) {
  Reported<Text> text = digest_text(std::move(bytes), options);
  Reported<std::vector<ParsedDigest>> parsed = parse_digest_file(*text.value, options);
  // What is no text is not said to have NULs, too.
  if (std::ranges::find(parsed.diagnostics, "digest/binary", &Diagnostic::code) !=
      parsed.diagnostics.end()) {
    std::erase_if(text.diagnostics,
                  [](const Diagnostic& one) { return one.code == "digest/control-character"; });
  }
  diagnostics::append(text.diagnostics, std::move(parsed.diagnostics));
  diagnostics::sort_and_deduplicate(text.diagnostics);
  return {.value = {.text = std::move(text.value), .digests = std::move(parsed.value)},
          .diagnostics = std::move(text.diagnostics)};
}

}  // namespace digest
