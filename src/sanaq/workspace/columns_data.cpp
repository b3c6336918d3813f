#include "sanaq/workspace/columns_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sanaq/draw/markup.h"
#include "sanaq/workspace/field_words.h"
#include "sanaq/workspace/line_ends.h"

namespace sanaq::workspace {
namespace {

using base::message;
using record::Column;

constexpr std::size_t records_shown = 3;
constexpr std::int64_t header_rows_offered = 40;
// Of a sheet with thousands of columns only the first have menus; the others are as they are read.
constexpr std::size_t columns_shown = 200;

struct Encoding {
  std::string_view name, words;
};
constexpr std::array<Encoding, 14> encodings = {{{"UTF-8", ""},
                                                 {"windows-1251", "кириллица"},
                                                 {"KZ-1048", "қазақша"},
                                                 {"PTCP154", "қазақша"},
                                                 {"KOI8-R", "кириллица"},
                                                 {"ISO-8859-5", "кириллица"},
                                                 {"IBM866", "кириллица"},
                                                 {"x-mac-cyrillic", "кириллица"},
                                                 {"windows-1252", "latin"},
                                                 {"windows-1250", "latin"},
                                                 {"windows-1254", "türkçe"},
                                                 {"windows-1256", "العربية"},
                                                 {"UTF-16LE", ""},
                                                 {"UTF-16BE", ""}}};

void add_option(Data& options, const std::string& value, const std::string& words,
                const std::string& chosen) {
  Data option;
  option.set("value", value);
  option.set("words", words);
  option.set("is_chosen", value == chosen);
  options << option;
}

Data sheet_options(const draw::Voice& voice, const ColumnsForm& form, const tables::Preview& seen) {
  Data options{Data::type::list};
  std::string read;
  for (const std::string& one : seen.sheets_read) read += (read.empty() ? "" : ", ") + one;
  add_option(options, "", voice.say_isolating(message("found: {}", read)), form.sheet);
  if (form.sheet == "*")
    add_option(options, "*", voice.say(message("the sheets that the settings name")), form.sheet);
  for (const std::string& sheet : seen.sheets) add_option(options, sheet, sheet, form.sheet);
  return options;
}

Data header_options(const draw::Voice& voice, const ColumnsForm& form,
                    const tables::Preview& seen) {
  Data options{Data::type::list};
  add_option(options, "",
             seen.header_last == 0 ? voice.say(message("found: there is none"))
                                   : voice.say(message("found: row {}", seen.header_last)),
             form.header_row);
  add_option(options, "0", voice.say(message("there is none")), form.header_row);
  bool is_offered = form.header_row.empty() || form.header_row == "0";
  for (std::int64_t row = 1; row <= header_rows_offered; ++row) {
    is_offered = is_offered || form.header_row == std::to_string(row);
    add_option(options, std::to_string(row), voice.say(message("row {}", row)), form.header_row);
  }
  if (!is_offered) add_option(options, form.header_row, form.header_row, form.header_row);
  return options;
}

Data encoding_options(const draw::Voice& voice, const ColumnsForm& form,
                      const tables::Preview& seen) {
  Data options{Data::type::list};
  // A file without a foreign letter says nothing of its encoding, and is read as UTF-8.
  const std::string found = seen.encoding.empty() ? std::string(encodings[0].name) : seen.encoding;
  add_option(options, "", voice.say(message("found: {}", found)), form.encoding);
  bool is_offered = form.encoding.empty();
  for (const Encoding& one : encodings) {
    const std::string name(one.name);
    is_offered = is_offered || form.encoding == name;
    add_option(options, name, one.words.empty() ? name : fmt::format("{} ({})", name, one.words),
               form.encoding);
  }
  if (!is_offered) add_option(options, form.encoding, form.encoding, form.encoding);
  return options;
}

Data date_options(const draw::Voice& voice, const ColumnsForm& form) {
  Data options{Data::type::list};
  add_option(options, "", voice.say(message("as the columns prove")), form.dates);
  add_option(options, "dmy", voice.say(message("day, month, year")), form.dates);
  add_option(options, "mdy", voice.say(message("month, day, year")), form.dates);
  add_option(options, "ymd", voice.say(message("year, month, day")), form.dates);
  return options;
}

// ---- the first rows and records

Data sheet_rows(const tables::Preview& seen) {
  Data rows{Data::type::list};
  for (const tables::PreviewRow& row : seen.rows) {
    Data data, cells{Data::type::list};
    for (const std::string& cell : row.cells) cells << Data(draw::harmless(cell));
    data.set("row", std::to_string(row.row));
    data.set("is_header", row.row >= seen.header_first && row.row <= seen.header_last);
    data.set("cells", cells);
    rows << data;
  }
  return rows;
}

const Column* column_called(const tables::IngestedList& list, const std::string& header) {
  for (const Column& column : list.records.columns) {
    if (column.header == header) return &column;
  }
  return nullptr;
}

// One cell as it is written and as it is read; the reading is empty where both are one.
Data cell_data(const draw::Voice& voice, const tables::IngestedList& list, const Column& column,
               std::size_t record) {
  Data data;
  const std::uint32_t code = column.codes[record];
  const std::string& written = column.values[code];
  const std::string& read = column.canonical.empty() ? written : column.canonical[code];
  data.set("written", draw::harmless(written));
  data.set("is_unread", !written.empty() && read.empty());
  if (!column.field || read.empty() || read == written) return data;
  data.set("read", draw::harmless(value_words(voice, *column.field, read)));
  const auto row = list.records.rows[record];
  data.set("row", std::to_string(row));
  return data;
}

Data column_data(const Visit& visit, const ColumnsForm& form, const tables::Preview& seen,
                 std::size_t at) {
  const draw::Voice& voice = visit.voice;
  const tables::PreviewColumn& column = seen.columns[at];
  Data data, options{Data::type::list}, cells{Data::type::list};
  const auto said = form.fields.find(with_plain_line_ends(column.header));
  const std::string field = said != form.fields.end() ? said->second
                            : column.field ? std::string(record::field_name(*column.field))
                                           : "";
  add_option(options, "", voice.say(message("something else")), field);
  for (std::size_t one = 0; one < record::field_names.size(); ++one)
    add_option(options, std::string(record::field_names[one]),
               field_title(voice, static_cast<record::Field>(one)), field);
  data.set("at", std::to_string(at));
  data.set("header", column.header);
  data.set("header_shown", draw::harmless(column.header));
  data.set("options", options);
  if (column.guess) data.set("guess", field_title(voice, *column.guess));
  const auto open = form.is_public.find(with_plain_line_ends(column.header));
  data.set("is_public", open != form.is_public.end() && open->second);
  const Column* read = seen.read ? column_called(*seen.read, column.header) : nullptr;
  const std::size_t count =
      read == nullptr ? 0 : std::min(records_shown, seen.read->records.record_count());
  for (std::size_t record = 0; record < count; ++record)
    cells << cell_data(voice, *seen.read, *read, record);
  data.set("cells", cells);
  return data;
}

Data record_numbers(const tables::Preview& seen) {
  Data numbers{Data::type::list};
  const std::size_t count =
      seen.read ? std::min(records_shown, seen.read->records.record_count()) : 0;
  for (std::size_t record = 0; record < count; ++record)
    numbers << Data(std::to_string(seen.read->records.rows[record]));
  return numbers;
}

// What would leave the folder if the site were written now.
std::string leaving_words(const draw::Voice& voice, const ColumnsForm& form,
                          const tables::Preview& seen) {
  std::string columns;
  for (const tables::PreviewColumn& column : seen.columns) {
    const auto open = form.is_public.find(with_plain_line_ends(column.header));
    if (open == form.is_public.end() || !open->second) continue;
    columns += (columns.empty() ? "" : ", ") + draw::harmless(column.header);
  }
  return columns.empty()
             ? voice.say(message("Nothing of this list leaves this computer."))
             : voice.say_isolating(message("If the site is written, these cells of its rows leave "
                                           "this computer, of the dead alone: {}",
                                           columns));
}

void set_results(const draw::Voice& voice, const tables::Preview& seen, Data& data) {
  if (seen.refused) data.set("refused", voice.say_isolating(*seen.refused));
  Data warnings{Data::type::list};
  for (const base::Message& warning : seen.warnings) warnings << Data(voice.say_isolating(warning));
  data.set("warnings", warnings);
  data.set("has_warnings", !seen.warnings.empty());
  if (!seen.read) return;
  data.set("counts", voice.say(message(
                         "{} rows read = {} records + {} blank + {} refused",
                         voice.number(seen.read->rows_read),
                         voice.number(static_cast<std::int64_t>(seen.read->records.record_count())),
                         voice.number(seen.read->blank_rows),
                         voice.number(static_cast<std::int64_t>(seen.read->refused.size())))));
  data.set("unread", voice.say(message(
                         "cells that cannot be read: {}",
                         voice.number(static_cast<std::int64_t>(seen.read->bad_cells.size())))));
  data.set("is_part", seen.read->rows_read >= tables::previewed_rows);
}

}  // namespace

Data columns_data(const Visit& visit, const ListAtHand& at_hand, const ColumnsForm& form,
                  const tables::Preview& seen) {
  const draw::Voice& voice = visit.voice;
  Data data, columns{Data::type::list};
  for (std::size_t at = 0; at < std::min(columns_shown, seen.columns.size()); ++at)
    columns << column_data(visit, form, seen, at);
  if (seen.columns.size() > columns_shown)
    data.set("more_columns",
             voice.number(static_cast<std::int64_t>(seen.columns.size() - columns_shown)));
  data.set("path", path_of_list(at_hand.list.name));
  data.set("csrf", csrf_field(visit, "/lists/{NAME}/columns"));
  data.set("digest", at_hand.file.digest);
  data.set("is_spreadsheet", seen.is_spreadsheet);
  data.set("sheets", sheet_options(voice, form, seen));
  data.set("header_rows", header_options(voice, form, seen));
  data.set("encodings", encoding_options(voice, form, seen));
  data.set("dates", date_options(voice, form));
  data.set("rows", sheet_rows(seen));
  data.set("columns", columns);
  data.set("has_columns", !seen.columns.empty());
  data.set("records", record_numbers(seen));
  data.set("has_no_names", form.has_no_names);
  data.set("has_duplicates", form.has_duplicates);
  data.set("covers_from", form.covers_from);
  data.set("covers_to", form.covers_to);
  data.set("covers_places", form.covers_places);
  data.set("leaving", leaving_words(voice, form, seen));
  set_results(voice, seen, data);
  return data;
}

}  // namespace sanaq::workspace
