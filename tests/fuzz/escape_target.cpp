#include "jinja/payloads/compare_pages.hpp"
#include "jinja/payloads/markup_tree.hpp"
#include "jinja/payloads/payload_table.hpp"
#include "jinja/payloads/shown_value.hpp"
#include "promise.hpp"
#include "targets.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fuzz {

namespace {

using payloads::Context;
using payloads::Node;

/// A context of tests/jinja/payloads, compiled, and its page with a harmless word.
struct Prepared {
  explicit Prepared(const Context& context) : compiled(context) {
    const auto page = compiled.render(values::Value::view(payloads::kMarker));
    if (compiled.problems().empty() && !page.problem) {
      marked = context.is_xml() ? payloads::parse_xml(page.bytes)
                                : std::optional(payloads::parse_html(page.bytes));
    }
  }

  payloads::ContextTemplate compiled;
  std::optional<Node> marked;  ///< nothing if the engine refuses the template
};

const Prepared& prepare(const Context& context, std::size_t index) {
  static std::vector<std::unique_ptr<Prepared>> prepared;
  prepared.resize(std::max(prepared.size(), index + 1));
  if (prepared[index] == nullptr) {
    prepared[index] = std::make_unique<Prepared>(context);
  }
  return *prepared[index];
}

}  // namespace

void escape_value(std::string_view bytes) {
  static const std::vector<Context> contexts = payloads::read_contexts();
  if (bytes.size() < 2) {
    return;
  }
  const std::size_t index = static_cast<unsigned char>(bytes[0]) % contexts.size();
  const Context& context = contexts[index];
  const bool trusted = bytes[1] % 2 != 0;
  const Prepared& prepared = prepare(context, index);
  if (!prepared.marked || (trusted && context.has("trusted_markup"))) {
    return;
  }
  const std::string_view value = bytes.substr(2);
  const auto page = prepared.compiled.render(
      values::Value::view(value, trusted ? values::Safety::trusted : values::Safety::plain));
  if (page.problem) {
    promise(trusted || context.has("refusable"), "plain values are written everywhere");
    return;
  }
  const std::optional<Node> parsed = context.is_xml()
                                         ? payloads::parse_xml(page.bytes)
                                         : std::optional(payloads::parse_html(page.bytes));
  promise(parsed.has_value(), "XML is well-formed");
  const auto complaints = payloads::compare_pages(
      *prepared.marked, *parsed, {.context = &context, .value = value, .trusted = trusted});
  promise(complaints.empty(),
          (context.name + ": " + (complaints.empty() ? "" : complaints.front())).c_str());
}

}  // namespace fuzz
