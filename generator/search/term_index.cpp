#include "search/term_index.hpp"

#include "search/paper_terms.hpp"
#include "text/content_hash.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <numeric>

namespace search {

namespace {

/// Bytes of text for each file of terms.
constexpr std::size_t kTextOfAFile = 64 * 1024;

/// With 64 papers a row file and 100,000 papers there are 1,563 more.
constexpr std::size_t kMostFiles = 3400;

/// Papers whose terms are in memory at once besides the index.
constexpr std::size_t kPapersAtOnce = 1024;

/// Bytes of a term besides name and list.
constexpr std::size_t kTermBytes = 3;

std::size_t searched_bytes(const catalog::Catalog& catalog) {
  return std::transform_reduce(
      catalog.papers.begin(), catalog.papers.end(), std::size_t{0}, std::plus<>(),
      [](const catalog::CatalogPaper& paper) { return searched_size(paper.record); });
}

std::uint64_t first_bytes(std::string_view name) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    bytes = (bytes << 8U) | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
  }
  return bytes;
}

std::size_t shared_size(std::string_view left, std::string_view right) {
  const auto ends = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(ends.first - left.begin());
}

/// The best papers of a list that is too long; of equal ones the newest.
std::string shortened(std::string_view list) {
  std::vector<Posting> postings = postings_from(list);
  const auto better = [](const Posting& left, const Posting& right) {
    const int left_weight = left.standing & kMostWeight;
    const int right_weight = right.standing & kMostWeight;
    return left_weight != right_weight ? left_weight > right_weight : left.paper > right.paper;
  };
  std::ranges::nth_element(postings, postings.begin() + kLongestList, better);
  postings.resize(kLongestList);
  std::ranges::sort(postings, {}, &Posting::paper);
  return list_from(postings);
}

}  // namespace

std::size_t term_file_count(const catalog::Catalog& catalog) {
  return std::clamp(searched_bytes(catalog) / kTextOfAFile, std::size_t{1}, kMostFiles);
}

TermIndex::TermIndex(const catalog::Catalog& catalog, const catalog::ForEachIndex& for_each) {
  add_papers(catalog, for_each);
  // Beyond this point no term is added.
  sort_terms();
  divide(term_file_count(catalog));
  std::string hashes = std::to_string(catalog.papers.size());
  for (const Postings& part : parts_) {
    hashes += " " + std::to_string(part.content_hash());
  }
  version_ = text::short_hash(hashes, 8);
}

void TermIndex::add_papers(const catalog::Catalog& catalog, const catalog::ForEachIndex& for_each) {
  const std::vector<catalog::CatalogPaper>& papers = catalog.papers;
  const double average =
      static_cast<double>(searched_bytes(catalog)) / static_cast<double>(papers.size() + 1);
  std::vector<PaperTerms> terms;
  for (std::size_t start = 0; start < papers.size(); start += kPapersAtOnce) {
    terms.resize(std::min(kPapersAtOnce, papers.size() - start));
    for_each(terms.size(),
             [&](std::size_t i) { terms[i] = terms_of(papers[start + i].record, average); });
    for_each(kParts, [&](std::size_t part) {
      for (std::size_t i = 0; i < terms.size(); ++i) {
        for (const PaperTerm& one : terms[i].terms) {
          // Not the lowest bits, which choose the slot in the part's table.
          if ((one.hash >> 60U) % kParts == part) {
            parts_[part].add(one, terms[i].name_of(one), static_cast<std::uint32_t>(start + i));
          }
        }
      }
    });
  }
}

const Postings::Term& TermIndex::term(const Place& place) const {
  return parts_[place.part].terms()[place.number];
}

std::string_view TermIndex::name(const Place& place) const {
  return parts_[place.part].name_of(term(place));
}

void TermIndex::sort_terms() {
  terms_.reserve(std::transform_reduce(parts_.begin(), parts_.end(), std::size_t{0}, std::plus<>(),
                                       [](const Postings& part) { return part.terms().size(); }));
  for (std::uint32_t part = 0; part < kParts; ++part) {
    const std::deque<Postings::Term>& terms = parts_[part].terms();
    for (std::uint32_t number = 0; number < terms.size(); ++number) {
      terms_.push_back({first_bytes(parts_[part].name_of(terms[number])), part, number});
    }
  }
  std::ranges::sort(terms_, [this](const Place& left, const Place& right) {
    return left.first_bytes != right.first_bytes ? left.first_bytes < right.first_bytes
                                                 : name(left) < name(right);
  });
}

std::size_t TermIndex::size_of(const Place& place) const {
  const Postings::Term& one = term(place);
  const std::size_t list = one.papers > kLongestList ? 2 * kLongestList : one.bytes;
  return kTermBytes + one.name_size + list;
}

/// Fills one file after the other up to the smallest size at which `files` are enough.
void TermIndex::divide(std::size_t files) {
  std::vector<std::uint32_t> sizes;
  sizes.reserve(terms_.size());
  for (const Place& place : terms_) {
    sizes.push_back(static_cast<std::uint32_t>(size_of(place)));
  }
  const auto starts_of = [&sizes](std::size_t limit) {
    std::vector<std::size_t> starts = {0};
    std::size_t filled = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      if (filled > 0 && filled + sizes[i] > limit) {
        starts.push_back(i);
        filled = 0;
      }
      filled += sizes[i];
    }
    return starts;
  };
  std::size_t low = 1;
  std::size_t high = std::reduce(sizes.begin(), sizes.end(), std::size_t{1});
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (starts_of(middle).size() <= files) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  files_ = starts_of(high);
  files_.resize(files, terms_.size());
}

std::string TermIndex::first_name(std::size_t file) const {
  if (file == 0 || files_[file] == terms_.size()) {
    return file == 0 ? "" : "\U0010FFFF";
  }
  const std::string_view own = name(terms_[files_[file]]);
  const std::string_view before = name(terms_[files_[file] - 1]);
  const std::size_t needed = shared_size(before, own) + 1;
  std::size_t size = 0;
  while (size < needed) {
    size += text::code_point_at(own, size).size;
  }
  return std::string(own.substr(0, size));
}

std::string TermIndex::file_bytes(std::size_t file) const {
  const std::size_t end = file + 1 < files_.size() ? files_[file + 1] : terms_.size();
  std::string bytes;
  for (std::size_t i = 0; i < 4; ++i) {
    bytes += static_cast<char>(std::stoi(version_.substr(2 * i, 2), nullptr, 16));
  }
  std::string_view before;
  for (std::size_t i = files_[file]; i < end; ++i) {
    const std::string_view own = name(terms_[i]);
    const Postings::Term& one = term(terms_[i]);
    const std::size_t shared = shared_size(before, own);
    append_varint(bytes, static_cast<std::uint32_t>(shared));
    append_varint(bytes, static_cast<std::uint32_t>(own.size() - shared));
    bytes += own.substr(shared);
    append_varint(bytes, one.papers);
    const std::string list = parts_[terms_[i].part].list_of(one);
    bytes += one.papers > kLongestList ? shortened(list) : list;
    before = own;
  }
  return bytes;
}

const TermIndex& LazyTermIndex::of(const catalog::Catalog& catalog,
                                   const catalog::ForEachIndex& for_each) const {
  int expected = none;
  if (state_.compare_exchange_strong(expected, in_work)) {
    index_ = std::make_unique<const TermIndex>(catalog, for_each);
    state_ = done;
    state_.notify_all();
  }
  state_.wait(in_work);
  return *index_;
}

}  // namespace search
