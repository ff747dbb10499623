#include "jinja/filter_arguments.hpp"
#include "jinja/filters.hpp"
#include "text/whitespace.hpp"
#include "values/value_operators.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

/// Filters that make and change numbers.
namespace jinja {

using diagnostics::because;
using values::Value;

namespace {

ValueOrReason absolute(const Value& input, const Arguments& /*arguments*/,
                       const CallSite& /*site*/) {
  if (!values::is_number(input)) {
    return because("it takes a number, not " + values::describe_kind(input));
  }
  if (input.kind() == values::Kind::boolean) {
    return Value::integer(values::whole(input));
  }
  const bool negative = values::real(input) < 0;
  return negative ? values::negate(input) : ValueOrReason(input);
}

/// The digits of a number in a text: without blanks, a sign, and single '_' between two of them.
/// None where other signs or '_' stand.
struct Digits {
  std::string digits;
  bool negative = false;
};

Digits digits_in(std::string_view text) {
  text = text::trim(text);
  Digits found;
  found.negative = text.starts_with('-');
  if (found.negative || text.starts_with('+')) {
    text.remove_prefix(1);
  }
  const bool second_sign = text.starts_with('-') || text.starts_with('+');
  if (second_sign || text.starts_with('_') || text.ends_with('_') ||
      text.find("__") != std::string_view::npos) {
    return found;
  }
  found.digits = text;
  std::erase(found.digits, '_');
  return found;
}

/// The real number that a value is or holds; nothing if it is none.
std::optional<double> real_in(const Value& input) {
  if (values::is_number(input)) {
    return values::real(input);
  }
  const Digits text = digits_in(input.as_text());
  double value = 0;
  const char* const end = text.digits.data() + text.digits.size();
  const auto result = std::from_chars(text.digits.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) {
    return std::nullopt;
  }
  return text.negative ? -value : value;
}

ValueOrReason to_real(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  if (const std::optional<double> number = real_in(input)) {
    return Value::real(*number);
  }
  const Value* const fallback = arguments.find(0, "default");
  return fallback == nullptr ? Value::real(0) : *fallback;
}

/// The integer that a text holds; nothing if it holds none.
std::optional<Value> parse_whole(std::string_view text, int base) {
  Digits found = digits_in(text);
  std::string_view digits = found.digits;
  const char letter =
      digits.size() > 2 && digits[0] == '0' ? static_cast<char>(digits[1] | 0x20) : '\0';
  if ((base == 16 && letter == 'x') || (base == 8 && letter == 'o') ||
      (base == 2 && letter == 'b')) {
    digits.remove_prefix(2);
  }
  std::int64_t value = 0;
  const std::string with_sign = (found.negative ? "-" : "") + std::string(digits);
  const char* const end = with_sign.data() + with_sign.size();
  const auto result = std::from_chars(with_sign.data(), end, value, base);
  if (digits.empty() || result.ptr != end) {
    return std::nullopt;
  }
  // Numbers beyond 64 bits stay as they are written: they are names of things, not amounts.
  return result.ec == std::errc() ? Value::integer(value) : Value::text(with_sign);
}

ValueOrReason to_whole(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto base = integer_argument(arguments, 1, "base", 10);
  if (!base || *base < 2 || *base > 36) {
    return because(!base ? base.error() : "\"base\" is between 2 and 36");
  }
  if (values::is_whole(input)) {
    return Value::integer(values::whole(input));
  }
  std::optional<Value> number;
  double real = 0;
  bool is_real = input.kind() == values::Kind::real;
  if (is_real) {
    real = input.as_real();
  } else if (input.kind() == values::Kind::text) {
    number = parse_whole(input.as_text(), static_cast<int>(*base));
    if (!number) {
      const Digits text = digits_in(input.as_text());
      const char* const end = text.digits.data() + text.digits.size();
      const auto result = std::from_chars(text.digits.data(), end, real);
      is_real = result.ec == std::errc() && result.ptr == end && !text.digits.empty();
      real = text.negative ? -real : real;
    }
  }
  if (is_real && std::abs(real) < 9.2e18) {
    number = Value::integer(static_cast<std::int64_t>(real));
  }
  if (number) {
    return *number;
  }
  const Value* const fallback = arguments.find(0, "default");
  return fallback == nullptr ? Value::integer(0) : *fallback;
}

/// Python's round(): halves go to the even digit, by the exact decimal value.
double rounded_half_even(double value, int precision) {
  std::array<char, 400> buffer{};
  if (precision < 0) {
    const double scale = std::pow(10.0, -precision);
    return std::nearbyint(value / scale) * scale;
  }
  std::snprintf(buffer.data(), buffer.size(), "%.*f", precision, value);
  double result = value;
  std::from_chars(buffer.data(), buffer.data() + std::char_traits<char>::length(buffer.data()),
                  result);
  return result;
}

ValueOrReason round_number(const Value& input, const Arguments& arguments,
                           const CallSite& /*site*/) {
  const auto precision = integer_argument(arguments, 0, "precision", 0);
  if (!precision || std::abs(*precision) > 300) {
    return because(!precision ? precision.error() : "\"precision\" is between -300 and 300");
  }
  const std::string method = text_argument(arguments, 1, "method", "common");
  if (!values::is_number(input)) {
    return because("it takes a number, not " + values::describe_kind(input));
  }
  const double number = values::real(input);
  if (method == "common") {
    if (values::is_whole(input) && *precision >= 0) {
      return Value::integer(values::whole(input));
    }
    const double rounded = rounded_half_even(number, static_cast<int>(*precision));
    return values::is_whole(input) && std::abs(rounded) < 9e15
               ? Value::integer(static_cast<std::int64_t>(rounded))
               : Value::real(rounded);
  }
  const double scale = std::pow(10.0, static_cast<double>(*precision));
  if (method == "ceil" || method == "floor") {
    const double scaled = number * scale;
    return Value::real((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / scale);
  }
  return because("\"method\" is common, ceil or floor");
}

ValueOrReason filesizeformat(const Value& input, const Arguments& arguments,
                             const CallSite& /*site*/) {
  const std::optional<double> size = real_in(input);
  if (!size) {
    return because("it takes a number, not " + values::describe_kind(input));
  }
  const bool binary = flag_argument(arguments, 0, "binary", false);
  const double base = binary ? 1024 : 1000;
  static constexpr std::array<std::string_view, 8> kDecimal = {"kB", "MB", "GB", "TB",
                                                               "PB", "EB", "ZB", "YB"};
  static constexpr std::array<std::string_view, 8> kBinary = {"KiB", "MiB", "GiB", "TiB",
                                                              "PiB", "EiB", "ZiB", "YiB"};
  const double bytes = *size;
  if (bytes == 1) {
    return Value::text("1 Byte");
  }
  if (bytes < base) {
    return Value::text(std::to_string(static_cast<std::int64_t>(bytes)) + " Bytes");
  }
  std::size_t unit = 0;
  double limit = base * base;
  while (unit + 1 < kDecimal.size() && bytes >= limit) {
    limit *= base;
    ++unit;
  }
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.1f ", base * bytes / limit);
  return Value::text(buffer.data() + std::string(binary ? kBinary[unit] : kDecimal[unit]));
}

constexpr std::string_view kDefault[] = {"default"};
constexpr std::string_view kWhole[] = {"default", "base"};
constexpr std::string_view kRound[] = {"precision", "method"};
constexpr std::string_view kBinaryUnits[] = {"binary"};

constexpr BuiltinFilter kFilters[] = {
    {"abs", absolute, {}},
    {"float", to_real, {0, kDefault, false}},
    {"int", to_whole, {0, kWhole, false}},
    {"round", round_number, {0, kRound, false}},
    {"filesizeformat", filesizeformat, {0, kBinaryUnits, false}},
};

}  // namespace

std::span<const BuiltinFilter> number_filters() {
  return kFilters;
}

}  // namespace jinja
