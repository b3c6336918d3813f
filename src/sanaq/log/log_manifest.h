// log/manifest.txt: every file of the newest publication with its hash, under a salt, so that its
// own hash in the log confirms no guess about a page that was taken down.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/log/file_hashes.h"
#include "sanaq/log/merkle.h"

namespace sanaq::log {

inline constexpr std::string_view manifest_path = "log/manifest.txt";

struct LogManifest {
  Hash salt{};                    // random, another for each publication
  std::vector<std::string> keep;  // [publish] keep, sorted: named and not judged
  FileHashes code_pages;          // see with_code_out
  FileHashes files;
};

// "salt HEX"; "keep PATH" lines; "code HEX  PATH" lines; and "HEX  PATH" lines as sha256sum prints
// them; each by path and ended by LF.
[[nodiscard]] std::string manifest_text(const LogManifest& manifest);
// Refuses a path that leads out of the site, that stands twice or out of order.
[[nodiscard]] base::Result<LogManifest> parse_manifest(std::string_view text);

// True for a path that every file system reads alike and that leads nowhere else: parts separated
// by '/', none of them empty, "." or "..", without control characters, '\' and ':', at most 1024
// bytes.
[[nodiscard]] bool is_plain_path(std::string_view path);
// True for what the manifest does not list: itself, log/checkpoint, log/tile/, log/publication/.
[[nodiscard]] bool is_outside_manifest(std::string_view path);
// Whether `path` is one of `keep`, or lies in a folder of it (written with '/' at its end). Never
// a page or a script (.html, .htm, .xhtml, .js, .mjs, .svg, in any case).
[[nodiscard]] bool is_kept(const std::vector<std::string>& keep, std::string_view path);

// A page shows the checkpoint's code (publish/log_code.h), which depends on the manifest; so the
// manifest has the hash of the page with the code taken out. Gives the page without the code where
// it stands in it exactly once, else the page and a zero byte, whose hash is no page's.
[[nodiscard]] std::string with_code_out(std::string_view page, std::string_view code);

}  // namespace sanaq::log
