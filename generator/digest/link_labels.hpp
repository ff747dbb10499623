#pragma once

#include <span>
#include <string>
#include <string_view>

namespace digest {

/// What a link's label says of it.
enum class LabelKind {
  unknown,
  paper,   ///< where the paper is: its address
  place,   ///< the same, but of several links another one is rather the address
  extra,   ///< code, data, talks, posts: never the paper's address
  silent,  ///< that there is a link, and nothing else
};

/// docs/digest_format.md lists the labels that are known. Case and blanks round the label do not
/// matter.
[[nodiscard]] LabelKind label_kind(std::string_view label);

/// The labels of kind `paper`, in lower case, the best first.
[[nodiscard]] std::span<const std::string_view> paper_labels();

/// A label without brackets round it, and without a stray one: `[Tweet)](…)`.
[[nodiscard]] std::string tidy_label(std::string_view label);

/// Whether digests link to `host` so often that it is an address even without `https://`. In lower
/// case, without `www.`
[[nodiscard]] bool is_linked_host(std::string_view host);

/// What a link is called that has no label: the name of the host that `url` leads to ("GitHub"), or
/// the host as it is written. Empty if `url` is no http or https address.
[[nodiscard]] std::string label_of_host(std::string_view url);

}  // namespace digest
