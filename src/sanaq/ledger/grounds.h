// On which ground something that was public is public no more: the words that a reader of the site
// is told, and nothing else (docs/formats/log.md).
#pragma once
#include <array>
#include <string>
#include <string_view>

namespace sanaq::ledger {

inline constexpr std::array<std::string_view, 5> grounds = {"consent", "error", "not-given",
                                                            "order", "safety"};
inline constexpr const char* ground_not_given = "not-given";

// The word itself where it is one of them; "not-given" for any other, which a later version has.
[[nodiscard]] std::string ground_of(std::string_view word);

}  // namespace sanaq::ledger
