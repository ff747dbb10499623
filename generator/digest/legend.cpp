#include "digest/legend.hpp"

#include "digest/script.hpp"
#include "text/utf8.hpp"

#include <string>
#include <utility>

namespace digest {

namespace {

/// Names of categories are a few characters long; what is longer is no legend.
constexpr std::size_t kMaxNameSize = 60;

std::size_t dash_size(std::string_view text, std::size_t offset, const Format& format) {
  if (!format.first_bytes.dashes.may_begin(text, offset)) {
    return 0;
  }
  for (const std::string& dash : format.legend_dashes) {
    if (const auto size = literal_size(text, offset, dash)) {
      return *size;
    }
  }
  return 0;
}

/// Where the name begins of an entry whose code begins at `offset`; 0 if there is no such entry.
std::size_t name_start(std::string_view text, std::size_t offset, const Format& format) {
  if (offset + 2 >= text.size() || !is_capital(text[offset]) || !is_capital(text[offset + 1])) {
    return 0;
  }
  const std::size_t dash = offset + 2 + blanks_at(text, offset + 2);
  const std::size_t size = dash < text.size() ? dash_size(text, dash, format) : 0;
  if (size == 0) {
    return 0;
  }
  const std::size_t name = dash + size + blanks_at(text, dash + size);
  return name < text.size() ? name : 0;
}

std::size_t name_end(std::string_view text, std::size_t start, const Format& format,
                     const EndsName& ends_name) {
  std::size_t at = start;
  while (at < text.size() && at - start <= kMaxNameSize && blanks_at(text, at) == 0) {
    const bool may_end = at > start && format.first_bytes.ends_legend.may_begin(text, at);
    if ((at > start && name_start(text, at, format) != 0) || (may_end && ends_name(text, at))) {
      break;
    }
    do {
      ++at;
    } while (at < text.size() && is_continuation(text[at]));
  }
  return at;
}

}  // namespace

LegendRun legend_run(std::string_view text, std::size_t offset, const Format& format,
                     const EndsName& ends_name) {
  LegendRun run{.entries = {}, .end = offset};
  std::size_t at = offset;
  while (at < text.size()) {
    const std::size_t name = name_start(text, at, format);
    if (name == 0) {
      break;
    }
    const std::size_t end = name_end(text, name, format, ends_name);
    if (end - name > kMaxNameSize) {
      break;
    }
    run.entries.push_back({.code = std::string(text.substr(at, 2)),
                           .name = std::string(text.substr(name, end - name))});
    run.end = end;
    at = end + blanks_at(text, end);
  }
  return run;
}

std::optional<std::size_t> entry_around_dash(std::string_view text, std::size_t dash,
                                             std::size_t from, const Format& format) {
  std::size_t code_end = dash;
  while (code_end > from && dash - code_end < 4 &&
         (text[code_end - 1] == ' ' || text[code_end - 1] == '\t')) {
    --code_end;
  }
  if (code_end < from + 2 || !is_capital(text[code_end - 1]) ||
      dash_size(text, dash, format) == 0 || name_start(text, code_end - 2, format) == 0) {
    return std::nullopt;
  }
  return code_end - 2;
}

}  // namespace digest
