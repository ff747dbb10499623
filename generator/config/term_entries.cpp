#include "config/term_entries.hpp"

#include "config/yaml_nodes.hpp"
#include "text/slug.hpp"
#include "text/suggestion.hpp"
#include "text/url.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

namespace config {

namespace {

using diagnostics::Diagnostic;

/// A key whose value is one text, or a list of texts.
struct TextKey {
  std::string_view name;
  std::string TermEntry::*text;
};

struct ListKey {
  std::string_view name;
  std::vector<PlacedText> TermEntry::*texts;
};

/// What an entry of one file may say, beside `name`.
struct EntryKeys {
  std::vector<TextKey> texts;
  std::vector<ListKey> lists;

  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> all = {"name"};
    std::ranges::transform(lists, std::back_inserter(all), &ListKey::name);
    std::ranges::transform(texts, std::back_inserter(all), &TextKey::name);
    return all;
  }
};

EntryKeys author_keys() {
  return {.texts = {{"slug", &TermEntry::slug},
                    {"orcid", &TermEntry::orcid},
                    {"url", &TermEntry::url},
                    {"note", &TermEntry::note}},
          .lists = {{"names", &TermEntry::names},
                    {"papers", &TermEntry::papers},
                    {"digests", &TermEntry::digests},
                    {"categories", &TermEntry::categories}}};
}

EntryKeys institution_keys() {
  return {.texts = {{"slug", &TermEntry::slug},
                    {"ror", &TermEntry::ror},
                    {"url", &TermEntry::url},
                    {"country", &TermEntry::country},
                    {"note", &TermEntry::note}},
          .lists = {{"aliases", &TermEntry::names}}};
}

/// `text` without the address that identifiers are often given with.
std::string without_host(std::string text, std::string_view host) {
  const std::size_t at = text.find(host);
  return text.starts_with("http") && at != std::string::npos ? text.substr(at + host.size()) : text;
}

class EntryReader {
 public:
  EntryReader(const text::SourceText& source, EntryKeys keys)
      : source_(source), keys_(std::move(keys)) {}

  diagnostics::Reported<std::vector<TermEntry>> read() && {
    const diagnostics::Expected<YAML::Node> root = load_yaml(source_);
    if (!root) {
      return {.value = {}, .diagnostics = {root.error()}};
    }
    try {
      read_entries(*root);
    } catch (const YAML::Exception& error) {
      said_.push_back(
          at_mark(source_, error.mark, {.code = "config/bad-yaml", .message = error.msg}));
    }
    return {.value = std::move(entries_), .diagnostics = std::move(said_)};
  }

 private:
  void complain(const YAML::Node& node, Diagnostic diagnostic) {
    said_.push_back(at_node(source_, node, std::move(diagnostic)));
  }

  void wrong_type(const YAML::Node& node, std::string_view wanted) {
    complain(node, {.code = "config/wrong-type", .message = "this must be " + std::string(wanted)});
  }

  void read_entries(const YAML::Node& root) {
    if (root.IsNull()) {
      return;
    }
    if (!root.IsSequence()) {
      wrong_type(root, "a list of entries, each with a name");
      return;
    }
    for (const YAML::Node& node : root) {
      if (node.IsMap()) {
        read_entry(node);
      } else {
        wrong_type(node, "an entry with a name");
      }
    }
  }

  void read_entry(const YAML::Node& node) {
    TermEntry entry;
    for (const auto& member : node) {
      read_member(member.first, member.second, entry);
    }
    if (text::is_blank(entry.name.text)) {
      complain(node, {.code = "config/bad-value",
                      .message = "this entry has no name",
                      .remedy = "say with \"name:\" what is shown"});
      return;
    }
    check(node, entry);
    entries_.push_back(std::move(entry));
  }

  void read_member(const YAML::Node& key, const YAML::Node& value, TermEntry& entry) {
    const std::string name = key.IsScalar() ? key.Scalar() : std::string();
    if (name == "name") {
      if (value.IsScalar()) {
        entry.name = placed(value);
      } else {
        wrong_type(value, "a text");
      }
      return;
    }
    if (const auto text = std::ranges::find(keys_.texts, name, &TextKey::name);
        text != keys_.texts.end()) {
      if (value.IsScalar()) {
        entry.*(text->text) = text::trim(value.Scalar());
      } else if (!value.IsNull()) {
        wrong_type(value, "a text");
      }
      return;
    }
    if (const auto list = std::ranges::find(keys_.lists, name, &ListKey::name);
        list != keys_.lists.end()) {
      read_list(value, entry.*(list->texts));
      return;
    }
    unknown_key(key, name);
  }

