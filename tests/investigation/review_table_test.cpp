#include "sanaq/investigation/review_table.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/csv_table.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/office/archive.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;

Outcome an_outcome() {
  Outcome outcome = linked_outcome(invented_lists(), {0, 1, 2, 1, 0, 3},
                                   {{0, 2, 3, 0.5, {}}, {1, 3, 9, 0.97, {}}});
  outcome.lists[1].refused_rows.push_back({9, base::message("a total, no person")});
  return outcome;
}

std::string written(const Outcome& outcome, ReviewForm form) {
  return write_review_table(outcome, review_queue(outcome, {}, silent), form, english);
}

std::string cell(const exchange::WholeTable& table, std::size_t row, const std::string& header) {
  for (std::size_t at = 0; at < table.rows[0].size(); ++at) {
    if (table.rows[0][at] == header) return at < table.rows[row].size() ? table.rows[row][at] : "";
  }
  ADD_FAILURE() << "no column " << header;
  return "";
}

// Writes into the cells of a table that was read, and gives it as CSV.
std::string filled_in(exchange::WholeTable table,
                      const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string csv;
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    table.rows[at].resize(table.rows[0].size());
    if (at > 0 && at <= rows.size())
      table.rows[at][1] = rows[at - 1].first, table.rows[at][2] = rows[at - 1].second;
    for (const std::string& text : table.rows[at]) csv += "\"" + text + "\";";
    csv.back() = '\n';
  }
  return csv;
}

TEST(ReviewTable, BothRowsStandSideBySideWithTheirIdentities) {
  const Outcome outcome = an_outcome();
  for (const ReviewForm form : {ReviewForm::xlsx, ReviewForm::csv}) {
    const exchange::WholeTable table = exchange::read_whole_table(written(outcome, form), "review");
    ASSERT_EQ(table.rows.size(), 5U);  // two pairs, one without a name, one row refused
    EXPECT_EQ(table.rows[0][1], "answer");
    EXPECT_EQ(cell(table, 1, "record_l"), "hospital:1");
    EXPECT_EQ(cell(table, 1, "record_r"), "morgue:2");
    EXPECT_EQ(cell(table, 1, "name_l"), "Aibar Tanbaev");
    EXPECT_EQ(cell(table, 1, "name_r"), "Tanbayev A.");
    EXPECT_EQ(cell(table, 1, "birth_l"), "1970-02-03");
    EXPECT_EQ(cell(table, 1, "birth_r"), "1970");
    EXPECT_EQ(cell(table, 1, "identity_l"), "i" + outcome.records.identities[0]);
    EXPECT_EQ(cell(table, 1, "digest_r"), "d" + exchange::shown_digest(outcome.records, 2));
    EXPECT_EQ(cell(table, 3, "record_l"), "union:u2");
    EXPECT_EQ(cell(table, 3, "identity_r"), "");
    EXPECT_EQ(cell(table, 4, "record_l"), "morgue:#9");
    EXPECT_EQ(cell(table, 4, "why"), "a total, no person");
    // Names in columns of their own stand beside each other.
    const auto& header = table.rows[0];
    const auto left = std::find(header.begin(), header.end(), "name_l");
    EXPECT_EQ(*(left + 1), "name_r");
  }
}

TEST(ReviewTable, NoCellIsAFormula) {
  const Outcome outcome = an_outcome();
  const std::string csv = written(outcome, ReviewForm::csv);
  EXPECT_EQ(csv.find(";=1+1"), csv.npos);
  EXPECT_NE(csv.find(";'=1+1"), csv.npos);
  const std::string xlsx = written(outcome, ReviewForm::xlsx);
  const office::Archive archive(xlsx, "test");
  const std::string sheet = archive.read_whole(archive.find("xl/worksheets/sheet1.xml").value());
  EXPECT_NE(sheet.find("<t xml:space=\"preserve\">=1+1</t>"), sheet.npos);
  EXPECT_EQ(sheet.find("<f>"), sheet.npos);
}

TEST(ReviewTable, AnswersComeBackFromAFileInAnyOrderOfItsRows) {
  const Outcome outcome = an_outcome();
  exchange::WholeTable whole =
      exchange::read_whole_table(written(outcome, ReviewForm::xlsx), "review");
  std::swap(whole.rows[1], whole.rows[3]);
  const auto table = read_review_table(
      filled_in(whole, {{"out of scope", ""}, {"", "a reason alone"}, {"same", "one mother"}}),
      "review.csv");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->blank, 1);
  ASSERT_EQ(table->rows.size(), 3U);
  EXPECT_EQ(table->rows[0].answer, "out of scope");
  ASSERT_EQ(table->rows[0].records.size(), 1U);
  EXPECT_EQ(table->rows[0].records[0].reference, "union:u2");
  EXPECT_EQ(table->rows[1].reason, "a reason alone");
  EXPECT_EQ(table->rows[2].row, 4);
  ASSERT_EQ(table->rows[2].records.size(), 2U);
  EXPECT_EQ(table->rows[2].records[1].identity, outcome.records.identities[2]);
  EXPECT_EQ(table->rows[2].records[1].digest, exchange::shown_digest(outcome.records, 2));
}

TEST(ReviewTable, ATableOfAnotherKindIsNoneOfOurs) {
  EXPECT_FALSE(is_review_table("list_l,record_l,list_r,record_r,label\na,1,b,2,1\n", "pairs.csv"));
  EXPECT_FALSE(is_review_table("", "review.csv"));
  EXPECT_FALSE(is_review_table("%PDF-1.4", "review.csv"));
  EXPECT_TRUE(is_review_table(written(an_outcome(), ReviewForm::csv), "review.csv"));
  EXPECT_TRUE(is_review_table(written(an_outcome(), ReviewForm::xlsx), "review.xlsx"));
}

TEST(ReviewTable, TheNameSaysTheForm) {
  EXPECT_EQ(review_form("a/review.XLSX"), ReviewForm::xlsx);
  EXPECT_EQ(review_form("review.csv"), ReviewForm::csv);
  EXPECT_EQ(review_form("review.ods"), std::nullopt);
  EXPECT_EQ(review_form("csv"), std::nullopt);
}

TEST(ReviewTable, AColumnOfTheUsersOwnMayHaveOneOfOurNames) {
  Outcome outcome = linked_outcome({{"a", "id,name,identity,answer\n1,Aibar Tanbaev,yes,no\n"},
                                    {"b", "id,name\n2,Aibar Tanbayev\n"}},
                                   {0, 1}, {{0, 1, 3, 0.5, {}}});
  const std::string csv = written(outcome, ReviewForm::csv);
  const exchange::WholeTable table = exchange::read_whole_table(csv, "review.csv");
  EXPECT_EQ(cell(table, 1, "identity (list)_l"), "yes");
  EXPECT_EQ(cell(table, 1, "answer_l"), "no");
  EXPECT_EQ(cell(table, 1, "identity_l"), "i" + outcome.records.identities[0]);
}

}  // namespace
}  // namespace sanaq::investigation
