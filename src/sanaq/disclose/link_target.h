// Where a link of an article may lead.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::disclose {

enum class TargetKind {
  outside,  // http, https or mailto, as it was written
  anchor,   // #… on the page itself
  page,     // within the site: a path from the language's root, perhaps with #…
  file,     // of articles/files/: its name
  refused,  // anything else
};

struct LinkTarget {
  TargetKind kind = TargetKind::refused;
  std::string text = {};
};

// `target` is as an article writes it, relative to articles/. Refused are other schemes
// (javascript:, data:, file:), links to the root of a host, addresses with a name and password,
// everything that leads above the site's root, and letters that a browser would read otherwise
// than a reader (backslashes, controls, %2E). A link to SLUG.LANG.md leads to the article's page.
[[nodiscard]] LinkTarget link_target(std::string_view target);

}  // namespace sanaq::disclose
