#include "digest/literal_index.hpp"

#include "digest/han_forms.hpp"
#include "digest/script.hpp"
#include "text/utf8.hpp"

#include <set>

namespace digest {

void LiteralIndex::add(std::string_view literal) {
  const std::uint32_t number = count_++;
  bytes_.add_literal(literal);
  const text::CodePoint first = text::code_point_at(literal, 0);
  std::set<char> keys = {literal[first.size - 1]};
  if (first.size == 1) {
    keys.insert(full_width(literal[0])[2]);
  }
  if (const auto other = other_form(literal)) {
    keys.insert((*other)[2]);
  }
  for (const char key : keys) {
    of(key).push_back(number);
  }
}

std::span<const std::uint32_t> LiteralIndex::at(std::string_view text, std::size_t offset) const {
  if (offset >= text.size() || !bytes_.may_begin(text, offset)) {
    return {};
  }
  const std::size_t last = offset + text::code_point_at(text, offset).size - 1;
  return by_key_[static_cast<unsigned char>(text[last])];
}

}  // namespace digest
