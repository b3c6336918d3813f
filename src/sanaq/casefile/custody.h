// From arrest to rehabilitation: who is held on a day, how much of a term is served and left, and
// when it ends. Partly known dates give ranges of days.
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
  std::optional<Sentence> sentence;  // the one in force on the day, after changes up to it
  bool is_life = false;
  // In days. The term runs by the calendar from its start (or from the arrest, if no start is
  // given), less credited days. `free` is the first day of freedom.
  std::optional<Range> free;
  std::optional<Range> served;  // before the day, including credited days, never beyond the term
  std::optional<Range> left;    // from the day on, never below zero
  bool counted_from_arrest = false;
};

// Returns the state at the start of `day`. What happened later is not known on that day, except
// that a later release shows that he was held. A release before the arrest is not believed, and he
// remains among those who are perhaps held.
[[nodiscard]] CustodyOn custody_on(const Custody& custody, std::int32_t day);

struct HeldCount {
  // People are counted by their keys, and prosecutions by custody. low: surely held; high: also
  // those perhaps held.
  Range people, prosecutions;
};
[[nodiscard]] HeldCount count_held(const std::vector<Custody>& custodies, std::int32_t day);

// Returns pairs of custodies that may be one custody entered twice: the same person, arrested on
// the same known day.
[[nodiscard]] std::vector<std::pair<const Custody*, const Custody*>> perhaps_one(
    const std::vector<Custody>& custodies);

// Whether somebody is held on the day, surely or perhaps, with a term that ends within `months` of
// it.
enum class Due { no, perhaps, yes };
[[nodiscard]] Due due_within(const Custody& custody, std::int32_t day, int months);

// Returns the changes of kind `cut` after which the term is longer than before. The pointers lead
// into `custody`.
[[nodiscard]] std::vector<const Change*> cuts_that_lengthen(const Custody& custody);

// Returns what in it is contradictory or missing: a release before the arrest, a change before the
// term, a term that is over without a release.
[[nodiscard]] std::vector<base::Message> doubts(const Custody& custody, std::int32_t day);

}  // namespace sanaq::casefile
