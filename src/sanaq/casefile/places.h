// Which places are in a scope: the one rule for records and for asserted numbers.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::casefile {

// Returns the words of places for is_among_places: romanised and folded.
[[nodiscard]] std::vector<std::string> plain_places(const std::vector<std::string>& places);

// Returns true if the place contains one of the words, both romanised and folded, or if there are
// no words, since any place is then meant. `plain` is the result of plain_places().
[[nodiscard]] bool is_among_places(const std::vector<std::string>& plain, std::string_view place);

}  // namespace sanaq::casefile
