#include "sanaq/publish/case_data.h"

#include "sanaq/tables/csv_write.h"

namespace sanaq::publish {

using base::message;

std::vector<DataFile> case_data(const PublicView& view) {
  std::vector<DataFile> files;
  const PublicCase& known = view.case_file;
  if (known.is_empty()) return files;
  files.push_back({"casefile.ftm.json", casefile::to_follow_the_money(known.view, known.things),
                   message("The case file for FollowTheMoney (JSON, one entity a line)")});
  for (const casefile::KindRows& rows : casefile::thing_rows(known.view.said())) {
    std::string bytes;
    tables::append_csv_row(bytes, {rows.header.begin(), rows.header.end()},
                           tables::CsvFor::program);
    for (const auto& row : rows.rows)
      tables::append_csv_row(bytes, {row.begin(), row.end()}, tables::CsvFor::program);
    files.push_back({"case-" + rows.kind + ".csv", std::move(bytes),
                     message("The case file, one of its tables (CSV, UTF-8)")});
  }
  return files;
}

}  // namespace sanaq::publish
