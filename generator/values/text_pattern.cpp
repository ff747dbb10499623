#include "values/text_pattern.hpp"

#include "text/html_escape.hpp"
#include "text/utf8.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

namespace values {

namespace {

/// Widths and precisions are at most this: nobody pads a page to more.
constexpr int kMaxWidth = 1000;

/// `%(name)-08.3f`, taken apart.
struct Directive {
  std::string_view name;
  bool has_name = false;
  bool left = false;
  bool zeros = false;
  bool prefix = false;  ///< `#`: 0x, 0o
  char sign = 0;        ///< before numbers that are not negative: '+', ' ' or nothing
  int width = 0;
  int precision = -1;
  char type = 0;
};

/// Reads patterns from the left.
class Reader {
 public:
  explicit Reader(std::string_view pattern) : rest_(pattern) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  std::string_view text_before_directive() {
    const std::string_view before = rest_.substr(0, rest_.find('%'));
    rest_.remove_prefix(before.size());
    return before;
  }

  /// The directive at the front; nothing if the pattern ends inside it.
  std::optional<Directive> directive() {
    Directive found;
    rest_.remove_prefix(1);
    if (rest_.starts_with('(')) {
      const std::size_t end = rest_.find(')');
      if (end == std::string_view::npos) {
        return std::nullopt;
      }
      found.has_name = true;
      found.name = rest_.substr(1, end - 1);
      rest_.remove_prefix(end + 1);
    }
    read_flags(found);
    found.width = number();
    if (rest_.starts_with('.')) {
      rest_.remove_prefix(1);
      found.precision = number();
    }
    if (rest_.empty()) {
      return std::nullopt;
    }
    found.type = rest_.front();
    rest_.remove_prefix(1);
    return found;
  }

 private:
  void read_flags(Directive& directive) {
    for (;
         !rest_.empty() && std::string_view("-+ 0#").find(rest_.front()) != std::string_view::npos;
         rest_.remove_prefix(1)) {
      directive.left = directive.left || rest_.front() == '-';
      directive.prefix = directive.prefix || rest_.front() == '#';
      if (rest_.front() == '+' || (rest_.front() == ' ' && directive.sign == 0)) {
        directive.sign = rest_.front();
      }
      directive.zeros = directive.zeros || rest_.front() == '0';
    }
  }

  int number() {
    int value = 0;
    for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; rest_.remove_prefix(1)) {
      value = std::min(kMaxWidth, value * 10 + (rest_.front() - '0'));
    }
    return value;
  }

