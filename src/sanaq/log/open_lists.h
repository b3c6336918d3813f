// log/open/SIZE.txt: the leaves that a publication opened and closed; added up, they say which
// leaves are open.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::log {

struct OpenList {
  std::set<std::uint64_t> opened;
  std::map<std::uint64_t, std::uint64_t> closed;  // leaf -> the open leaf that says why
  bool operator==(const OpenList&) const = default;
};

// "+FROM-TO" for each longest run of leaves opened, then "-INDEX BY" for each closed; by index,
// each ended by LF. TO is in the run; a single leaf is +7-7.
[[nodiscard]] std::string open_list_text(const OpenList& list);
// None for any other text, and for an index of `size` or more: `size` is that of the publication.
[[nodiscard]] std::optional<OpenList> parse_open_list(std::string_view text, std::uint64_t size);

// What is open after a list is added. False where it opens what is open, or closes what is not.
[[nodiscard]] bool add_open_list(std::set<std::uint64_t>& open, const OpenList& list);

[[nodiscard]] std::string open_list_path(std::uint64_t size);    // log/open/SIZE.txt
[[nodiscard]] std::string publication_path(std::uint64_t size);  // log/publication/SIZE.json

}  // namespace sanaq::log
