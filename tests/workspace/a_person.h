// Persons of the small counted investigation, looked up by a name, for tests of their screens.
#pragma once
#include <chrono>
#include <string>
#include <thread>

#include "sanaq/exchange/row_words.h"
#include "sanaq/workspace/persons_at_hand.h"
#include "workspace/a_counted_bench.h"

namespace sanaq::workspace {

// Whoever has this in a record's name as it is written; nullptr: nobody.
inline const persons::Person* person_named(const PersonsNow& all, const std::string& part) {
  for (const persons::Person& person : all->outcome().persons) {
    for (const std::uint32_t record : person.records) {
      if (exchange::name_as_written(all->outcome().records, record).find(part) != std::string::npos)
        return &person;
    }
  }
  return nullptr;
}

// Until names are found.
inline void wait_for_names(const Bench& bench) {
  for (int tries = 0; tries < 2000 && !bench.names().index && !bench.names().why_not; ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

}  // namespace sanaq::workspace
