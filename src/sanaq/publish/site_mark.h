// The mark of a site: the file in it that lists every published file with its hash
// (docs/formats/site.md). It tells a later publication what is ours to replace, and anybody whether
// a copy is complete.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/log/file_hashes.h"
#include "sanaq/pages/mark_file.h"

namespace sanaq::publish {

using pages::mark_file;

struct SiteMark {
  log::FileHashes files;
};

// Returns the text of a mark: the first line names the format, then follows one line for each file,
// sorted by path, as sha256sum prints it.
[[nodiscard]] std::string mark_text(const SiteMark& mark);

// Returns the SHA-256 of that text, and so of the whole site.
[[nodiscard]] std::string mark_hash(const SiteMark& mark);

// Returns the same for the mark without the files of the public log: of what the investigation's
// outcome alone decides.
[[nodiscard]] std::string pages_hash(const SiteMark& mark);

// Returns true for a file of the public log: what stands below log/, and person/ID.entries.json.
[[nodiscard]] bool is_log_path(std::string_view path);

// Returns the mark without those.
[[nodiscard]] SiteMark without_log(const SiteMark& mark);

// Returns true for a path that every file system reads alike and that leads nowhere else: parts
// separated by '/', none of them empty, "." or "..", without control characters, `\` and `:`, not
// too long, and not the mark itself.
[[nodiscard]] bool is_site_path(std::string_view path);

// Returns the folder of a path of a mark; "" for what lies in the site itself.
[[nodiscard]] std::string_view folder_in(std::string_view path);

[[nodiscard]] base::Result<SiteMark> parse_mark(std::string_view text);

// Returns the mark of the folder; nullopt if there is none that can be read, or if it is a link.
[[nodiscard]] std::optional<SiteMark> read_mark(const std::string& site);

void write_mark(const std::string& site, const SiteMark& mark);

}  // namespace sanaq::publish
