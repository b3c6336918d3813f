// The files of publication/ (docs/formats/facts.md), below the investigation, and how what is
// erased leaves them.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace sanaq::investigation {

inline constexpr std::string_view published_facts = "publication/facts.jsonl";
inline constexpr std::string_view published_corrections = "publication/corrections.jsonl";

// Returns `text` without the lines for which `holds_words` is true. Of a correction's line only the
// texts go: that something was changed that day stays.
using HoldsWordsInLine = std::function<bool(std::string_view line)>;
[[nodiscard]] std::string without_words(std::string_view name, std::string_view text,
                                        const HoldsWordsInLine& holds_words);

}  // namespace sanaq::investigation
