#include "sanaq/cli/review_command.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/an_invented_town.h"
#include "sanaq/cli/decide_command.h"
#include "sanaq/exchange/csv_table.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/tables/xlsx_write.h"

namespace sanaq::cli {
namespace {

using exchange::WholeTable;
using nlohmann::json;

class ReviewCommand : public testing::Test {
 protected:
  ReviewCommand() { write_invented_town(session); }

  [[nodiscard]] std::string path(const std::string& name) const { return session.scratch() / name; }
  int review(const std::string& file, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"review", session.folder(), "--out", path(file)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return session.run(add_review, arguments);
  }
  int decide(const std::string& file) {
    return session.run(add_decide, {"decide", session.folder(), "--table", path(file)});
  }
  [[nodiscard]] WholeTable read(const std::string& file) const {
    return exchange::read_whole_table(base::read_file(path(file)), file);
  }
  // Writes the answers into the first rows, and the table as the spreadsheet would save it.
  void answer(const std::string& from, const std::string& to,
              const std::vector<std::string>& answers, const std::string& reason = "") const {
    WholeTable table = read(from);
    for (auto& row : table.rows) row.resize(table.rows[0].size());
    for (std::size_t at = 0; at < answers.size(); ++at) {
      table.rows.at(at + 1)[1] = answers[at];
      table.rows[at + 1][2] = answers[at].empty() ? "" : reason;
    }
    session.scratch().write(to, to.ends_with(".xlsx") ? as_xlsx(table) : as_csv(table));
  }
  static std::string as_csv(const WholeTable& table) {
    std::string csv;
    for (const auto& row : table.rows) {
      for (const std::string& cell : row) csv += "\"" + cell + "\";";
      csv.back() = '\n';
    }
    return csv;
  }
  static std::string as_xlsx(const WholeTable& table) {
    tables::Sheet sheet{"Лист1", {}, {}, 0};
    for (const std::string& header : table.rows[0]) sheet.columns.push_back({header});
    sheet.rows.assign(table.rows.begin() + 1, table.rows.end());
    return tables::write_xlsx(sheet);
  }
  [[nodiscard]] std::string cell(const WholeTable& table, std::size_t row,
                                 const std::string& header) const {
    const auto found = std::find(table.rows[0].begin(), table.rows[0].end(), header);
    const auto at = static_cast<std::size_t>(found - table.rows[0].begin());
    return at < table.rows.at(row).size() ? table.rows[row][at] : "";
  }
  [[nodiscard]] std::vector<ledger::Decision> decisions() const {
    return ledger::decisions_in_force(session.folder());
  }

