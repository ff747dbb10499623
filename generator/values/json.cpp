#include "values/json.hpp"

#include "text/json_escape.hpp"
#include "values/value_operators.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <vector>

namespace values {

namespace {

/// Builds a Value from the parser's events: no second tree, and the order of keys is kept.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return add(Value::none()); }

  bool boolean(bool value) { return add(Value::boolean(value)); }

  bool number_integer(number_integer_t value) { return add(Value::integer(value)); }

  bool number_unsigned(number_unsigned_t value) {
    return add(value > std::uint64_t{INT64_MAX} ? Value::real(static_cast<double>(value))
                                                : Value::integer(static_cast<std::int64_t>(value)));
  }

  bool number_float(number_float_t value, const string_t& /*digits*/) {
    return add(Value::real(value));
  }

  bool string(string_t& value) { return add(Value::text(std::move(value))); }

  bool binary(binary_t& /*value*/) { return false; }

  bool start_object(std::size_t /*size*/) { return open(); }

  bool key(string_t& name) {
    open_.back().key = std::move(name);
    open_.back().has_key = true;
    return true;
  }

  bool end_object() {
    Value value = Value::map(std::move(open_.back().members));
    open_.pop_back();
    return add(std::move(value));
  }

  bool start_array(std::size_t /*size*/) { return open(); }

  bool end_array() {
    Value value = Value::list(std::move(open_.back().items));
    open_.pop_back();
    return add(std::move(value));
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& error) {
    error_position = position;
    message = error.what();
    return false;
  }

  Value result;
  std::size_t error_position = 0;
  std::string message = "JSON is nested too deeply";

 private:
  /// A list or map whose end is still to come; which of the two, its end tells.
  struct Container {
    List items;
    Map members;
    std::string key;
    bool has_key = false;
  };

  bool open() {
    open_.emplace_back();
    return open_.size() <= static_cast<std::size_t>(kMaxJsonDepth);
  }

  bool add(Value value) {
    if (open_.empty()) {
      result = std::move(value);
      return true;
    }
    Container& container = open_.back();
    if (container.has_key) {
      container.members.set(std::move(container.key), std::move(value));
    } else {
      container.items.push_back(std::move(value));
    }
    return true;
  }

  std::vector<Container> open_;
};

/// The last part of nlohmann's "[json.exception.parse_error.101] parse error at line 1, column 2:
/// syntax error while parsing value - unexpected end of input": our own place stands in front.
std::string sentence(const std::string& what) {
  const std::size_t dash = what.find(" - ");
  const std::size_t colon = what.rfind(": ");
  const std::size_t start = dash != std::string::npos    ? dash + 3
                            : colon != std::string::npos ? colon + 2
                                                         : 0;
  return what.substr(start);
}

/// Writes values as JSON; `indent` below 0 keeps everything on one line.
class Writer {
 public:
  Writer(std::string& out, JsonLayout layout, int indent)
      : out_(out), layout_(layout), indent_(indent) {}

  void write(const Value& value, int depth) {
    switch (value.kind()) {
      case Kind::boolean:
        out_ += value.as_boolean() ? "true" : "false";
        return;
      case Kind::integer:
        append_printed(out_, value);
        return;
      case Kind::real:
        if (std::isfinite(value.as_real())) {
          append_real(out_, value.as_real());
          return;
        }
        out_ += "null";
        return;
      case Kind::text:
        text::append_json_string(out_, value.as_text());
        return;
      case Kind::list:
      case Kind::map:
        if (depth < kMaxJsonDepth) {
          write_members(value, depth);
          return;
        }
        out_ += "null";
        return;
      default:
        out_ += "null";
    }
  }

 private:
  void write_members(const Value& value, int depth) {
    const bool map = value.kind() == Kind::map;
    out_ += map ? '{' : '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) {
        out_ += indent_ < 0 && layout_ == JsonLayout::spaced ? ", " : ",";
      }
      break_line(depth + 1);
      if (map) {
        text::append_json_string(out_, value.member_name(i));
        out_ += layout_ == JsonLayout::spaced ? ": " : ":";
        write(value.member_value(i), depth + 1);
      } else {
        write(value.at(i), depth + 1);
      }
    }
    if (value.size() != 0) {
      break_line(depth);
    }
    out_ += map ? '}' : ']';
  }

  void break_line(int depth) {
    if (indent_ >= 0) {
      out_ += '\n';
      out_.append(static_cast<std::size_t>(indent_ * depth), ' ');
    }
  }

  std::string& out_;
  JsonLayout layout_;
  int indent_;
};

}  // namespace

diagnostics::Expected<Value> parse_json(const text::SourceText& source) {
  Builder builder;
  if (nlohmann::json::sax_parse(source.bytes(), &builder)) {
    return std::move(builder.result);
  }
  // nlohmann counts the bytes that it has read: the last of them is the wrong one.
  const std::size_t offset = builder.error_position > 0 ? builder.error_position - 1 : 0;
  return diagnostics::failure(diagnostics::at_offset(
      source, offset, {.code = "values/bad-json", .message = sentence(builder.message)}));
}

void append_json(std::string& out, const Value& value, JsonLayout layout) {
  Writer(out, layout, -1).write(value, 0);
}

void append_json_indented(std::string& out, const Value& value, int indent) {
  Writer(out, JsonLayout::spaced, indent).write(value, 0);
}

}  // namespace values
