#include "sanaq/cli/ask_file.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/output_file.h"
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

// Path and bytes of each. The folder is made; nothing in it is written yet.
std::vector<std::pair<std::string, std::string>> csv_files(const answers::CaseAsked& asked,
                                                           const FileTargets& targets) {
  std::vector<std::pair<std::string, std::string>> files;
  if (targets.csv.empty()) return files;
  expect_output_folder("--csv", targets.csv, targets.investigation);
  base::make_private_folder(targets.csv);
  Outputs outputs{{}, {}, targets.investigation, targets.replaces};
  for (const casefile::KindRows& rows : casefile::entity_rows(asked.view.statements())) {
    files.emplace_back(base::join(targets.csv, rows.kind + ".csv"), csv_of(rows));
    const std::string& bytes = files.back().second;
    outputs.files.push_back({"--csv", files.back().first, {bytes.substr(0, bytes.find('\n') + 1)}});
  }
  expect_outputs(outputs);
  return files;
}

}  // namespace

answers::Answer ask_file(const answers::CaseAsked& asked, const FileTargets& targets) {
  const auto& [ftm, csv, investigation, replaces] = targets;
  if (ftm.empty() && csv.empty()) {
    throw base::Error(base::Kind::usage,
                      message("say where it goes: --ftm FILE, --csv FOLDER or both"));
  }
  answers::Answer answer;
  answer.json = {{"files", nlohmann::ordered_json::array()}};
  const auto write = [&](const std::string& path, const std::string& bytes) {
    base::write_private_file_whole(path, bytes);
    answer.before.push_back(path);
    answer.json["files"].push_back(path);
  };
  const std::vector<std::pair<std::string, std::string>> tables = csv_files(asked, targets);
  if (!ftm.empty()) write(ftm, casefile::to_follow_the_money(asked.view, asked.entities));
  for (const auto& [path, bytes] : tables) write(path, bytes);
  return answer;
}

}  // namespace sanaq::cli