  ASession session;
};

// As a Russian Excel saves it: letters that windows-1251 does not have become question marks. Of
// Cyrillic it has the Russian letters and the Kazakh і.
std::string in_windows_1251(const std::string& utf8) {
  std::string bytes;
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    if (first < 0x80) {
      bytes += utf8[at];
      continue;
    }
    const unsigned letter =
        (first & 0x1FU) << 6U | (static_cast<unsigned char>(utf8[++at]) & 0x3FU);
    if (letter >= 0x410 && letter <= 0x44F)
      bytes += static_cast<char>(letter - 0x410 + 0xC0);
    else
      bytes += letter == 0x456 ? '\xB3' : '?';
  }
  return bytes;
}

TEST_F(ReviewCommand, PrintsTheQueueTheMostUrgentFirst) {
  ASSERT_EQ(session.run(add_review, {"review", session.folder()}), 0) << session.error;
  EXPECT_NE(session.output.find("doubtful pairs: "), std::string::npos) << session.output;
  EXPECT_NE(session.output.find("records without a name: 1"), std::string::npos) << session.output;
  EXPECT_NE(session.output.find("Tanbaev"), std::string::npos) << session.output;
  ASSERT_EQ(session.run(add_review, {"review", session.folder(), "--json"}), 0) << session.error;
  const json queue = json::parse(session.output);
  ASSERT_GE(queue["counts"]["pair"].get<int>() + queue["counts"]["person"].get<int>(), 2)
      << session.output;
  double before = 1e300;
  for (const json& task : queue["tasks"]) {
    if (task["task"] != "pair" && task["task"] != "person") continue;
    EXPECT_LE(task["gain"], before);
    before = task["gain"];
    if (task["task"] == "person") {
      EXPECT_GE(task["records"].size(), 3U);
      EXPECT_LE(task["records"].size(), 6U);
      continue;
    }
    EXPECT_EQ(task["records"].size(), 2U);
    EXPECT_GE(task["probability"], 0.01);
    EXPECT_LE(task["probability"], 0.99);
    EXPECT_TRUE(task["records"][0]["cells"].contains("name"));
  }
  EXPECT_EQ(queue["tasks"].back()["task"], "unnamed");
  ASSERT_EQ(session.run(add_review, {"review", session.folder(), "--json", "--limit", "2"}), 0);
  EXPECT_EQ(json::parse(session.output)["tasks"].size(), 2U);
}

TEST_F(ReviewCommand, AnswersGoAroundThroughXlsxAndBindTheNextRun) {
  ASSERT_EQ(review("review.xlsx"), 0) << session.error;
  const WholeTable table = read("review.xlsx");
  const std::size_t waiting = table.rows.size() - 1;
  answer("review.xlsx", "answered.xlsx", {"same", "different", "unsure"}, "asked the family");
  ASSERT_EQ(decide("answered.xlsx"), 0) << session.error;
  // It says whom it hit, in the words of the rows.
  EXPECT_NE(
      session.output.find("same: " + cell(table, 1, "record_l") + " " + cell(table, 1, "name_l")),
      std::string::npos)
      << session.output;
  const auto entered = decisions();
  ASSERT_EQ(entered.size(), 3U);
  EXPECT_EQ(entered[0].verdict, ledger::Verdict::same);
  EXPECT_EQ(entered[1].verdict, ledger::Verdict::different);
  EXPECT_EQ(entered[2].verdict, ledger::Verdict::unsure);
  EXPECT_EQ(entered[0].reason, "asked the family");
  EXPECT_EQ("i" + entered[0].records[0], cell(table, 1, "identity_l"));
  EXPECT_EQ("i" + entered[0].records[1], cell(table, 1, "identity_r"));
  // Taken once.
  ASSERT_EQ(decide("answered.xlsx"), 0) << session.error;
  EXPECT_NE(session.error.find("taken in before: 3"), std::string::npos) << session.error;
  EXPECT_EQ(decisions().size(), 3U);
  // What was decided is asked no more; of what nobody could say, behind the rest.
  ASSERT_EQ(review("again.xlsx"), 0) << session.error;
  const WholeTable again = read("again.xlsx");
  EXPECT_LT(again.rows.size() - 1, waiting);
  for (std::size_t at = 1; at < again.rows.size(); ++at) {
    const std::string left = cell(again, at, "identity_l"), right = cell(again, at, "identity_r");
    EXPECT_FALSE(left == "i" + entered[0].records[0] && right == "i" + entered[0].records[1]);
    EXPECT_FALSE(left == "i" + entered[1].records[0] && right == "i" + entered[1].records[1]);
  }
}

TEST_F(ReviewCommand, AnswersGoAroundThroughCsvAsExcelSavesIt) {
  ASSERT_EQ(review("review.csv"), 0) << session.error;
  EXPECT_EQ(base::read_file(path("review.csv")).find(";=1+1"), std::string::npos);
  EXPECT_NE(base::read_file(path("review.csv")).find(";'=1+1"), std::string::npos);
  answer("review.csv", "answered.csv", {"один человек", "әртүрлі", "вне рамок"}, "спросили семью");
  const std::string saved = in_windows_1251(base::read_file(path("answered.csv")));
  ASSERT_NE(saved.find("\"?\xF0\xF2?\xF0\xEB\xB3\""), std::string::npos);  // ?рт?рлі
  session.scratch().write("answered.csv", saved);
  ASSERT_EQ(decide("answered.csv"), 0) << session.error;
  const auto entered = decisions();
  ASSERT_EQ(entered.size(), 3U) << session.error;
  EXPECT_EQ(entered[0].verdict, ledger::Verdict::same);
  EXPECT_EQ(entered[1].verdict, ledger::Verdict::different);
  EXPECT_EQ(entered[2].verdict, ledger::Verdict::out_of_scope);
  EXPECT_EQ(entered[1].reason, "спросили семью");
}

TEST_F(ReviewCommand, NothingIsTakenForAPairWhoseRowWasCorrectedMeanwhile) {
  ASSERT_EQ(review("review.xlsx"), 0) << session.error;
  const WholeTable table = read("review.xlsx");
  answer("review.xlsx", "answered.csv", {"same", "same"});
  // Somebody writes a remark beside the first row's left record.
  const std::string record = cell(table, 1, "record_l");
  const std::string list =
      session.folder() + "/lists/" + record.substr(0, record.find(':')) + ".csv";
  std::string rows = base::read_file(list);
  const std::size_t name = rows.find("\n" + record.substr(record.find(':') + 1) + ",");
  ASSERT_NE(name, std::string::npos);
  rows.insert(rows.find(',', name) + 1, "Xa");
  session.scratch().write(list.substr(session.scratch().path().size() + 1), rows);
  ASSERT_EQ(decide("answered.csv"), 0) << session.error;
  EXPECT_NE(session.error.find("row 2: " + record + " " + cell(table, 1, "record_r") +
                               ": these rows of the lists no longer say what was shown"),
            std::string::npos)
      << session.error;
  const std::set<std::string> shown{cell(table, 1, "identity_l"), cell(table, 1, "identity_r")};
  for (const ledger::Decision& decision : decisions())
    EXPECT_NE(std::set<std::string>({"i" + decision.records[0], "i" + decision.records[1]}), shown);
  EXPECT_LE(decisions().size(), 1U);
}

TEST_F(ReviewCommand, AFileWithAnswersThatWereNotTakenInIsNeverReplaced) {
  for (const char* file : {"review.xlsx", "review.csv"}) {
    ASSERT_EQ(review(file), 0) << session.error;
    ASSERT_EQ(review(file), 0) << session.error;  // nobody answered yet
    answer(file, file, {"", "unsure"}, std::string("in ") + file);
    const std::string answered = base::read_file(path(file));
    EXPECT_EQ(review(file), 64);
    EXPECT_NE(session.error.find("not taken in yet"), std::string::npos) << session.error;
    EXPECT_EQ(review(file, {"--force"}), 64);
    EXPECT_EQ(base::read_file(path(file)), answered);
    ASSERT_EQ(decide(file), 0) << session.error;
    EXPECT_EQ(review(file), 0) << session.error;
    EXPECT_NE(base::read_file(path(file)), answered);
  }
}

TEST_F(ReviewCommand, AStrangersFileAndAnotherEndingAreRefused) {
  session.scratch().write("review.csv", "my own notes\n");
  EXPECT_EQ(review("review.csv"), 64);
  EXPECT_EQ(base::read_file(path("review.csv")), "my own notes\n");
  EXPECT_EQ(review("review.csv", {"--force"}), 0) << session.error;
  EXPECT_EQ(review("review.ods"), 64);
  EXPECT_EQ(review("case/lists/review.csv"), 64);
  EXPECT_EQ(review("nowhere/review.csv"), 66);
}

TEST_F(ReviewCommand, ATableBesideTheSettingsKeepsItsPlaceWhileItIsFilledIn) {
  // `run` writes a report of this name when a decision's row was corrected.
  ASSERT_EQ(session.run(add_decide, {"decide", session.folder(), "same", "hospital:2", "morgue:3"}),
            0)
      << session.error;
  ASSERT_EQ(review("case/review.csv"), 0) << session.error;
  answer("case/review.csv", "case/review.csv", {"same"});
  const std::string answered = base::read_file(path("case/review.csv"));
  std::string rows = base::read_file(session.folder() + "/lists/hospital.csv");
  rows.replace(rows.find("\n2,"), 3, "\n2,Xa");
  session.scratch().write("case/lists/hospital.csv", rows);
  ASSERT_EQ(session.run(add_review, {"review", session.folder(), "--json"}), 0) << session.error;
  EXPECT_EQ(base::read_file(path("case/review.csv")), answered);
  EXPECT_EQ(json::parse(session.output)["tasks"][0]["task"], "setback");
}

TEST_F(ReviewCommand, WithoutAnythingToReviewNoTableIsWritten) {
  session.scratch().write("case/investigation.toml",
                          "title = \"A test\"\ninvented = true\nlanguages = [\"en\"]\n[[list]]\n"
                          "name = \"one\"\nfile = \"one.csv\"\n");
  session.scratch().write("case/lists/one.csv", "id,name\n1,Aibar Tanbaev\n2,Botagoz Munarova\n");
  EXPECT_EQ(review("review.xlsx"), 0) << session.error;
  EXPECT_NE(session.output.find("nothing waits"), std::string::npos) << session.output;
  EXPECT_FALSE(base::file_exists(path("review.xlsx")));
}

TEST_F(ReviewCommand, AgreementIsOfTasksAnsweredOneByOneAlone) {
  EXPECT_EQ(
      session.run(add_review, {"review", session.folder(), "--agreement", "--language", "en"}), 0)
      << session.error;
  EXPECT_EQ(session.output, "no task of the queue was answered one by one yet\n");
  EXPECT_EQ(session.run(add_review, {"review", session.folder(), "--agreement", "--json"}), 0);
  EXPECT_EQ(json::parse(session.output), json::array());
  EXPECT_EQ(review("x.csv", {"--agreement"}), 64);
}

}  // namespace
}  // namespace sanaq::cli
