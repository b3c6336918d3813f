// The public form of a publication's own leaf, the last of its batch: it ties the files of the site
// and what was opened to the tree.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::log {

struct LogPublication {
  std::uint64_t before = 0;  // size of the publication before; 0: this is the first
  std::string day;           // YYYY-MM-DD
  std::string manifest;      // SHA-256 of log/manifest.txt as it was then, hex
  std::string open;          // SHA-256 of log/open/SIZE.txt, hex
  std::string origin;
  std::uint64_t size = 0;  // leaves of the tree with this one, which is the last
  bool operator==(const LogPublication&) const = default;
};

// {"before":N,"day":…,"kind":"publication","manifest":HEX,"open":HEX,"origin":…,"size":N}
[[nodiscard]] std::string publication_body(const LogPublication& publication);
// None where one of these is missing. Further keys are left to later versions.
[[nodiscard]] std::optional<LogPublication> parse_publication(std::string_view body);

}  // namespace sanaq::log
