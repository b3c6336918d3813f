// What search.html looks in: scripts that register data, one for each beginning of a word.
//
// docs/formats/search.md says what stands in them.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/pages/filing.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// A page that is found by each word of its text.
struct SearchEntry {
  std::string text;
  std::string page;    // from a language's root, without ".html"
  std::string detail;  // tells pages of one text apart; not looked in
};

// A query loads two shards at most, and sixty kilobytes with all else.
inline constexpr std::size_t shard_bytes_max = 24'000;

// Returns all persons and the events and organisations of the case file.
[[nodiscard]] std::vector<SearchEntry> search_entries(const PublicView& view,
                                                      const std::vector<Filed>& all,
                                                      const draw::Voice& voice);

// Returns a hash of what the files are made from.
[[nodiscard]] std::string search_inputs(const std::vector<SearchEntry>& entries);

// Calls `take` for each file, with its path from the site's root ("search/nu.js"), always in one
// order: first "search/letters.js", which says how what is typed becomes a key.
using TakeShard = std::function<void(const std::string& path, std::string_view bytes)>;
void write_search_index(const std::vector<SearchEntry>& entries, const TakeShard& take);

// The name of the file for a beginning: "nu", "con_" for what Windows keeps for itself.
[[nodiscard]] std::string shard_name(std::string_view beginning);

}  // namespace sanaq::pages