  std::string_view rest_;
};

std::string pad(const Directive& directive, std::string text) {
  const std::size_t size = text::count_code_points(text);
  const auto width = static_cast<std::size_t>(directive.width);
  if (size >= width) {
    return text;
  }
  if (directive.left) {
    return text.append(width - size, ' ');
  }
  const bool signed_number = directive.zeros && !text.empty() &&
                             std::string_view("-+ ").find(text[0]) != std::string_view::npos;
  const bool number = std::string_view("sr%c").find(directive.type) == std::string_view::npos;
  return text.insert(signed_number ? 1 : 0, width - size, directive.zeros && number ? '0' : ' ');
}

std::string sign_of(const Directive& directive, bool negative) {
  return negative ? "-" : directive.sign == 0 ? std::string() : std::string(1, directive.sign);
}

std::string whole_number(const Directive& directive, std::int64_t value) {
  std::array<char, 32> buffer{};
  const unsigned long long magnitude = value < 0 ? 0ULL - static_cast<unsigned long long>(value)
                                                 : static_cast<unsigned long long>(value);
  const char* format = directive.type == 'x'   ? "%llx"
                       : directive.type == 'X' ? "%llX"
                       : directive.type == 'o' ? "%llo"
                                               : "%llu";
  // The format is one of the four above.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  std::snprintf(buffer.data(), buffer.size(), format, magnitude);
#pragma GCC diagnostic pop
  std::string digits(buffer.data());
  const auto wanted = static_cast<std::size_t>(std::max(directive.precision, 0));
  digits.insert(0, wanted - std::min(wanted, digits.size()), '0');
  if (directive.prefix && std::string_view("xXo").find(directive.type) != std::string_view::npos) {
    digits.insert(0, {'0', directive.type});
  }
  return sign_of(directive, value < 0) + digits;
}

std::string real_number(const Directive& directive, double value) {
  std::array<char, 1400> buffer{};
  const int precision = directive.precision < 0 ? 6 : directive.precision;
  switch (directive.type) {
    case 'e':
      std::snprintf(buffer.data(), buffer.size(), "%.*e", precision, value);
      break;
    case 'E':
      std::snprintf(buffer.data(), buffer.size(), "%.*E", precision, value);
      break;
    case 'g':
      std::snprintf(buffer.data(), buffer.size(), "%.*g", precision, value);
      break;
    case 'G':
      std::snprintf(buffer.data(), buffer.size(), "%.*G", precision, value);
      break;
    default:
      std::snprintf(buffer.data(), buffer.size(), "%.*f", precision, value);
  }
  return (std::signbit(value) ? "" : sign_of(directive, false)) + std::string(buffer.data());
}

/// One argument as its directive wants it.
diagnostics::OrReason<std::string> filled(const Directive& directive, const Value& argument,
                                          Safety safety) {
  switch (directive.type) {
    case 's':
    case 'r': {
      std::string shown;
      if (directive.type == 's') {
        append_printed(shown, argument);
      } else {
        append_quoted(shown, argument);
      }
      if (directive.precision >= 0) {
        std::size_t end = 0;
        for (int i = 0; i < directive.precision && end < shown.size(); ++i) {
          end += text::code_point_at(shown, end).size;
        }
        shown.resize(end);
      }
      return safety == Safety::trusted && !argument.is_trusted() ? text::html_escape(shown) : shown;
    }
    case 'c': {
      std::string shown;
      if (argument.kind() == Kind::integer) {
        text::append_utf8(shown, static_cast<char32_t>(argument.as_integer()));
      } else {
        append_printed(shown, argument);
      }
      return safety == Safety::trusted ? text::html_escape(shown) : shown;
    }
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
      break;
    default:
      return diagnostics::because(std::string("there is no pattern %") + directive.type);
  }
  if (!is_number(argument)) {
    return diagnostics::because(std::string("%") + directive.type + " takes a number, not " +
                                describe_kind(argument));
  }
  const bool real_type = std::string_view("fFeEgG").find(directive.type) != std::string_view::npos;
  if (real_type) {
    return real_number(directive, real(argument));
  }
  return whole_number(directive, is_whole(argument) ? whole(argument)
                                                    : static_cast<std::int64_t>(std::clamp(
                                                          real(argument), -9.2e18, 9.2e18)));
}

}  // namespace

diagnostics::OrReason<Value> fill_pattern(const Value& pattern, const Value& arguments) {
  const Safety safety = pattern.is_trusted() ? Safety::trusted : Safety::plain;
  const std::size_t count = arguments.is_tuple() ? arguments.size() : 1;
  std::string out;
  std::size_t used = 0;
  Reader reader(pattern.as_text());
  while (!reader.at_end()) {
    out += reader.text_before_directive();
    if (reader.at_end()) {
      break;
    }
    const std::optional<Directive> directive = reader.directive();
    if (!directive) {
      return diagnostics::because("the pattern ends inside a % directive");
    }
    if (directive->type == '%') {
      out += '%';
      continue;
    }
    if (!directive->has_name && used >= count) {
      return diagnostics::because("the pattern has more directives than there are arguments");
    }
    Value argument = arguments;
    if (directive->has_name) {
      argument = arguments.member(directive->name);
      if (argument.is_undefined()) {
        return diagnostics::because("there is no argument \"" + std::string(directive->name) +
                                    "\"");
      }
    } else if (arguments.is_tuple()) {
      argument = arguments.at(used++);
    } else {
      ++used;
    }
    const diagnostics::OrReason<std::string> shown = filled(*directive, argument, safety);
    if (!shown) {
      return diagnostics::because(shown.error());
    }
    out += pad(*directive, *shown);
  }
  if (used < count && (arguments.is_tuple() || arguments.kind() != Kind::map)) {
    return diagnostics::because("not all arguments are used by the pattern");
  }
  return Value::text(std::move(out), safety);
}

}  // namespace values
