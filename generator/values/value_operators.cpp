#include "values/value_operators.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace values {

namespace {

bool is_number(const Value& value) {
  const Kind kind = value.kind();
  return kind == Kind::integer || kind == Kind::real || kind == Kind::boolean;
}

double number_of(const Value& value) {
  return value.kind() == Kind::boolean ? (value.as_boolean() ? 1 : 0) : value.as_real();
}

std::strong_ordering order(double a, double b) {
  return a < b ? std::strong_ordering::less
               : (a > b ? std::strong_ordering::greater : std::strong_ordering::equal);
}

void append_real(std::string& out, double value) {
  if (std::isnan(value) || std::isinf(value)) {
    out += std::isnan(value) ? "nan" : (value < 0 ? "-inf" : "inf");
    return;
  }
  std::array<char, 32> digits{};
  const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const std::string_view shown(digits.data(), static_cast<std::size_t>(end - digits.data()));
  out += shown;
  if (shown.find_first_of(".e") == std::string_view::npos) {
    out += ".0";
  }
}

void append_quoted(std::string& out, std::string_view text) {
  const char quote =
      text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"'
                                                                                            : '\'';
  out.push_back(quote);
  for (const char c : text) {
    if (c == quote || c == '\\') {
      out.push_back('\\');
    }
    if (c == '\n') {
      out += "\\n";
    } else {
      out.push_back(c);
    }
  }
  out.push_back(quote);
}

void append_member(std::string& out, const Value& value) {
  if (value.kind() == Kind::text) {
    append_quoted(out, value.as_text());
  } else {
    append_printed(out, value);
  }
}

}  // namespace

bool is_true(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
    case Kind::none:
      return false;
    case Kind::boolean:
      return value.as_boolean();
    case Kind::integer:
    case Kind::real:
      return value.as_real() != 0;
    case Kind::text:
      return !value.as_text().empty();
    case Kind::list:
      return value.size() > 0;
    case Kind::map:
      return value.record_type() != nullptr || value.size() > 0;
    case Kind::object:
      break;
  }
  return true;
}

bool equal(const Value& a, const Value& b) {
  if (is_number(a) && is_number(b)) {
    return number_of(a) == number_of(b);
  }
  if (a.kind() != b.kind()) {
    return false;
  }
  switch (a.kind()) {
    case Kind::text:
      return a.as_text() == b.as_text();
    case Kind::list: {
      bool same = a.size() == b.size();
      for (std::size_t i = 0; same && i < a.size(); ++i) {
        same = equal(a.at(i), b.at(i));
      }
      return same;
    }
    case Kind::map: {
      if (a.record_type() != nullptr || b.record_type() != nullptr) {
        return a.record_address() == b.record_address() && a.record_type() == b.record_type();
      }
      bool same = a.size() == b.size();
      for (std::size_t i = 0; same && i < a.size(); ++i) {
        same = equal(a.member_value(i), b.member(a.member_name(i)));
      }
      return same;
    }
    case Kind::object:
      return a.object_pointer()->get() == b.object_pointer()->get();
    default:
      return true;
  }
}

std::optional<std::strong_ordering> compare(const Value& a, const Value& b) {
  if (a.kind() == Kind::integer && b.kind() == Kind::integer) {
    return a.as_integer() <=> b.as_integer();
  }
  if (is_number(a) && is_number(b)) {
    return order(number_of(a), number_of(b));
  }
  if (a.kind() == Kind::text && b.kind() == Kind::text) {
    return a.as_text() <=> b.as_text();
  }
  if (a.kind() != Kind::list || b.kind() != Kind::list) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const auto ordered = compare(a.at(i), b.at(i));
    if (!ordered || *ordered != std::strong_ordering::equal) {
      return ordered;
    }
  }
  return a.size() <=> b.size();
}

bool contains(const Value& container, const Value& item) {
  if (container.kind() == Kind::text) {
    return container.as_text().find(item.as_text()) != std::string_view::npos;
  }
  if (container.kind() == Kind::map) {
    return !container.member(item.as_text()).is_undefined();
  }
  for (std::size_t i = 0; i < container.size(); ++i) {
    if (equal(container.at(i), item)) {
      return true;
    }
  }
  return false;
}

void append_printed(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return;
    case Kind::none:
      out += "None";
      return;
    case Kind::boolean:
      out += value.as_boolean() ? "True" : "False";
      return;
    case Kind::integer:
      out += std::to_string(value.as_integer());
      return;
    case Kind::real:
      append_real(out, value.as_real());
      return;
    case Kind::text:
      out += value.as_text();
      return;
    case Kind::list:
      out.push_back('[');
      for (std::size_t i = 0; i < value.size(); ++i) {
        out += i > 0 ? ", " : "";
        append_member(out, value.at(i));
      }
      out.push_back(']');
      return;
    case Kind::map:
      if (const RecordType* type = value.record_type()) {
        out.append("<").append(type->name).append(">");
        return;
      }
      out.push_back('{');
      for (std::size_t i = 0; i < value.size(); ++i) {
        out += i > 0 ? ", " : "";
        append_quoted(out, value.member_name(i));
        out += ": ";
        append_member(out, value.member_value(i));
      }
      out.push_back('}');
      return;
    case Kind::object:
      out += "<object>";
  }
}

std::string printed(const Value& value) {
  std::string out;
  append_printed(out, value);
  return out;
}

std::string kind_name(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return "undefined";
    case Kind::none:
      return "none";
    case Kind::boolean:
      return "a boolean";
    case Kind::integer:
    case Kind::real:
      return "a number";
    case Kind::text:
      return "a text";
    case Kind::list:
      return "a list";
    case Kind::map: {
      const RecordType* type = value.record_type();
      return type == nullptr ? "a map" : "a " + std::string(type->name);
    }
    case Kind::object:
      break;
  }
  return "a macro";
}

}  // namespace values
