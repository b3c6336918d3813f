#include "sanaq/cli/ask_file.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/tables/csv_write.h"

namespace sanaq::cli {
namespace {

using base::message;

std::string csv_of(const casefile::KindRows& rows) {
  std::string bytes;
  tables::append_csv_row(bytes, {rows.header.begin(), rows.header.end()}, tables::CsvFor::program);
  for (const auto& row : rows.rows)
    tables::append_csv_row(bytes, {row.begin(), row.end()}, tables::CsvFor::program);
  return bytes;
}

}  // namespace

Answer ask_file(const CaseAsked& asked, const std::string& ftm, const std::string& csv) {
  if (ftm.empty() && csv.empty()) {
    throw base::Error(base::Kind::usage,
                      message("say where it goes: --ftm FILE, --csv FOLDER or both"));
  }
  Answer answer;
  answer.json = {{"files", nlohmann::ordered_json::array()}};
  const auto write = [&](const std::string& path, const std::string& bytes) {
    base::write_private_file_whole(path, bytes);
    answer.before.push_back(path);
    answer.json["files"].push_back(path);
  };
  if (!ftm.empty()) write(ftm, casefile::to_follow_the_money(asked.view, asked.things));
  if (!csv.empty()) {
    base::make_private_folder(csv);
    for (const casefile::KindRows& rows : casefile::thing_rows(asked.view.said()))
      write(base::join(csv, rows.kind + ".csv"), csv_of(rows));
  }
  return answer;
}

}  // namespace sanaq::cli
