#include "sanaq/tables/read_columns.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>

#include "sanaq/base/check.h"
#include "sanaq/tables/age_cell.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/date_columns.h"
#include "sanaq/tables/dictionary.h"
#include "sanaq/tables/doubtful_years.h"
#include "sanaq/tables/error_cells.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/reading_context.h"
#include "sanaq/tables/several_people.h"
#include "sanaq/tables/sex_cell.h"
#include "sanaq/tables/turned_dates.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/name_problem.h"
#include "sanaq/text/nobody.h"

namespace sanaq::tables {
namespace {

using base::message;
using base::Problem;
using record::Column;
using record::Field;
using Canonical = base::Result<std::string>;
using Reader = std::function<Canonical(const std::string&)>;

Canonical read_age_cell(const std::string& cell) {
  const auto age = read_age(cell);
  if (!age) return tl::unexpected(age.error());
  return *age ? record::to_text(**age) : "";
}

Canonical read_sex_cell(const std::string& cell, const SexLetters& letters) {
  const auto sex = read_sex(cell, letters);
  if (!sex) return tl::unexpected(sex.error());
  return std::string(*sex);
}

Canonical read_text(const std::string& cell) {
  if (cell_says_nothing(cell)) return "";
  if (cell.find("\xEF\xBF\xBD") != cell.npos) {
    return tl::unexpected(Problem{
        message("some letters are lost: the file is in another encoding, or was damaged before"),
        message("name the list's encoding, or compare the cell with its source")});
  }
  return cell;
}

Canonical read_text_of_letters(const std::string& cell) {
  if (auto problem = text::marks_problem(cell)) return tl::unexpected(std::move(*problem));
  return read_text(cell);
}

// `part_names`: commas do so in this column (several_people.h).
Canonical read_name(const std::string& cell, bool part_names) {
  if (auto problem = text::name_problem(cell)) return tl::unexpected(std::move(*problem));
  if (holds_several_people(cell, part_names)) {
    return tl::unexpected(
        Problem{message("several people seem to stand in this cell"),
                message("give each of them a row of their own; if it is one person, write the name "
                        "without a comma or a word for \"and\"")});
  }
  return read_text(cell);
}

// Of parts only the whole name tells whether it is nobody's: a family may be called Неизвестный.
Canonical read_whole_name(const std::string& cell, bool part_names,
                          const text::NobodyWords& nobody) {
  if (nobody.names_nobody(cell)) return "";
  return read_name(cell, part_names);
}

Reader reader_of(const Column& column, const ReadingContext& reading,
                 const text::NobodyWords& nobody) {
  switch (*column.field) {
    case Field::birth:
    case Field::death:
    case Field::date:
      return [context = date_context(*column.field, column.values, reading)](
                 const std::string& cell) { return read_whole_date(cell, context); };
    case Field::birth_year:
    case Field::death_year:
    case Field::date_year:
      return [context = date_context(*column.field, column.values, reading)](
                 const std::string& cell) { return read_year(cell, context); };
    case Field::birth_month:
    case Field::death_month:
    case Field::date_month:
      return [calendar = calendar_named(reading.source.calendar)](const std::string& cell) {
        return read_month(cell, calendar);
      };
    case Field::birth_day:
    case Field::death_day:
    case Field::date_day:
      return read_day;
    case Field::age:
      return read_age_cell;
    case Field::sex:
      return [letters = sex_letters(column.values)](const std::string& cell) {
        return read_sex_cell(cell, letters);
      };
    case Field::id:
      return [](const std::string& cell) { return Canonical(cell); };
    case Field::name:
      return [part_names = commas_part_names(column.values), &nobody](const std::string& cell) {
        return read_whole_name(cell, part_names, nobody);
      };
    case Field::given:
    case Field::family:
    case Field::patronymic:
      return [](const std::string& cell) { return read_name(cell, true); };
    case Field::place:
    case Field::place_town:
    case Field::place_region:
    case Field::place_country:
    case Field::occupation:
    case Field::group:
      return read_text_of_letters;
  }
  base::check(false, "every field has its reader");
  return read_text;
}

bool is_of_name(Field field) {
  return field == Field::name || field == Field::given || field == Field::family ||
         field == Field::patronymic;
}

// What the user says that cells mean, by the field or the header: cell, folded -> meaning.
std::map<std::string, std::string> meanings(const Column& column, const ListSource& source) {
  std::map<std::string, std::string> all;
  for (const auto& [name, values] : source.values) {
    const bool is_this =
        name == column.header || (column.field && name == record::field_name(*column.field));
    if (!is_this) continue;
    for (const auto& [cell, meaning] : values) all[text::fold(cell)] = meaning;
  }
  return all;
}

// One problem for each distinct value that cannot be read, or is doubtful.
void report(const Column& column, const std::vector<std::optional<Problem>>& problems,
            const std::vector<std::int64_t>& rows, std::vector<record::BadCell>& cells) {
  for (std::size_t record = 0; record < rows.size(); ++record) {
    const std::uint32_t code = column.codes[record];
    if (!problems[code]) continue;
    cells.push_back({"", rows[record], column.header, column.field, column.values[code],
                     problems[code]->reason, problems[code]->advice});
  }
}

// What is read as it stands and is worth a look.
using Doubter = std::function<std::optional<Problem>(const std::string&)>;

Doubter doubter_of(const Column& column, const text::NobodyWords& nobody) {
  if (column.field != Field::name) return nullptr;
  return [&nobody, part_names = commas_part_names(column.values)](
             const std::string& cell) -> std::optional<Problem> {
    if (!part_names && may_hold_two_people(cell)) {
      return Problem{message("two people may stand in this cell, parted by a comma; it is read as "
                             "the names of one"),
                     message("if they are two, give each of them a row of their own; if not, leave "
                             "it")};
    }
    if (!nobody.has_nobody_word(cell)) return std::nullopt;
    return Problem{message("a word here says that nobody knows, and another one may be a name; the "
                           "cell is read as a name"),
                   message("if it names nobody, add it in investigation.toml under [words]:  "
                           "nobody = [\"…\"]; if it does, leave it")};
  };
}

void read_values(Column& column, const Reader& read, const Doubter& doubt,
                 const std::vector<std::int64_t>& rows, CellReports& reports) {
  std::vector<std::optional<Problem>> problems(column.values.size()), doubts;
  column.canonical.assign(column.values.size(), "");
  bool has_problem = false;
  for (std::size_t code = 1; code < column.values.size(); ++code) {
    Canonical canonical = read(column.values[code]);
    if (!canonical) {
      problems[code] = canonical.error();
      has_problem = true;
      continue;
    }
    column.canonical[code] = std::move(*canonical);
    if (!doubt || column.canonical[code].empty()) continue;
    if (auto why = doubt(column.values[code])) {
      doubts.resize(column.values.size());
      doubts[code] = std::move(why);
    }
  }
  if (has_problem) report(column, problems, rows, reports.bad);
  if (!doubts.empty()) report(column, doubts, rows, reports.doubtful);
}

void put_mended(const std::vector<MendedCell>& mended, Column& column) {
  std::map<std::string_view, std::uint32_t> codes;
  for (const MendedCell& cell : mended) {
    if (cell.header == column.header) codes.emplace(cell.text, 0);
  }
  if (codes.empty()) return;
  // Each text stands once; that of the empty cell is the first.
  for (std::uint32_t code = 0; code < column.values.size(); ++code) {
    if (const auto found = codes.find(column.values[code]); found != codes.end())
      found->second = code;
  }
  for (auto& [text, code] : codes) {
    if (code != 0 || text.empty()) continue;
    code = static_cast<std::uint32_t>(column.values.size());
    column.values.emplace_back(text);
  }
  for (const MendedCell& cell : mended) {
    if (cell.header == column.header) column.codes[cell.record] = codes.at(cell.text);
  }
}

struct Combination {
  Field whole;
  std::array<Field, 3> parts;
};
constexpr std::array<Combination, 4> combinations = {{
    {Field::birth, {Field::birth_year, Field::birth_month, Field::birth_day}},
    {Field::death, {Field::death_year, Field::death_month, Field::death_day}},
    {Field::date, {Field::date_year, Field::date_month, Field::date_day}},
    {Field::place, {Field::place_town, Field::place_region, Field::place_country}},
}};

const Column* find(const std::vector<Column>& columns, Field field) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.field == field; });
  return found == columns.end() ? nullptr : &*found;
}

