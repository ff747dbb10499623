#include "search/postings.hpp"

#include "text/content_hash.hpp"

#include <algorithm>
#include <cstring>

namespace search {

namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 18U;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::size_t kLinkSize = sizeof(std::uint32_t);

/// Bytes of a term's piece `number`, its link apart. The first holds the two or three postings of a
/// rare term, which most terms are.
std::size_t size_of_piece(std::size_t number) {
  constexpr std::size_t kFirst = 8;
  constexpr std::size_t kDoublings = 8;
  return kFirst << std::min(number, kDoublings);
}

}  // namespace

void append_varint(std::string& out, std::uint32_t value) {
  while (value >= 0x80U) {
    out += static_cast<char>((value & 0x7FU) | 0x80U);
    value >>= 7U;
  }
  out += static_cast<char>(value);
}

Postings::Postings() : slots_(1024, kFree), used_(kBlockSize) {}

std::uint8_t* Postings::at(std::uint32_t place) const {
  return blocks_[place / kBlockSize].get() + place % kBlockSize;
}

std::uint32_t Postings::new_piece(std::size_t size) {
  const std::size_t whole = size + kLinkSize;
  if (used_ + whole > kBlockSize) {
    blocks_.push_back(std::make_unique<std::uint8_t[]>(kBlockSize));
    used_ = 0;
  }
  const std::size_t place = (blocks_.size() - 1) * kBlockSize + used_;
  used_ += whole;
  return static_cast<std::uint32_t>(place);
}

void Postings::put(Term& term, std::uint8_t byte) {
  if (term.write_at == term.piece_end) {
    const std::size_t size = size_of_piece(term.pieces);
    const std::uint32_t piece = new_piece(size);
    if (term.pieces == 0) {
      term.first_piece = piece;
    } else {
      std::memcpy(at(term.piece_end), &piece, kLinkSize);
    }
    ++term.pieces;
    term.pieces = std::min<std::uint8_t>(term.pieces, 200);  // sizes stopped growing long before
    term.write_at = piece;
    term.piece_end = piece + static_cast<std::uint32_t>(size);
  }
  *at(term.write_at) = byte;
  ++term.write_at;
  ++term.bytes;
}

void Postings::add(const PaperTerm& term, std::string_view name, std::uint32_t paper) {
  Term& known = terms_[number_of(term, name)];
  std::uint32_t gap = paper - known.last_paper;
  while (gap >= 0x80U) {
    put(known, static_cast<std::uint8_t>((gap & 0x7FU) | 0x80U));
    gap >>= 7U;
  }
  put(known, static_cast<std::uint8_t>(gap));
  put(known, term.standing);
  known.last_paper = paper;
  ++known.papers;
}

std::uint32_t Postings::number_of(const PaperTerm& term, std::string_view name) {
  std::size_t slot = term.hash & (slots_.size() - 1);
  while (slots_[slot] != kFree) {
    if (terms_[slots_[slot]].hash == term.hash) {
      return slots_[slot];
    }
    slot = (slot + 1) & (slots_.size() - 1);
  }
  const auto number = static_cast<std::uint32_t>(terms_.size());
  slots_[slot] = number;
  Term fresh;
  fresh.hash = term.hash;
  fresh.name_at = static_cast<std::uint32_t>(names_.size());
  fresh.name_size = static_cast<std::uint8_t>(name.size());
  terms_.push_back(fresh);
  names_ += name;
  if (2 * terms_.size() > slots_.size()) {
    grow_slots();
  }
  return number;
}

void Postings::grow_slots() {
  slots_.assign(slots_.size() * 2, kFree);
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    std::size_t slot = terms_[i].hash & (slots_.size() - 1);
    while (slots_[slot] != kFree) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = i;
  }
}

std::string Postings::list_of(const Term& term) const {
  std::string list;
  list.reserve(term.bytes);
  std::uint32_t piece = term.first_piece;
  for (std::size_t number = 0; list.size() < term.bytes; ++number) {
    const std::size_t size = size_of_piece(number);
    const std::size_t used = std::min<std::size_t>(size, term.bytes - list.size());
    const std::uint8_t* bytes = at(piece);
    list.append(bytes, bytes + used);
    std::memcpy(&piece, bytes + size, kLinkSize);
  }
  return list;
}

std::uint64_t Postings::content_hash() const {
  std::uint64_t hash = text::content_hash(names_);
  const auto mix = [&hash](std::uint64_t next) { hash = (hash ^ next) * 0x9E3779B97F4A7C15U; };
  for (const Term& term : terms_) {
    mix(term.bytes);
  }
  for (const auto& block : blocks_) {
    std::string_view bytes(reinterpret_cast<const char*>(block.get()), kBlockSize);
    mix(text::content_hash(bytes));
  }
  return hash;
}

std::vector<Posting> postings_from(std::string_view list) {
  std::vector<Posting> postings;
  std::uint32_t paper = 0;
  for (std::size_t i = 0; i < list.size();) {
    std::uint32_t gap = 0;
    unsigned shift = 0;
    for (bool more = true; more && i < list.size(); ++i, shift += 7) {
      const auto byte = static_cast<unsigned char>(list[i]);
      gap |= (byte & 0x7FU) << shift;
      more = (byte & 0x80U) != 0;
    }
    paper += gap;
    if (i < list.size()) {
      postings.push_back({paper, static_cast<std::uint8_t>(list[i++])});
    }
  }
  return postings;
}

std::string list_from(const std::vector<Posting>& postings) {
  std::string list;
  std::uint32_t before = 0;
  for (const Posting& posting : postings) {
    append_varint(list, posting.paper - before);
    list += static_cast<char>(posting.standing);
    before = posting.paper;
  }
  return list;
}

}  // namespace search
