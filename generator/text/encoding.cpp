#include "text/encoding.hpp"

#include "text/icu_status.hpp"
#include "text/utf8.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace text {

namespace {

constexpr std::array<std::string_view, 6> kNames = {"utf-8",   "utf-16le", "utf-16be",
                                                    "gb18030", "big5",     "windows-1252"};

/// What ICU calls them: the tables that browsers use.
constexpr std::array<const char*, 6> kIcuNames = {
    "UTF-8", "UTF-16LE", "UTF-16BE", "gb18030", "ibm-1375_P100-2008", "ibm-5348_P100-1997"};

struct Alias {
  std::string_view name;  ///< without marks, in lower case
  Encoding encoding;
};

/// The labels of the web's Encoding Standard that occur, and the code pages of editors.
constexpr std::array<Alias, 27> kAliases = {{{"utf8", Encoding::utf8},
                                             {"unicode11utf8", Encoding::utf8},
                                             {"utf16", Encoding::utf16le},
                                             {"utf16le", Encoding::utf16le},
                                             {"unicode", Encoding::utf16le},
                                             {"ucs2", Encoding::utf16le},
                                             {"utf16be", Encoding::utf16be},
                                             {"unicodefffe", Encoding::utf16be},
                                             {"gb18030", Encoding::gb18030},
                                             {"gbk", Encoding::gb18030},
                                             {"xgbk", Encoding::gb18030},
                                             {"gb2312", Encoding::gb18030},
                                             {"gb231280", Encoding::gb18030},
                                             {"euccn", Encoding::gb18030},
                                             {"cp936", Encoding::gb18030},
                                             {"ms936", Encoding::gb18030},
                                             {"windows936", Encoding::gb18030},
                                             {"big5", Encoding::big5},
                                             {"big5hkscs", Encoding::big5},
                                             {"cnbig5", Encoding::big5},
                                             {"xxbig5", Encoding::big5},
                                             {"cp950", Encoding::big5},
                                             {"ms950", Encoding::big5},
                                             {"windows950", Encoding::big5},
                                             {"windows1252", Encoding::windows1252},
                                             {"iso88591", Encoding::windows1252},
                                             {"latin1", Encoding::windows1252}}};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(kIcuNames[static_cast<std::size_t>(encoding)], &status));
  require(status);
  return converter;
}

/// UTF-16 as ICU gives it piece by piece, as UTF-8.
class Utf8Writer {
 public:
  explicit Utf8Writer(std::string& out) : out_(out) {}

  void append(const UChar* begin, const UChar* end) {
    for (const UChar* unit = begin; unit != end; ++unit) {
      const char32_t value = *unit;
      if (lead_ != 0 && value >= 0xDC00 && value <= 0xDFFF) {
        append_utf8(out_, 0x10000 + ((lead_ - 0xD800) << 10U) + (value - 0xDC00));
        lead_ = 0;
        continue;
      }
      lead_ = value >= 0xD800 && value <= 0xDBFF ? value : 0;
      if (lead_ == 0) {
        append_utf8(out_, value);
      }
    }
  }

 private:
  std::string& out_;
  char32_t lead_ = 0;  ///< the first half of a pair whose second one is in the next piece
};

}  // namespace

std::optional<Encoding> encoding_named(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
      plain.push_back(lower);
    }
  }
  const auto* const alias = std::ranges::find(kAliases, plain, &Alias::name);
  return alias == kAliases.end() ? std::nullopt : std::optional(alias->encoding);
}

std::string_view name_of(Encoding encoding) {
  return kNames[static_cast<std::size_t>(encoding)];
}

std::span<const std::string_view> encoding_names() {
  return kNames;
}

ByteOrderMark byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    return {Encoding::utf8, 3};
  }
  if (bytes.starts_with("\xFF\xFE")) {
    return {Encoding::utf16le, 2};
  }
  if (bytes.starts_with("\xFE\xFF")) {
    return {Encoding::utf16be, 2};
  }
  return bytes.starts_with("\x84\x31\x95\x33") ? ByteOrderMark{Encoding::gb18030, 4}
                                               : ByteOrderMark{};
}

DecodedText decode(std::string_view bytes, Encoding encoding) {
  DecodedText decoded;
  if (encoding == Encoding::utf8) {
    decoded.utf8 = bytes;
    return decoded;
  }
  const Converter converter = open_converter(encoding);
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  require(status);
  decoded.utf8.reserve(bytes.size() + bytes.size() / 2);
  Utf8Writer writer(decoded.utf8);
  std::array<UChar, 4096> units{};
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  while (true) {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr,
                   static_cast<UBool>(true), &status);
    writer.append(units.data(), target);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
      continue;
    }
    if (U_SUCCESS(status) != 0) {
      return decoded;
    }
    // The converter stands behind the broken sequence, ready to go on.
    if (decoded.malformed++ == 0) {
      decoded.first_malformed = decoded.utf8.size();
    }
    append_utf8(decoded.utf8, kReplacement);
    if (source == end && status == U_TRUNCATED_CHAR_FOUND) {
      return decoded;
    }
  }
}

std::optional<std::string> encode(std::string_view utf8, Encoding encoding) {
  const Converter converter = open_converter(encoding);
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  require(status);
  const icu::UnicodeString units =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  const int32_t room =
      UCNV_GET_MAX_BYTES_FOR_STRING(units.length(), ucnv_getMaxCharSize(converter.get()));
  std::string bytes(static_cast<std::size_t>(room), '\0');
  const int32_t size = ucnv_fromUChars(converter.get(), bytes.data(), room, units.getBuffer(),
                                       units.length(), &status);
  if (U_FAILURE(status) != 0) {
    return std::nullopt;
  }
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace text