// The canonical parts of one record, joined; parts that are absent or unreadable leave their place
// empty.
std::string joined(const std::array<const Column*, 3>& parts, std::size_t record,
                   std::string_view between, bool keep_places) {
  std::string text;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const std::string_view part =
        parts[at] == nullptr ? std::string_view()
                             : std::string_view(parts[at]->canonical[parts[at]->codes[record]]);
    if (at > 0 && (keep_places || (!text.empty() && !part.empty()))) text += between;
    text += part;
  }
  return text == "--" ? "" : text;
}

// What is read as a date and is a doubtful one.
void report_doubtful_dates(const Column& column, const std::vector<std::int64_t>& rows,
                           const ReadingContext& context, CellReports& reports) {
  if (!column.field || !(holds_births(*column.field) || holds_deaths_or_events(*column.field)))
    return;
  const auto years = doubtful_years(column, context.source);
  if (!years.empty()) report(column, years, rows, reports.doubtful);
  if (!context.is_spreadsheet) return;
  const auto turned = turned_dates(column);
  if (!turned.empty()) report(column, turned, rows, reports.doubtful);
}

}  // namespace

void read_column(Column& column, const std::vector<std::int64_t>& rows,
                 const ReadingContext& context, CellReports& reports,
                 const std::vector<MendedCell>& mended) {
  const text::NobodyWords nobody(context.source.nobody_words);
  const Reader plain = column.field ? reader_of(column, context, nobody)
                                    : [](const std::string& cell) { return Canonical(cell); };
  // What says in a column of names that nobody knows, says it of a date, an age, a sex or a place.
  const bool takes_nobody =
      column.field && !is_of_name(*column.field) && *column.field != Field::id;
  const bool may_say_nothing = column.field && column.field != Field::id;
  const bool has_own_words = may_say_nothing && !context.source.nobody_words.empty();
  const Reader read = [&, means = meanings(column, context.source)](const std::string& cell) {
    if (is_spreadsheet_error(cell)) return Canonical(tl::unexpected(error_problem(cell)));
    if (has_own_words && nobody.says_nothing(cell)) return Canonical("");
    if (takes_nobody && text::names_nobody(cell) && cell.find_first_of("0123456789") == cell.npos)
      return Canonical("");
    if (means.empty()) return plain(cell);
    const auto meant = means.find(text::fold(cell));
    return plain(meant == means.end() ? cell : meant->second);
  };
  const Doubter doubt = doubter_of(column, nobody);
  put_mended(mended, column);
  read_values(column, read, doubt, rows, reports);
  report_doubtful_dates(column, rows, context, reports);
}

