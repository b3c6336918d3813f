// The mark of a site: the file in it that lists every file published, with its hash
// (docs/formats/site.md). By it a later publication knows what is ours to replace, and anybody
// whether a copy is whole.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/pages/mark_file.h"

namespace sanaq::publish {

using pages::mark_file;

struct SiteMark {
  std::map<std::string, std::string> files;  // path from the site's root -> SHA-256
};

// The first line names the format; then one line a file, sorted by path, as sha256sum prints it.
[[nodiscard]] std::string mark_text(const SiteMark& mark);

// SHA-256 of that text: of the whole site, therefore.
[[nodiscard]] std::string mark_hash(const SiteMark& mark);

// A path that no disk reads otherwise and that leads nowhere else: parts separated by '/', none
// empty, "." or "..", without control characters, `\` and `:`, not too long; not the mark itself.
[[nodiscard]] bool is_site_path(std::string_view path);

[[nodiscard]] base::Result<SiteMark> parse_mark(std::string_view text);

// The mark of the folder; none where there is none that can be read, or where it is a link.
[[nodiscard]] std::optional<SiteMark> read_mark(const std::string& site);

void write_mark(const std::string& site, const SiteMark& mark);

}  // namespace sanaq::publish