  void unknown_key(const YAML::Node& key, const std::string& name) {
    const std::vector<std::string_view> known = keys_.names();
    std::string all;
    for (const std::string_view one : known) {
      all += (all.empty() ? "known are " : ", ") + std::string(one);
    }
    const std::string meant = text::did_you_mean(name, known);
    complain(key, {.code = "config/unknown-key",
                   .message = "an entry has no \"" + name + "\"",
                   .remedy = meant.empty() ? all : meant});
  }

  void read_list(const YAML::Node& value, std::vector<PlacedText>& texts) {
    if (value.IsScalar()) {
      texts.push_back(placed(value));
      return;
    }
    if (!value.IsSequence()) {
      wrong_type(value, "a list of texts");
      return;
    }
    for (const YAML::Node& item : value) {
      if (item.IsScalar() && !text::is_blank(item.Scalar())) {
        texts.push_back(placed(item));
      } else {
        wrong_type(item, "a text");
      }
    }
  }

  [[nodiscard]] PlacedText placed(const YAML::Node& node) const {
    Diagnostic at = at_node(source_, node, {});
    return {.text = text::without_unprintable(text::trim(node.Scalar())),
            .where = std::move(at.where),
            .source_line = std::move(at.source_line)};
  }

  /// Empties what is no identifier, address or slug: a page must not claim it.
  void check(const YAML::Node& node, TermEntry& entry) {
    entry.orcid = without_host(std::move(entry.orcid), "orcid.org/");
    entry.ror = without_host(std::move(entry.ror), "ror.org/");
    if (!entry.orcid.empty() && !is_orcid(entry.orcid)) {
      reject(node["orcid"], entry.orcid, "is no ORCID iD: its last digit does not check the others",
             "copy it from orcid.org, such as 0000-0002-1825-0097");
    }
    if (!entry.ror.empty() && !is_ror(entry.ror)) {
      reject(node["ror"], entry.ror, "is no ROR id: its last digits do not check the others",
             "copy it from ror.org, such as 042nb2s44");
    }
    if (!entry.url.empty() && !text::is_web_url(entry.url)) {
      reject(node["url"], entry.url, "is no http or https address",
             "only http and https addresses become links");
    }
    if (entry.slug != text::slugify(entry.slug)) {
      const std::string slug = text::slugify(entry.slug);
      reject(node["slug"], entry.slug, "cannot be a part of an address",
             slug.empty() ? "use letters, digits and hyphens" : "write " + slug);
    }
  }

  void reject(const YAML::Node& node, std::string& value, const std::string& why,
              std::string remedy) {
    complain(node, {.code = "config/bad-value",
                    .message = "\"" + value + "\" " + why,
                    .remedy = std::move(remedy)});
    value.clear();
  }

  const text::SourceText& source_;
  EntryKeys keys_;
  std::vector<TermEntry> entries_;
  std::vector<Diagnostic> said_;
};

}  // namespace

diagnostics::Reported<std::vector<TermEntry>> parse_authors(const text::SourceText& source) {
  return EntryReader(source, author_keys()).read();
}

diagnostics::Reported<std::vector<TermEntry>> parse_institutions(const text::SourceText& source) {
  return EntryReader(source, institution_keys()).read();
}

bool is_orcid(std::string_view orcid) {
  constexpr std::size_t kSize = 19;
  if (orcid.size() != kSize) {
    return false;
  }
  int total = 0;
  for (std::size_t i = 0; i + 1 < kSize; ++i) {
    if (i % 5 == 4) {
      if (orcid[i] != '-') {
        return false;
      }
      continue;
    }
    if (orcid[i] < '0' || orcid[i] > '9') {
      return false;
    }
    total = (total + (orcid[i] - '0')) * 2 % 11;
  }
  const int check = (12 - total) % 11;
  return orcid.back() == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

bool is_ror(std::string_view ror) {
  constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
  if (ror.size() != 9 || ror[0] != '0') {
    return false;
  }
  std::uint64_t number = 0;
  for (const char c : ror.substr(1, 6)) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) {
      return false;
    }
    number = number * 32 + digit;
  }
  const std::uint64_t check = 98 - number * 100 % 97;
  return ror.substr(7) == (check < 10 ? "0" : "") + std::to_string(check);
}

}  // namespace config
