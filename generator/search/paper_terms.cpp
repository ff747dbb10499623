#include "search/paper_terms.hpp"

#include "search/tokens.hpp"
#include "text/content_hash.hpp"
#include "text/search_fold.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace search {

namespace {

/// BM25's usual constants; a little less length normalisation than for whole documents, since what
/// is missing from a short record is missing from the digest, not from the paper.
constexpr double kSaturation = 1.2;
constexpr double kLengthShare = 0.5;

/// Of a longer paper only so many bytes are searched: over a hundred times an abstract.
constexpr std::size_t kBytesRead = 262'144;

/// A longer identity is an address, which nobody types.
constexpr std::size_t kLongestIdentity = 100;

struct Field {
  std::string_view text;
  std::uint32_t weight;  ///< what each of its words counts
  std::uint8_t flags;
};

/// Calls `visit` with each text that a paper is found by.
void for_each_field(const digest::Paper& paper, const auto& visit) {
  visit(Field{paper.title, 6, kInTitle});
  visit(Field{paper.title_zh, 6, kInTitle});
  for (const std::string& author : paper.authors) {
    visit(Field{author, 5, kInAuthors});
  }
  for (const std::vector<std::string>* texts : {&paper.affiliations, &paper.key_points}) {
    for (const std::string& text : *texts) {
      visit(Field{text, 2, 0});
    }
  }
  visit(Field{paper.tldr, 2, 0});
  for (const std::string* text :
       {&paper.motivation, &paper.method, &paper.advantage, &paper.abstract, &paper.abstract_zh,
        &paper.venue, &paper.remark}) {
    visit(Field{*text, 1, 0});
  }
}

/// The token of an identity that people know and type; empty for others, which are made of titles
/// and addresses.
std::string identity_token(std::string_view id) {
  if (id.empty() || id.starts_with("title:") || id.starts_with("url:")) {
    return {};
  }
  const std::string token = "#" + text::search_fold(id);
  return token.size() <= kLongestIdentity ? token : std::string();
}

/// Tokens counted by field.
class TermCounter {
 public:
  explicit TermCounter(std::size_t tokens) : slots_(std::bit_ceil(2 * tokens + 2), kFree) {}

  void count(std::string_view name, const Field& field) {
    const std::uint64_t hash = text::content_hash(name);
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != kFree && paper_.terms[slots_[slot]].hash != hash) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    if (slots_[slot] == kFree) {
      slots_[slot] = static_cast<std::uint32_t>(paper_.terms.size());
      paper_.terms.push_back({.hash = hash,
                              .name_at = static_cast<std::uint32_t>(paper_.names.size()),
                              .name_size = static_cast<std::uint8_t>(name.size())});
      counts_.push_back(0);
      paper_.names += name;
    }
    counts_[slots_[slot]] += field.weight;
    paper_.terms[slots_[slot]].standing |= field.flags;
  }

  /// `half_count` is the weighted count that gives half of the weight.
  PaperTerms take(double half_count) && {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const double count = counts_[i];
      const double weight = std::ceil(kMostWeight * count / (count + half_count));
      paper_.terms[i].standing |=
          std::clamp(static_cast<std::uint8_t>(weight), std::uint8_t{1}, kMostWeight);
    }
    return std::move(paper_);
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  PaperTerms paper_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace

std::size_t searched_size(const digest::Paper& paper) {
  std::size_t size = 0;
  for_each_field(paper, [&size](const Field& field) { size += field.text.size(); });
  return std::min(size, kBytesRead);
}

PaperTerms terms_of(const digest::Paper& paper, double average_size) {
  struct FieldTokens {
    Field field;
    std::size_t end;  ///< of its tokens
  };

  Tokens tokens;
  std::vector<FieldTokens> fields;
  std::size_t size = 0;
  for_each_field(paper, [&](const Field& field) {
    const std::string_view text = field.text.substr(0, kBytesRead - size);
    size += text.size();
    tokens.add_text(text);
    fields.push_back({field, tokens.size()});
  });
  if (const std::string id = identity_token(paper.id); !id.empty()) {
    tokens.add(id);
    fields.push_back({{paper.id, 1, 0}, tokens.size()});
  }
  TermCounter counter(tokens.size());
  std::size_t token = 0;
  for (const FieldTokens& one : fields) {
    for (; token < one.end; ++token) {
      counter.count(tokens[token], one.field);
    }
  }
  const double length = static_cast<double>(size) / std::max(average_size, 1.0);
  return std::move(counter).take(kSaturation * (1 - kLengthShare + kLengthShare * length));
}

}  // namespace search
