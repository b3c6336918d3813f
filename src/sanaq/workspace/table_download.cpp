#include "sanaq/workspace/table_download.h"

#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/message.h"
#include "sanaq/tables/csv_write.h"
#include "sanaq/tables/xlsx_write.h"

namespace sanaq::workspace {
namespace {

using base::message;

// From which run it is: who has the file alone can repeat the count and compare.
tables::Sheet about(const Visit& visit, const Bench& bench, const std::string& table) {
  const auto say = [&](const base::Message& sentence) { return visit.voice.say(sentence); };
  tables::Sheet sheet{say(message("About this file")), {{"", 36}, {"", 72}}, {}};
  sheet.columns[0].header = say(message("What"));
  sheet.columns[1].header = say(message("Value"));
  const auto row = [&](const std::string& what, const std::string& value) {
    sheet.rows.push_back({what, value});
  };
  row(say(message("Table")), table);
  const HeldNow held = bench.held();
  if (held == nullptr) return sheet;
  const investigation::Outcome& outcome = held->outcome;
  row(say(message("Investigation")), outcome.config.title);
  row(say(message("Day of the run")), outcome.today);
  row(say(message("Made with sanaq")), outcome.provenance.version);
  row(say(message("Settings (SHA-256)")), outcome.provenance.settings);
  for (const auto& [name, hash] : outcome.provenance.inputs)
    row(say(message("{} (SHA-256)", name)), hash);
  return sheet;
}

}  // namespace

std::optional<TableFile> table_file(std::string_view form) {
  if (form == "xlsx") return TableFile::xlsx;
  if (form == "csv") return TableFile::csv;
  return std::nullopt;
}

TableFile form_wanted(const Visit& visit) {
  const auto name = visit.names.find("FORM");
  const auto form = table_file(name == visit.names.end() ? "" : name->second);
  if (form) return *form;
  throw base::Error(base::Kind::not_found, message("a table is there as xlsx and as csv"));
}

http::Response table_download(const Visit& visit, const Bench& bench, tables::Sheet sheet,
                              const std::string& stem, TableFile file) {
  const std::string name = base::portable_file_name(stem);
  if (file == TableFile::csv)
    return http::download(tables::sheet_csv(sheet, tables::CsvFor::person),
                          "text/csv; charset=utf-8", name + ".csv");
  tables::Sheet first = about(visit, bench, sheet.name);
  return http::download(tables::write_xlsx({std::move(first), std::move(sheet)}),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        name + ".xlsx");
}

}  // namespace sanaq::workspace