std::optional<Field> whole_of(Field part) {
  for (const Combination& combination : combinations) {
    if (std::find(combination.parts.begin(), combination.parts.end(), part) !=
        combination.parts.end())
      return combination.whole;
  }
  return std::nullopt;
}

void add_combined_columns(std::vector<Column>& columns, const std::vector<std::int64_t>& rows,
                          const ReadingContext& context, CellReports& reports,
                          const std::set<std::string>* only) {
  const auto read_date_parts =
      [calendar = calendar_named(context.source.calendar)](const std::string& cell) {
        return date_of_parts(cell, calendar);
      };
  for (const Combination& combination : combinations) {
    if (only != nullptr && only->count(std::string(record::field_name(combination.whole))) == 0)
      continue;
    if (find(columns, combination.whole) != nullptr) continue;
    std::array<const Column*, 3> parts{};
    for (std::size_t at = 0; at < parts.size(); ++at)
      parts[at] = find(columns, combination.parts[at]);
    if (std::count(parts.begin(), parts.end(), nullptr) == 3) continue;
    const bool is_place = combination.whole == Field::place;
    if (!is_place && parts[0] == nullptr) continue;  // months without years say nothing
    Column whole;
    whole.header = std::string(record::field_name(combination.whole));
    whole.field = combination.whole;
    Dictionary dictionary;
    whole.codes.reserve(rows.size());
    for (std::size_t record = 0; record < rows.size(); ++record) {
      whole.codes.push_back(
          dictionary.code_of(joined(parts, record, is_place ? ", " : "-", !is_place)));
    }
    whole.values = dictionary.release_values();
    read_values(whole,
                is_place ? Reader([](const std::string& cell) { return Canonical(cell); })
                         : Reader(read_date_parts),
                nullptr, rows, reports);
    columns.push_back(std::move(whole));
  }
}

}  // namespace sanaq::tables
