// Every hostile text in every place of a page: parsed by an HTML or XML parser, the page differs
// from the one that shows a harmless word in nothing but that word.
#include "jinja/payloads/compare_pages.hpp"
#include "jinja/payloads/markup_tree.hpp"
#include "jinja/payloads/payload_table.hpp"
#include "jinja/payloads/shown_value.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace {

using payloads::Context;
using payloads::ContextTemplate;
using payloads::Node;
using payloads::Payload;

const std::vector<Payload>& all_payloads() {
  static const std::vector<Payload> payloads = payloads::read_payloads();
  return payloads;
}

std::vector<Context> contexts_of(const std::string& kind) {
  std::vector<Context> contexts = payloads::read_contexts();
  std::erase_if(contexts, [&kind](const Context& context) { return context.kind() != kind; });
  return contexts;
}

std::vector<std::string> kinds() {
  std::set<std::string> kinds;
  for (const Context& context : payloads::read_contexts()) {
    kinds.emplace(context.kind());
  }
  return {kinds.begin(), kinds.end()};
}

std::optional<Node> parse(const Context& context, std::string_view page) {
  return context.is_xml() ? payloads::parse_xml(page) : payloads::parse_html(page);
}

std::string shown(const diagnostics::Diagnostic& problem) {
  return problem.where.path + ":" + std::to_string(problem.where.line) + ": " + problem.message;
}

/// Long payloads and pages, shortened to what people read.
std::string excerpt(const std::string& text) {
  static constexpr std::size_t kLongest = 400;
  return text.size() <= kLongest ? text : text.substr(0, kLongest) + "…";
}

/// What goes wrong in one context, in one message.
class ContextReport {
 public:
  explicit ContextReport(const Context& context) : context_(context) {}

  void add(const Payload& payload, const std::string& what) {
    ++failures_;
    if (failures_ <= kShown) {
      message_ +=
          "\n  [" + payload.group + "] " + excerpt(payload.written) + "\n    " + excerpt(what);
    }
  }

  void fail_if_any() const {
    if (failures_ > 0) {
      ADD_FAILURE() << context_.name << ": " << failures_ << " payloads" << message_;
    }
  }

 private:
  static constexpr int kShown = 5;

  const Context& context_;
  int failures_ = 0;
  std::string message_;
};

/// One context's template, and the page that shows the marker.
class Prepared {
 public:
  Prepared(const Context& context, values::Safety safety)
      : context_(context), template_(context), safety_(safety) {
    if (!template_.problems().empty()) {
      EXPECT_TRUE(context.has("refusable")) << shown(template_.problems().front());
      return;
    }
    const auto page = template_.render(value(payloads::kMarker));
    if (page.problem) {
      EXPECT_TRUE(context.has("refusable")) << shown(*page.problem);
      return;
    }
    marked_ = parse(context, page.bytes);
    EXPECT_TRUE(marked_) << context.name << " is not well-formed: " << page.bytes;
  }

  /// Whether the template could be rendered at all.
  [[nodiscard]] bool is_usable() const { return marked_.has_value(); }

  [[nodiscard]] values::Value value(std::string_view text) const {
    return values::Value::view(text, safety_);
  }

  [[nodiscard]] const ContextTemplate& compiled() const { return template_; }

  /// What is wrong with the page that shows `payload`; empty if nothing.
  [[nodiscard]] std::string what_is_wrong(const Payload& payload, const std::string& bytes) const {
    const std::optional<Node> page = parse(context_, bytes);
    if (!page) {
      return "not well-formed: " + bytes;
    }
    const auto complaints = payloads::compare_pages(*marked_, *page,
                                                    {.context = &context_,
                                                     .value = payload.bytes,
                                                     .trusted = safety_ == values::Safety::trusted,
                                                     .harmless = payload.group == "harmless"});
    return complaints.empty() ? std::string() : complaints.front();
  }

 private:
  const Context& context_;
  ContextTemplate template_;
  values::Safety safety_;
  std::optional<Node> marked_;
};

class Payloads : public testing::TestWithParam<std::string> {};

TEST_P(Payloads, StayTextWhereverTheyArePrinted) {
  for (const Context& context : contexts_of(GetParam())) {
    const Prepared prepared(context, values::Safety::plain);
    if (!prepared.is_usable()) {
      continue;
    }
    ContextReport report(context);
    for (const Payload& payload : all_payloads()) {
      const auto page = prepared.compiled().render(prepared.value(payload.bytes));
      const auto in_loop = prepared.compiled().render_in_loop(prepared.value(payload.bytes));
      if (page.problem) {
        if (!context.has("refusable")) {
          report.add(payload, "refused: " + shown(*page.problem));
        }
        continue;
      }
      const std::string wrong = prepared.what_is_wrong(payload, page.bytes);
      if (!wrong.empty()) {
        report.add(payload, wrong);
      } else if (in_loop.problem || in_loop.bytes != page.bytes) {
        report.add(payload, "in a loop it is printed in another way: " + in_loop.bytes);
      }
    }
    report.fail_if_any();
  }
}

/// Trusted markup may be markup in text; everywhere else it stays inside its place, or is refused
/// by an error that says where.
TEST_P(Payloads, DoNotBreakOutEvenIfTheyAreTrusted) {
  for (const Context& context : contexts_of(GetParam())) {
    const Prepared prepared(context, values::Safety::trusted);
    if (context.has("trusted_markup") || !prepared.is_usable()) {
      continue;
    }
    ContextReport report(context);
    for (const Payload& payload : all_payloads()) {
      const auto page = prepared.compiled().render(prepared.value(payload.bytes));
      if (page.problem) {
        if (page.problem->where.path.empty() || page.problem->where.line == 0) {
          report.add(payload, "the error does not say where: " + shown(*page.problem));
        }
        continue;
      }
      const std::string wrong = prepared.what_is_wrong(payload, page.bytes);
      if (!wrong.empty()) {
        report.add(payload, wrong);
      }
    }
    report.fail_if_any();
  }
}

INSTANTIATE_TEST_SUITE_P(Contexts, Payloads, testing::ValuesIn(kinds()),
                         [](const auto& kind) { return kind.param; });

TEST(PayloadTable, IsAsLargeAsItClaims) {
  std::set<std::string> written;
  std::set<std::string> groups;
  for (const Payload& payload : all_payloads()) {
    EXPECT_TRUE(written.insert(payload.written).second) << "twice: " << payload.written;
    groups.insert(payload.group);
  }
  EXPECT_GE(written.size(), 240U);
  EXPECT_GE(groups.size(), 15U);
  EXPECT_GE(payloads::read_contexts().size(), 30U);
}

}  // namespace
