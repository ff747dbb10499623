#include "jinja/payloads/payload_table.hpp"

#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace payloads {

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(SITEGEN_PROJECT_DIR) / "tests/jinja/payloads";

std::string read(const fs::path& path) {
  std::string bytes(fs::file_size(path), '\0');
  std::ifstream(path, std::ios::binary).read(bytes.data(), std::ssize(bytes));
  return bytes;
}

/// The hexadecimal number in the `digits` characters from `at` on.
std::uint32_t hex_number(std::string_view line, std::size_t at, std::size_t digits) {
  return static_cast<std::uint32_t>(std::stoul(std::string(line.substr(at, digits)), nullptr, 16));
}

/// `\(N text\)` at `at`, behind its `\(`; leaves `at` behind it.
std::string repeated(std::string_view line, std::size_t& at) {
  const std::size_t blank = line.find(' ', at);
  const std::size_t end = line.find("\\)", blank);
  if (blank == std::string_view::npos || end == std::string_view::npos) {
    throw std::invalid_argument("open \\( in " + std::string(line));
  }
  const unsigned long times = std::stoul(std::string(line.substr(at, blank - at)));
  const std::string text = unescaped(line.substr(blank + 1, end - blank - 1));
  std::string out;
  for (unsigned long i = 0; i < times; ++i) {
    out += text;
  }
  at = end + 2;
  return out;
}

std::string unescaped_one(std::string_view line, std::size_t& at) {
  static constexpr std::string_view kLetters = "nrtfv\\";
  static constexpr std::string_view kMeanings = "\n\r\t\f\v\\";
  const char letter = at < line.size() ? line[at] : '\0';
  ++at;
  if (const std::size_t simple = kLetters.find(letter); simple != std::string_view::npos) {
    return {kMeanings[simple]};
  }
  if (letter == 'x') {
    at += 2;
    return {static_cast<char>(hex_number(line, at - 2, 2))};
  }
  if (letter == 'u') {
    at += 4;
    std::string out;
    text::append_utf8(out, char32_t{hex_number(line, at - 4, 4)});
    return out;
  }
  if (letter == '(') {
    return repeated(line, at);
  }
  throw std::invalid_argument("unknown escape in " + std::string(line));
}

std::set<std::string, std::less<>> rules_of(std::string_view source) {
  static constexpr std::string_view kStart = "{#- rules: ";
  std::set<std::string, std::less<>> rules;
  if (source.starts_with(kStart)) {
    const std::string_view words = source.substr(kStart.size());
    for (const std::string_view word : text::split(words.substr(0, words.find(" -#}")), " ")) {
      rules.emplace(word);
    }
  }
  return rules;
}

jinja::TemplateSource template_source(const std::string& name, const std::string& source) {
  return {.name = name, .source = std::make_shared<const text::SourceText>(name, source)};
}

}  // namespace

std::string unescaped(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == '\\') {
      out += unescaped_one(line, ++i);
    } else {
      out += line[i++];
    }
  }
  return out;
}

std::vector<Payload> read_payloads() {
  const std::string file = read(kFolder / "payloads.txt");
  std::vector<Payload> payloads;
  std::string group;
  for (const std::string_view line : text::split(file, "\n")) {
    if (line.starts_with("# ")) {
      group = line.substr(2);
    } else if (!line.empty()) {
      payloads.push_back({group, std::string(line), unescaped(line)});
    }
  }
  return payloads;
}

std::string_view Context::kind() const {
  return std::string_view(name).substr(0, name.find_first_of("_."));
}

std::vector<Context> read_contexts() {
  std::vector<Context> contexts;
  for (const auto& entry : fs::directory_iterator(kFolder / "contexts")) {
    if (entry.is_regular_file()) {
      std::string source = read(entry.path());
      auto rules = rules_of(source);
      contexts.push_back({entry.path().filename().string(), std::move(source), std::move(rules)});
    }
  }
  std::ranges::sort(contexts, {}, &Context::name);
  return contexts;
}

ContextTemplate::ContextTemplate(const Context& context, bool autoescape)
    : name_(context.name), loop_name_("loop_over_" + context.name) {
  std::vector<jinja::TemplateSource> sources = {
      template_source(name_, context.source),
      template_source(loop_name_,
                      "{% for x in list %}{% include \"" + name_ + "\" %}{% endfor %}")};
  for (const auto& entry : fs::directory_iterator(kFolder / "contexts/parts")) {
    sources.push_back(
        template_source("parts/" + entry.path().filename().string(), read(entry.path())));
  }
  auto compiled = jinja::Environment::compile(std::move(sources), {.autoescape = autoescape}, {});
  environment_ = std::move(compiled.value);
  problems_ = std::move(compiled.diagnostics);
}

ContextTemplate::Page ContextTemplate::render(const values::Value& x) const {
  values::Map context;
  context.set("x", x);
  Page page;
  page.problem = environment_.render(name_, {}, context, page.bytes);
  return page;
}

ContextTemplate::Page ContextTemplate::render_in_loop(const values::Value& x) const {
  values::Map context;
  context.set("list", values::Value::list({x}));
  Page page;
  page.problem = environment_.render(loop_name_, {}, context, page.bytes);
  return page;
}

}  // namespace payloads
