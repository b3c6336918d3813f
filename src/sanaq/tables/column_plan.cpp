#include "sanaq/tables/column_plan.h"

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/toml_text.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/column_content.h"
#include "sanaq/tables/headers.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/read_columns.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;
using record::Field;

// Cells often stand beside the header row (a column of remarks that has no header): then they are a
// column. Once in a while they are a slip, and the row is refused.
std::size_t table_width(const std::vector<std::string>& header, const SampledRows& below) {
  const std::size_t header_width = filled_width(header);
  std::vector<std::size_t> wider;
  for (const auto& row : below) {
    const std::size_t width = filled_width(row);
    if (width > header_width) wider.push_back(width);
  }
  constexpr std::size_t one_in = 10;
  const bool is_slip = wider.size() < 2 || wider.size() * one_in <= below.size();
  if (wider.empty() || (header_width > 0 && is_slip)) return header_width;
  return *std::max_element(wider.begin(), wider.end());
}

std::vector<PlannedColumn> named_columns(const std::vector<std::string>& header, std::size_t width,
                                         std::vector<base::Message>& warnings) {
  std::vector<PlannedColumn> columns;
  std::set<std::string> taken;
  std::map<std::string, int> next_occurrence;  // of a header that stands a thousand times, too
  for (std::size_t at = 0; at < std::max(width, header.size()); ++at) {
    std::string name = at < header.size() ? std::string(trimmed(header[at])) : "";
    if (name.empty()) name = fmt::format("#{}", at + 1);
    const std::string as_written = name;
    int& occurrence = next_occurrence.emplace(as_written, 2).first->second;
    while (taken.count(text::fold(name)) != 0)
      name = fmt::format("{} ({})", as_written, occurrence++);
    if (name != as_written)
      warnings.push_back(
          message("two columns are called {}; the second is read as {}", as_written, name));
    taken.insert(text::fold(name));
    columns.push_back({name, std::nullopt});
  }
  return columns;
}

std::vector<std::string> headers_of(const std::vector<PlannedColumn>& columns) {
  std::vector<std::string> headers;
  for (const PlannedColumn& column : columns) headers.push_back(column.header);
  return headers;
}

// The first twenty of them: a sheet may have thousands of columns.
std::string one_by_one(const std::vector<std::string>& words) {
  constexpr std::size_t shown_max = 20;
  std::string all;
  for (std::size_t at = 0; at < std::min(words.size(), shown_max); ++at)
    all += (all.empty() ? "" : ", ") + words[at];
  return words.size() > shown_max ? all + ", …" : all;
}

// The column of that header: written so, or the same but for case and blanks.
PlannedColumn& column_named(const std::string& header, std::vector<PlannedColumn>& columns,
                            const ListSource& source) {
  for (PlannedColumn& column : columns) {
    if (column.header == header) return column;
  }
  for (PlannedColumn& column : columns) {
    if (text::fold(column.header) == text::fold(header)) return column;
  }
  const std::vector<std::string> known = headers_of(columns);
  const std::string meant = text::nearest_word(header, known);
  throw Error(Kind::bad_input, meant.empty()
                                   ? message("list {}: there is no column {}; the columns are: {}",
                                             source.name, header, one_by_one(known))
                                   : message("list {}: there is no column {}; the nearest is {}",
                                             source.name, header, meant));
}

Field field_named(const std::string& name, const ListSource& source) {
  if (const std::optional<Field> field = record::field_from_name(name)) return *field;
  const std::vector<std::string> known(record::field_names.begin(), record::field_names.end());
  const std::string meant = text::nearest_word(name, known);
  throw Error(Kind::bad_input, meant.empty()
                                   ? message("list {}: there is no field {}; the fields are: {}",
                                             source.name, name, one_by_one(known))
                                   : message("list {}: there is no field {}; the nearest is {}",
                                             source.name, name, meant));
}

std::set<Field> map_as_asked(const ListSource& source, std::vector<PlannedColumn>& columns) {
  std::set<Field> mapped;
  for (const auto& [name, header] : source.columns) {
    const Field field = field_named(name, source);
    PlannedColumn& column = column_named(header, columns, source);
    if (column.field) {
      throw Error(Kind::bad_input,
                  message("list {}: the column {} is named for two fields, {} and {}; name another "
                          "column for one of them",
                          source.name, header, record::field_name(*column.field), name));
    }
    column.field = field;
    mapped.insert(field);
  }
  if (source.id_header && mapped.count(Field::id) == 0) {
    column_named(*source.id_header, columns, source).field = Field::id;
    mapped.insert(Field::id);
  }
  return mapped;
}

