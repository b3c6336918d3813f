// From arrest to rehabilitation: who is held on a day, how much of a term is served and left, and
// when it ends. Dates that are known in part give ranges of days.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

enum class Held { no, perhaps, yes };

struct CustodyOn {
  Held held = Held::no;
  base::Message reason;              // why, in a sentence
  std::optional<Sentence> sentence;  // in force on the day, after changes up to it
  bool is_life = false;
  // Days. The term runs from its start (or, where no start is given, from the arrest) by the
  // calendar, less credited days; `free` is the first day of freedom.
  std::optional<Range> free;
  std::optional<Range> served;  // before the day, credited ones included, never beyond the term
  std::optional<Range> left;    // from the day on, never below zero
  bool counted_from_arrest = false;
};

// The state at the start of `day`. What happened later is not known on that day, except that a
// release that did happen later shows that he was held. A release before the arrest is not
// believed: he stays among those who are perhaps held.
[[nodiscard]] CustodyOn custody_on(const Custody& custody, std::int32_t day);

struct HeldCount {
  // People by their keys and prosecutions by custody: two counts. Low: surely held; high: perhaps.
  Range people, prosecutions;
};
[[nodiscard]] HeldCount count_held(const std::vector<Custody>& custodies, std::int32_t day);

// Pairs of custodies that may be one entered twice: one person, arrested on one known day.
[[nodiscard]] std::vector<std::pair<const Custody*, const Custody*>> perhaps_one(
    const std::vector<Custody>& custodies);

// Held on the day, surely or perhaps, with a term that ends within a year of it.
enum class Due { no, perhaps, yes };
[[nodiscard]] Due due_within(const Custody& custody, std::int32_t day, int months);

// Changes of kind `cut` after which the term is longer than before; they are in `custody`.
[[nodiscard]] std::vector<const Change*> cuts_that_lengthen(const Custody& custody);

// What of it contradicts itself or is missing: a release before the arrest, a change before the
// term, a term that is over without a release.
[[nodiscard]] std::vector<base::Message> doubts(const Custody& custody, std::int32_t day);

}  // namespace sanaq::casefile
