// What is known of a translation: whether it is there, whether somebody read it, and whether it is
// of the text as it is now.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/po_text.h"

namespace sanaq::base {

enum class TranslationState {
  missing,   // a form is empty
  machine,   // nobody who reads the language has said that it is right
  reviewed,  // somebody has: `#. sanaq: reviewed HASH` stands before it
  stale,     // the text was another when it was translated or reviewed, or the entry is fuzzy
};

// Returns what a remark names a text by: the first 16 hex digits of the SHA-256 of its context, the
// byte 4, the text and, after the byte 0, its plural form.
[[nodiscard]] std::string source_hash(const PoEntry& entry);

// Reads the remarks `sanaq: reviewed HASH` and `sanaq: machine HASH`; without one a translation is
// of a machine. With two of them the last counts.
[[nodiscard]] TranslationState state_of(const PoEntry& entry);

struct TranslationCount {
  std::int64_t total = 0, missing = 0, machine = 0, reviewed = 0, stale = 0;
};

// Counts the entries of `wanted` by the state that they have in `translated`. total = missing +
// machine + reviewed + stale.
[[nodiscard]] TranslationCount count_translations(const std::vector<PoEntry>& wanted,
                                                  const std::vector<PoEntry>& translated);

// Returns the entries of `wanted` that `translated` lacks or has without a text, in their order.
[[nodiscard]] std::vector<PoEntry> missing_translations(const std::vector<PoEntry>& wanted,
                                                        const std::vector<PoEntry>& translated);

}  // namespace sanaq::base
