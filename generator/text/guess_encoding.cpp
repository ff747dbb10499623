#include "text/guess_encoding.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <string>

namespace text {

namespace {

/// So much of a file tells what it is.
constexpr std::size_t kSampleSize = std::size_t{64} << 10U;

/// Below this share of likely characters, an encoding is none.
constexpr double kLeastShare = 0.6;

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;
using HanSet = std::bitset<kLastHan - kFirstHan + 1>;

/// Adds the ideographs whose two bytes are `first` to `last`, row by row.
void add_rows(HanSet& set, Encoding encoding, unsigned first, unsigned last) {
  std::string bytes;
  for (unsigned pair = first; pair <= last; ++pair) {
    const unsigned trail = pair & 0xFFU;
    const bool in_big5 = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
    if (encoding == Encoding::big5 ? in_big5 : trail >= 0xA1 && trail <= 0xFE) {
      bytes.push_back(static_cast<char>(pair >> 8U));
      bytes.push_back(static_cast<char>(trail));
    }
  }
  const std::string utf8 = decode(bytes, encoding).utf8;
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    if (point.value >= kFirstHan && point.value <= kLastHan) {
      set.set(point.value - kFirstHan);
    }
    i += point.size;
  }
}

/// The ideographs that the standards call the frequent ones: rows 16 to 55 of GB 2312 and the
/// first plane of Big5. They are some 6,500 of 21,000.
const HanSet& frequent_han() {
  static const HanSet kSet = [] {
    HanSet set;
    add_rows(set, Encoding::gb18030, 0xB0A1, 0xD7F9);
    add_rows(set, Encoding::big5, 0xA440, 0xC67E);
    return set;
  }();
  return kSet;
}

/// Marks and letters of Chinese and English texts beyond ASCII: Latin letters with accents, dashes
/// and quotes, CJK punctuation, full-width forms.
bool is_likely_mark(char32_t value) {
  return (value >= 0x2010 && value <= 0x2026) || (value >= 0x3000 && value <= 0x3011) ||
         (value >= 0x300E && value <= 0x301B) || (value >= 0xFF01 && value <= 0xFF5E) ||
         value == 0xB7 || value == 0xA0;
}

bool is_accented(char32_t value) {
  return value >= 0xC0 && value <= 0x17F;
}

/// How many characters beyond ASCII a text has, and how many of them are likely ones.
struct Likeliness {
  double characters = 0;
  double likely = 0;

  [[nodiscard]] double share() const { return characters == 0 ? 0 : likely / characters; }
};

Likeliness likeliness_of(std::string_view sample, Encoding encoding) {
  const std::string utf8 = decode(sample, encoding).utf8;
  const HanSet& frequent = frequent_han();
  Likeliness result;
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    i += point.size;
    if (point.value < 0x80 && !point.malformed) {
      continue;
    }
    ++result.characters;
    if (point.value >= kFirstHan && point.value <= kLastHan) {
      result.likely += frequent.test(point.value - kFirstHan) ? 1 : 0;
    } else if (!point.malformed && point.value != kReplacement) {
      // Two bytes of another encoding are often an accented letter of UTF-8 by chance, one that
      // really is one stands between ASCII letters and is no evidence of anything else.
      const bool well_known =
          is_likely_mark(point.value) || (encoding == Encoding::utf8 && is_accented(point.value));
      result.likely += well_known ? 1 : 0;
    }
  }
  return result;
}

/// The lines of the text that are not all ASCII, up to the size of a sample.
std::string telling_lines(std::string_view bytes) {
  std::string sample;
  for (std::size_t start = 0; start < bytes.size() && sample.size() < kSampleSize;) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::string_view line = bytes.substr(start, end - start);
    if (std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
      sample += line.substr(0, kSampleSize);
      sample.push_back('\n');
    }
    start = end + 1;
  }
  return sample;
}

int percent(double share) {
  return std::clamp(static_cast<int>(std::floor(share * 100)), 1, 99);
}

/// What the 16-bit units of some bytes are.
struct UnitCounts {
  double ascii = 0;
  double strange = 0;  ///< controls and private use: programs and images have many
  double blanks = 0;   ///< blanks and line breaks
};

UnitCounts count_units(std::string_view bytes, Encoding encoding) {
  const std::size_t high = encoding == Encoding::utf16le ? 1 : 0;
  UnitCounts counts;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto upper = static_cast<unsigned char>(bytes[i + high]);
    const auto lower = static_cast<unsigned char>(bytes[i + 1 - high]);
    const bool blank = lower == '\n' || lower == '\r' || lower == '\t';
    if (upper == 0 && (blank || (lower >= 0x20 && lower < 0x7F))) {
      ++counts.ascii;
      counts.blanks += blank || lower == ' ' ? 1 : 0;
    } else if (upper == 0 ? lower != 0 && lower < 0xA0 : upper >= 0xE0 && upper < 0xF9) {
      ++counts.strange;
    }
  }
  return counts;
}

}  // namespace

std::optional<EncodingGuess> guess_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleSize);
  const auto nuls = static_cast<double>(std::ranges::count(sample, '\0'));
  const auto units = static_cast<double>(sample.size() / 2);
  // A UTF-8 text with stray NULs has few of them, and without them it is still UTF-8.
  if (nuls * 20 < units || units < 4) {
    return std::nullopt;
  }
  if (nuls * 5 < 2 * units) {
    std::string rest(sample);
    std::erase(rest, '\0');
    const std::optional<std::size_t> malformed = first_malformed(rest);
    if (!malformed || (sample.size() < bytes.size() && *malformed + 4 > rest.size())) {
      return std::nullopt;
    }
  }
  const UnitCounts little = count_units(sample, Encoding::utf16le);
  const UnitCounts big = count_units(sample, Encoding::utf16be);
  const bool is_little = little.ascii > big.ascii;
  const UnitCounts& best = is_little ? little : big;
  const UnitCounts& other = is_little ? big : little;
  if (best.ascii * 20 < units || best.ascii < 3 * other.ascii || best.strange * 20 > units) {
    return std::nullopt;
  }
  // In a text of single bytes with a NUL behind every seventh, say, most blanks are not before one.
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  if (best.blanks * 5 < static_cast<double>(std::ranges::count_if(sample, is_blank))) {
    return std::nullopt;
  }
  return EncodingGuess{.encoding = is_little ? Encoding::utf16le : Encoding::utf16be,
                       .confidence = percent(best.ascii / (best.ascii + other.ascii))};
}

std::optional<EncodingGuess> guess_encoding(std::string_view bytes) {
  const std::string sample = telling_lines(bytes);
  constexpr std::array<Encoding, 3> kCandidates = {Encoding::utf8, Encoding::gb18030,
                                                   Encoding::big5};
  std::array<Likeliness, 3> found;
  std::size_t best = 0;
  for (std::size_t i = 0; i < kCandidates.size(); ++i) {
    found[i] = likeliness_of(sample, kCandidates[i]);
    best = found[i].share() > found[best].share() ? i : best;
  }
  const double share = found[best].share();
  if (share < kLeastShare) {
    return std::nullopt;
  }
  double rival = 0;
  for (std::size_t i = 0; i < kCandidates.size(); ++i) {
    rival = i == best ? rival : std::max(rival, found[i].share());
  }
  // Each character that only the best one explains halves the doubt.
  const double doubt = std::exp2(-found[best].characters * (share - rival));
  return EncodingGuess{.encoding = kCandidates[best], .confidence = percent(share * (1 - doubt))};
}

}  // namespace text
