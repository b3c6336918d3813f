// Dates as people write them, read as far as they say something and no further.
#pragma once
#include <optional>
#include <string_view>

#include "sanaq/base/result.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::tables {

// Which of 03/04/2011 is the month: what the whole column proves, if it proves anything.
enum class DayMonthOrder { unknown, day_first, month_first };

struct DateContext {
  DayMonthOrder order = DayMonthOrder::unknown;
  bool serials = false;  // a bare number is an Excel serial (days since 1899-12-30)
};

// Absent (none) for blank cells and what typists put for "not known": 0000, 00.00.0000, -, ?,
// unknown. With the order unknown 03/04/2011 is a Problem and is reported, and so is a year of two
// digits: neither month nor century is ever guessed.
[[nodiscard]] base::Result<std::optional<record::PartialDate>> read_date(
    std::string_view cell, const DateContext& context);

// What one cell proves of the order: a first part above 12 means day first, a second part above 12
// month first. Dotted dates (16.12.2011) are day first wherever they are written.
[[nodiscard]] DayMonthOrder order_proved_by(std::string_view cell);

}  // namespace sanaq::tables
