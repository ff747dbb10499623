// Writes the pages that payloads.mjs opens: every payload in every context, as `pages.bin`, and
// what is where in it as `pages.json`.
//
//   sitegen_payload_pages FOLDER [--unescaped]
//
// With --unescaped nothing is escaped: to see the browser tests fail.
#include "jinja/payloads/payload_table.hpp"
#include "text/utf8.hpp"

#include <nlohmann/json.hpp>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using payloads::Context;
using payloads::ContextTemplate;
using payloads::Payload;

/// The pages, one behind the other, and what is where.
class Pages {
 public:
  explicit Pages(std::vector<Payload> payloads) : payloads_(std::move(payloads)) {}

  void add(const Context& context, bool autoescape) {
    const ContextTemplate compiled(context, autoescape);
    json pages = json::array();
    for (std::size_t i = 0; i < payloads_.size() && compiled.problems().empty(); ++i) {
      const auto page = compiled.render(values::Value::view(payloads_[i].bytes));
      if (!page.problem) {
        pages.push_back(json{{"payload", i}, {"at", bytes_.size()}, {"size", page.bytes.size()}});
        bytes_ += page.bytes;
      }
    }
    contexts_.push_back(json{{"name", context.name},
                             {"source", context.source},
                             {"rules", context.rules},
                             {"xml", context.is_xml()},
                             {"pages", std::move(pages)}});
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

  [[nodiscard]] json index() const {
    json payloads = json::array();
    for (const Payload& payload : payloads_) {
      payloads.push_back(json{{"group", payload.group},
                              {"written", payload.written},
                              {"value", text::replace_malformed(payload.bytes)}});
    }
    return {{"payloads", std::move(payloads)}, {"contexts", contexts_}};
  }

 private:
  std::vector<Payload> payloads_;
  std::string bytes_;
  json contexts_ = json::array();
};

bool write(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  return !file.fail();
}

int write_pages(const fs::path& folder, bool autoescape) {
  Pages pages(payloads::read_payloads());
  for (const Context& context : payloads::read_contexts()) {
    pages.add(context, autoescape);
  }
  fs::create_directories(folder);
  const bool written = write(folder / "pages.bin", pages.bytes()) &&
                       write(folder / "pages.json", pages.index().dump());
  return written ? 0 : 1;
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string_view> arguments(values + 1, values + count);
  const bool unescaped = arguments.size() == 2 && arguments[1] == "--unescaped";
  if (arguments.empty() || arguments.size() > (unescaped ? 2U : 1U)) {
    std::cerr << "usage: sitegen_payload_pages FOLDER [--unescaped]\n";
    return 2;
  }
  try {
    return write_pages(arguments[0], !unescaped);
  } catch (const std::exception& error) {
    std::cerr << "sitegen_payload_pages: " << error.what() << "\n";
    return 1;
  }
}
