#include "text/utf8.hpp"

namespace text {

namespace {

constexpr CodePoint kMalformed{.value = kReplacement, .size = 1, .malformed = true};

unsigned byte_at(std::string_view utf8, std::size_t offset) {
  return static_cast<unsigned char>(utf8[offset]);
}

bool is_continuation(unsigned byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// How many bytes a sequence that begins with `lead` takes; 0 if none may begin so.
std::size_t sequence_size(unsigned lead) {
  if (lead < 0x80U) {
    return 1;
  }
  if (lead >= 0xC2U && lead <= 0xDFU) {
    return 2;
  }
  if (lead >= 0xE0U && lead <= 0xEFU) {
    return 3;
  }
  return lead >= 0xF0U && lead <= 0xF4U ? 4 : 0;
}

bool is_scalar_value(char32_t value) {
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

}  // namespace

CodePoint code_point_at(std::string_view utf8, std::size_t offset) {
  const unsigned lead = byte_at(utf8, offset);
  if (lead < 0x80U) {
    return {.value = lead, .size = 1, .malformed = false};
  }
  const std::size_t size = sequence_size(lead);
  if (size == 0 || size > utf8.size() - offset) {
    return kMalformed;
  }
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned byte = byte_at(utf8, offset + i);
    if (!is_continuation(byte)) {
      return kMalformed;
    }
    value = (value << 6U) | (byte & 0x3FU);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (overlong || !is_scalar_value(value)) {
    return kMalformed;
  }
  return {.value = value, .size = size, .malformed = false};
}

void append_utf8(std::string& out, char32_t value) {
  if (!is_scalar_value(value)) {
    value = kReplacement;
  }
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
    return;
  }
  if (value < 0x800) {
    put(0xC0U | (value >> 6U));
  } else {
    if (value < 0x10000) {
      put(0xE0U | (value >> 12U));
    } else {
      put(0xF0U | (value >> 18U));
      put(0x80U | ((value >> 12U) & 0x3FU));
    }
    put(0x80U | ((value >> 6U) & 0x3FU));
  }
  put(0x80U | (value & 0x3FU));
}

std::optional<std::size_t> first_malformed(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    if (point.malformed) {
      return i;
    }
    i += point.size;
  }
  return std::nullopt;
}

std::string replace_malformed(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint point = code_point_at(bytes, i);
    if (point.malformed) {
      append_utf8(out, kReplacement);
    } else {
      out.append(bytes.substr(i, point.size));
    }
    i += point.size;
  }
  return out;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < utf8.size(); ++count) {
    i += byte_at(utf8, i) < 0x80U ? 1 : code_point_at(utf8, i).size;
  }
  return count;
}

bool is_han(char32_t value) {
  return (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF) ||
         (value >= 0xF900 && value <= 0xFAFF) || (value >= 0x20000 && value <= 0x3FFFF) ||
         value == 0x3005 || value == 0x3007;
}

bool contains_han(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    if (is_han(point.value)) {
      return true;
    }
    i += point.size;
  }
  return false;
}

bool is_unprintable(char32_t value) {
  const bool control =
      (value < 0x20 && value != '\t' && value != '\n') || (value >= 0x7F && value <= 0x9F);
  const bool private_use = (value >= 0xE000 && value <= 0xF8FF) || value >= 0xF0000;
  const bool noncharacter = (value >= 0xFDD0 && value <= 0xFDEF) || (value & 0xFFFEU) == 0xFFFE;
  return control || private_use || noncharacter;
}

std::string without_unprintable(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    if (!is_unprintable(point.value)) {
      out.append(utf8.substr(i, point.size));
    }
    i += point.size;
  }
  return out;
}

}  // namespace text
