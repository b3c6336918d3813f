// How each invented list is kept: by whom, in which spelling and file, which columns, how much of
// the truth it sees.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/record/field.h"
#include "sanaq/simulate/spelling.h"

namespace sanaq::simulate {

enum class DateForm {
  dotted,
  iso,
  words,
  month_words,
  year
};  // 16.12.2011, 2011-12-16, 16 декабря 2011 г., 2011 ж. желтоқсан, 2011

struct PlannedColumn {
  record::Field field;
  std::string header;
};

struct ListPlan {
  std::string name, file;
  char delimiter = ',';
  std::string encoding = "UTF-8";  // or "UTF-8 with BOM", "windows-1251", "UTF-16LE"
  Script script = Script::russian;
  std::vector<PlannedColumn> columns;
  DateForm date_form = DateForm::iso;
  double date_month_only = 0;  // share of dates known to the month
  double initials = 0;         // share of names with initials for given name and patronymic
  double patronymic = 0.5;     // share of whole names that have the patronymic in them
  bool family_in_capitals = false;
  bool one_per_person = false;
  std::string title;                   // a line above the header; empty: none
  double coverage = 0.25;              // expected share of the persons
  double worker_shift = 0;             // log-odds for oil workers
  std::optional<std::size_t> partner;  // an earlier list ...
  double partner_shift = 0;            // ... that raises the log-odds of those it caught
};

inline constexpr int list_count_min = 2;
inline constexpr int list_count_max = 8;
[[nodiscard]] std::vector<ListPlan> standard_plans(int count);  // the first `count` of eight

}  // namespace sanaq::simulate
