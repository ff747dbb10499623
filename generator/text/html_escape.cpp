#include "text/html_escape.hpp"

namespace text {

namespace {

std::string_view replacement_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&#34;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

void append_html_escaped(std::string& out, std::string_view utf8) {
  std::size_t copied = 0;
  for (;;) {
    const std::size_t special = utf8.find_first_of("&<>\"'", copied);
    out.append(utf8.substr(copied, special - copied));
    if (special == std::string_view::npos) {
      return;
    }
    out.append(replacement_for(utf8[special]));
    copied = special + 1;
  }
}

std::string html_escape(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  append_html_escaped(out, utf8);
  return out;
}

}  // namespace text
