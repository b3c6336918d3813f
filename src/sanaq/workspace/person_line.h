// One person, or one record, in a line that tells it from others of the same name.
#pragma once
#include <string>
#include <vector>

#include "sanaq/exchange/row_words.h"
#include "sanaq/persons/register.h"
#include "sanaq/record/field.h"
#include "sanaq/record/record_table.h"

namespace sanaq::workspace {

struct PersonLine {
  std::string name, birth, date, place;
  std::vector<std::string> lists, records;
  double probability = 1;
};

// The date is that of what happened, or else of death. Each value is that of the first record that
// says it, as it was read, else as it is written; the name as it is written.
[[nodiscard]] PersonLine person_line(const record::RecordTable& records,
                                     const persons::Person& person,
                                     const exchange::RowWords& words);
// Whatever of it this one record says; `lists` has its own list.
[[nodiscard]] PersonLine record_line(const record::RecordTable& records, std::uint32_t record,
                                     const exchange::RowWords& words);

// "hospital, morgue"
[[nodiscard]] std::string joined_words(const std::vector<std::string>& texts, const char* between);

}  // namespace sanaq::workspace
