// One person as one row of one list: in its spelling and date form, with what the clerk got wrong
// or left empty.
#pragma once
#include <string>
#include <vector>

#include "sanaq/num/rng.h"
#include "sanaq/simulate/list_plans.h"
#include "sanaq/simulate/population.h"

namespace sanaq::simulate {

struct Slips {
  double errors = 0.05;   // chance of a slip in each name, and in each date
  double missing = 0.08;  // chance that a cell other than the name is empty
};

// One cell a column of the plan; the id cell is left empty for whoever numbers the rows.
[[nodiscard]] std::vector<std::string> write_row(const Person& person, const ListPlan& plan,
                                                 const Slips& slips, num::Rng& random);

// A day in the list's form and language, such as 9 октября 2003 г.; exposed for its test.
[[nodiscard]] std::string write_date(std::int32_t day, DateForm form, Script script);

}  // namespace sanaq::simulate
