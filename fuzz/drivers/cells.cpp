// Cells of dates, ages and sexes.
#include "input.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/tables/age_cell.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/date_cell.h"
#include "sanaq/tables/sex_cell.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view cell = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    for (const bool serials : {false, true}) {
      for (const auto order : {tables::DayMonthOrder::unknown, tables::DayMonthOrder::day_first,
                               tables::DayMonthOrder::month_first}) {
        for (const auto calendar : {tables::Calendar::gregorian, tables::Calendar::hijri,
                                    tables::Calendar::jalali, tables::Calendar::buddhist}) {
          tables::DateContext context{order, serials};
          context.calendar = calendar;
          const auto date = tables::read_date(cell, context);
          if (!date || !*date) continue;
          fuzz::expect((*date)->first_day <= (*date)->last_day, "a date ends after it begins");
          const auto again = record::from_edtf(record::to_edtf(**date));
          fuzz::expect(again && *again == **date, "a date is read as it is written");
        }
      }
    }
    (void)tables::lacks_century(cell, {});
    (void)tables::order_proved_by(cell);
    (void)record::from_edtf(cell);
    const auto age = tables::read_age(cell);
    fuzz::expect(!age || !*age || ((*age)->from >= 0 && (*age)->from <= (*age)->to),
                 "an age is not negative, and ends after it begins");
    if (age && *age)
      fuzz::expect(record::age_from_text(record::to_text(**age)) == **age,
                   "an age is read as it is written");
    (void)tables::read_sex(cell);
    (void)tables::cell_says_nothing(tables::trimmed(cell));
  });
}
