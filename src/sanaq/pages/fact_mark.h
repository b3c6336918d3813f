// The mark behind a fact on a page: it opens, without a script, to everything that says so.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::pages {

// One statement, and where it can be looked up. Empty texts are left out.
struct FactSource {
  std::uint64_t fact = 0;
  std::string text;  // what it says, if that is not what the page shows beside the mark
  std::string name;  // of the list or the source
  std::string reliability, locator, confidence, day;
  std::string where, where_href;  // the row or the entry, and where it is listed
  std::string hash;               // SHA-256 of the file, only if the file is public
};

struct FactMark {
  std::string label;               // of the property: "born"
  std::uint64_t shown = 0;         // the fact whose id the value itself has
  std::vector<FactSource> same;    // those that say what is shown
  std::vector<FactSource> beside;  // of what stands beside the value, such as how many are meant
  std::vector<FactSource> others;  // those that say otherwise
  std::string rule;                // why this value is shown first; "" without others
};

// Returns the id of a fact as it stands in data-fact and in data/facts.jsonl: 16 hex digits.
[[nodiscard]] std::string fact_text(std::uint64_t fact);

// Returns a `<details class="mark">`, whose name says of which property and how many sources it
// has. Every statement in it but `shown` has its own data-fact.
[[nodiscard]] std::string fact_mark(const FactMark& mark, const draw::Voice& voice);

// Returns the label as it stands within a sentence: with a small first letter, unless a capital
// follows it.
[[nodiscard]] std::string within_sentence(const std::string& label);

}  // namespace sanaq::pages
