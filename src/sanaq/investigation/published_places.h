// The files of publication/ (docs/formats/facts.md), below the investigation, and how what is
// erased leaves them.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace sanaq::investigation {

inline constexpr std::string_view published_facts = "publication/facts.jsonl";
inline constexpr std::string_view published_corrections = "publication/corrections.jsonl";
// The public halves to which the server of the last publication seals; no words of anybody.
inline constexpr std::string_view published_intake_keys = "publication/intake-keys.txt";
// Of the public log (docs/formats/log.md): the leaves, and for each publication, by the size of the
// log, what it opened and closed, and the opening of its own leaf. They hold nobody's words.
inline constexpr std::string_view published_leaves = "publication/leaves";
inline constexpr std::string_view published_openings = "publication/openings";

// Returns `text` without the lines for which `holds_words` is true. Of a correction's line only the
// texts go: that something was changed that day stays.
using HoldsWordsInLine = std::function<bool(std::string_view line)>;
[[nodiscard]] std::string without_words(std::string_view name, std::string_view text,
                                        const HoldsWordsInLine& holds_words);

}  // namespace sanaq::investigation