void map_as_recognised(std::set<Field>& mapped, std::vector<PlannedColumn>& columns,
                       std::vector<base::Message>& warnings) {
  std::map<Field, std::string> used;
  for (PlannedColumn& column : columns) {
    if (column.field) {
      used[*column.field] = column.header;
      continue;
    }
    const std::optional<Field> field = field_of_header(column.header);
    if (!field) continue;
    if (mapped.insert(*field).second) {
      column.field = field;
      used[*field] = column.header;
    } else if (used.count(*field) != 0) {
      warnings.push_back(
          message("the columns {} and {} could both be the {}; the first is read as it",
                  used[*field], column.header, record::field_name(*field)));
    }
  }
  // "Имя" or "Name" alone is the whole name; a given name has a family name beside it.
  if (mapped.count(Field::given) == 0 ||
      mapped.count(Field::name) + mapped.count(Field::family) + mapped.count(Field::patronymic) > 0)
    return;
  for (PlannedColumn& column : columns) {
    if (column.field == Field::given) column.field = Field::name;
  }
}

bool has_name(const std::vector<PlannedColumn>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const PlannedColumn& column) {
    return column.field == Field::name || column.field == Field::given ||
           column.field == Field::family;
  });
}

ContentKind content_below(std::size_t column, const SampledRows& below) {
  std::vector<std::string_view> cells;
  for (const auto& row : below) {
    if (column < row.size() && !row[column].empty()) cells.emplace_back(row[column]);
  }
  constexpr std::size_t cells_min = 2;
  return cells.size() < cells_min ? ContentKind::nothing : content_of(cells);
}

bool has(const std::vector<PlannedColumn>& columns, Field field) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const PlannedColumn& column) { return column.field == field; });
}

// A column of names, else none, and of sexes that no header names is read by its cells; of ages and
// dates it is said which they may be, since nobody knows what happened on them.
void map_by_content(std::vector<PlannedColumn>& columns, const SampledRows& below,
                    std::vector<base::Message>& warnings) {
  std::vector<base::Message> said;
  const auto read_as = [&](PlannedColumn& column, Field field, const base::Message& why) {
    column.field = field;
    said.push_back(why);
  };
  for (std::size_t at = 0; at < columns.size(); ++at) {
    PlannedColumn& column = columns[at];
    if (column.field) continue;
    const ContentKind kind = content_below(at, below);
    const std::string quoted = base::toml_text(column.header);
    if (kind == ContentKind::name && !has_name(columns)) {
      read_as(column, Field::name,
              message("no header names a column of names; the cells under {} look like names and "
                      "are read so; write under this list:  columns = {}",
                      column.header, "{ name = " + quoted + " }"));
    } else if (kind == ContentKind::sex && !has(columns, Field::sex)) {
      read_as(column, Field::sex,
              message("the header {} is not known, and its cells say who is a man or a woman; they "
                      "are read so; write under this list:  columns = {}",
                      column.header, "{ sex = " + quoted + " }"));
    } else if (kind == ContentKind::age && !has(columns, Field::age)) {
      said.push_back(
          message("the cells under {} look like ages and are not read so, since the header does "
                  "not say it; if they are, write under this list:  columns = {}",
                  column.header, "{ age = " + quoted + " }"));
    } else if (kind == ContentKind::date && !has(columns, Field::birth) &&
               !has(columns, Field::death) && !has(columns, Field::date)) {
      said.push_back(
          message("the cells under {} look like dates, and the header does not say of what; write "
                  "under this list, with birth or death for date:  columns = {}",
                  column.header, "{ date = " + quoted + " }"));
    }
  }
  warnings.insert(warnings.begin(), said.begin(), said.end());
}

bool is_asked_for(const PlannedColumn& column, const std::set<std::string>& only) {
  const auto names = [&](Field field) {
    return only.count(std::string(record::field_name(field)));
  };
  if (only.count(column.header) > 0) return true;
  if (!column.field) return false;
  const std::optional<Field> whole = whole_of(*column.field);
  return names(*column.field) > 0 || (whole && names(*whole) > 0);
}

}  // namespace

ColumnPlan plan_columns(const ListSource& source, const std::vector<std::string>& header,
                        const SampledRows& below) {
  ColumnPlan plan;
  plan.columns = named_columns(header, table_width(header, below), plan.warnings);
  std::set<Field> mapped = map_as_asked(source, plan.columns);
  if (source.guess_columns) {
    if (mapped.count(Field::given) != 0)
      mapped.insert(Field::name);  // the user has said what the name's parts are
    map_as_recognised(mapped, plan.columns, plan.warnings);
    map_by_content(plan.columns, below, plan.warnings);
  }
  if (!has_name(plan.columns)) {
    plan.warnings.insert(
        plan.warnings.begin(),
        message("no column of names was found, so only a number that another list has too can link "
                "the records; name it under this list:  columns = {}",
                "{ name = \"…\" }"));
  }
  for (PlannedColumn& column : plan.columns)
    column.is_asked_for = !source.only_columns || is_asked_for(column, *source.only_columns);
  return plan;
}

}  // namespace sanaq::tables
