#include "sanaq/tables/two_digit_years.h"

#include <algorithm>
#include <set>

#include "sanaq/record/age_span.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/tables/date_columns.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {
namespace {

using record::Column;
using record::Field;

const Column* find(const std::vector<Column>& columns, Field field) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.field == field; });
  return found == columns.end() ? nullptr : &*found;
}

const std::string* canonical_of(const Column* column, std::size_t record) {
  if (column == nullptr) return nullptr;
  const std::string& canonical = column->canonical[column->codes[record]];
  return canonical.empty() ? nullptr : &canonical;
}

// What a record says of the year in which its person was born.
class YearsByAge {
 public:
  YearsByAge(const std::vector<Column>& columns, const ListSource& source)
      : ages_(find(columns, Field::age)), source_(source) {
    for (const Field field : {Field::death, Field::death_year, Field::date, Field::date_year}) {
      if (const Column* column = find(columns, field)) dates_.push_back(column);
    }
  }

  [[nodiscard]] bool can_tell() const {
    return ages_ != nullptr && (!dates_.empty() || source_.last_year);
  }

  [[nodiscard]] std::optional<YearWindow> of(std::size_t record) const {
    const std::string* const written = canonical_of(ages_, record);
    const auto age = written ? record::age_from_text(*written) : std::nullopt;
    const auto when = year_of_age(record);
    if (!age || !when) return std::nullopt;
    return YearWindow{when->first - age->to - 1, when->last - age->from};
  }

 private:
  [[nodiscard]] std::optional<YearWindow> year_of_age(std::size_t record) const {
    for (const Column* column : dates_) {
      const std::string* const date = canonical_of(column, record);
      const auto days = date ? record::from_edtf(*date) : std::nullopt;
      if (days)
        return YearWindow{record::day_from_number(days->first_day).year,
                          record::day_from_number(days->last_day).year};
    }
    if (!source_.last_year) return std::nullopt;
    return YearWindow{source_.first_year.value_or(*source_.last_year), *source_.last_year};
  }

  const Column* ages_;
  const ListSource& source_;
  std::vector<const Column*> dates_;
};

class BirthsByAge {
 public:
  BirthsByAge(Column& births, const YearsByAge& years, const ReadingContext& reading)
      : births_(births),
        years_(years),
        context_(date_context(*births.field, births.values, reading)) {}

  // The values that were read.
  std::set<std::string> read() {
    const std::size_t size = births_.values.size();
    std::vector<char> is_open(size);
    for (std::size_t code = 1; code < size; ++code)
      is_open[code] =
          births_.canonical[code].empty() && lacks_century(births_.values[code], context_);
    std::vector<std::string> found(size);
    for (std::size_t record = 0; record < births_.codes.size(); ++record) {
      const std::uint32_t code = births_.codes[record];
      if (!is_open[code]) continue;
      const std::string birth = birth_by_age(code, record);
      if (birth.empty() || (!found[code].empty() && found[code] != birth)) is_open[code] = 0;
      found[code] = birth;
    }
    std::set<std::string> read;
    for (std::size_t code = 1; code < size; ++code) {
      if (!is_open[code] || found[code].empty()) continue;
      births_.canonical[code] = found[code];
      read.insert(births_.values[code]);
    }
    return read;
  }

 private:
  [[nodiscard]] std::string birth_by_age(std::uint32_t code, std::size_t record) const {
    const auto years = years_.of(record);
    if (!years) return "";
    DateContext context = context_;
    if (const auto& most = context_.two_digit_years)
      context.two_digit_years =
          YearWindow{std::max(most->first, years->first), std::min(most->last, years->last)};
    else
      context.two_digit_years = years;
    if (context.two_digit_years->first > context.two_digit_years->last) return "";
    const std::string& cell = births_.values[code];
    const auto birth =
        births_.field == Field::birth ? read_whole_date(cell, context) : read_year(cell, context);
    return birth ? *birth : "";
  }

  Column& births_;
  const YearsByAge& years_;
  DateContext context_;
};

}  // namespace

void read_births_by_ages(std::vector<Column>& columns, const ReadingContext& context,
                         CellReports& reports) {
  if (context.source.century || calendar_named(context.source.calendar) != Calendar::gregorian)
    return;
  const YearsByAge years(columns, context.source);
  if (!years.can_tell()) return;
  for (Column& column : columns) {
    const bool is_birth = column.field && holds_births(*column.field);
    const bool is_reported = is_birth && std::any_of(reports.bad.begin(), reports.bad.end(),
                                                     [&](const record::BadCell& cell) {
                                                       return cell.field == column.field;
                                                     });
    if (!is_reported) continue;
    const std::set<std::string> read = BirthsByAge(column, years, context).read();
    std::erase_if(reports.bad, [&](const record::BadCell& cell) {
      return cell.field == column.field && cell.column == column.header &&
             read.count(cell.value) > 0;
    });
  }
}

}  // namespace sanaq::tables
