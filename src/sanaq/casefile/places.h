// Which places are meant: the one rule for records and for asserted numbers.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::casefile {

// The words of places as is_among_places asks for them: romanised and folded.
[[nodiscard]] std::vector<std::string> plain_places(const std::vector<std::string>& places);

// Returns true if the place contains one of the words, letters of all scripts romanised and folded,
// or if there are no words: then any place is meant. `plain`: plain_places().
[[nodiscard]] bool is_among_places(const std::vector<std::string>& plain, std::string_view place);

}  // namespace sanaq::casefile
