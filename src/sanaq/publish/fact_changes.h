// Which facts a publication would open, change or close, one by one: cells of persons, statements
// of the case file, claims and files.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sanaq/publish/what_changes.h"

namespace sanaq::publish {

struct FactChange {
  ChangeKind kind = ChangeKind::added;
  std::string page;  // in the site, main language; "" if the fact has no page of its own
  // person:ADDRESS, KIND:ID of the case file, or document:NAME.
  std::string subject, property;
  std::string value;   // what stood there, if it is gone
  std::string source;  // a list, or who says so; several are separated by " | "
  bool is_about_a_person = false;
};

// The page of a thing of the case file; "" if it has none.
using PageOfThing = std::function<std::string(const std::string& subject)>;

// Returns the changes by subject. A public row that only moved within its list is none.
[[nodiscard]] std::vector<FactChange> fact_changes(const DataTables& before, const DataTables& now,
                                                   const PageOfThing& page_of_thing);

// Returns how many facts about persons are newly public or say something else than before.
[[nodiscard]] std::int64_t facts_opened(const std::vector<FactChange>& changes);
// Returns the same number of fact_changes(before, now), which are not made: a register of a hundred
// thousand persons has half a million.
[[nodiscard]] std::int64_t facts_opened(const DataTables& before, const DataTables& now);

}  // namespace sanaq::publish
