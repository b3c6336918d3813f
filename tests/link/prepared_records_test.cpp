#include "sanaq/link/prepared_records.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"
#include "sanaq/base/catalog.h"

namespace sanaq::link {
namespace {

std::vector<std::string> said(const PreparedRecords& records) {
  std::vector<std::string> sentences;
  for (const base::Message& warning : warnings_of(records)) sentences.push_back(warning.english());
  return sentences;
}

TEST(PreparedRecords, StandInAnOrderOfTheirOwnWithTheirCells) {
  const PreparedTable town(a_town(40, 10));
  std::vector<std::uint32_t> sorted = town.records.order;
  EXPECT_NE(sorted, as_they_stand(town.table)) << "as the table has them";
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(sorted, as_they_stand(town.table));
  const Feature& feature = town.records.columns.features.front();
  const record::Column& column = *std::find_if(
      town.table.columns.begin(), town.table.columns.end(), [&](const record::Column& of) {
        return of.header == feature.column ||
               (of.field && record::field_from_name(feature.column) == of.field);
      });
  std::size_t equal = 0;
  for (std::uint32_t a = 0; a < sorted.size(); ++a) {
    for (std::uint32_t b = 0; b < a; ++b) {
      const bool in_table =
          column.codes[town.records.order[a]] == column.codes[town.records.order[b]];
      EXPECT_EQ(feature.codes[a] == feature.codes[b], in_table);
      equal += in_table;
    }
  }
  EXPECT_GE(equal, 6u);
}

TEST(PreparedRecords, LabelsBindAndAreKnownByTheirPlaces) {
  Options options;
  options.decisions = {{2, 3, true}};
  options.labels = {{"list", "1", "list", "5", false}};
  const PreparedTable town(a_town(20, 5), options);
  ASSERT_EQ(town.records.binding.decisions.size(), 2u);
  EXPECT_FALSE(town.records.binding.decisions[1].same);
  ASSERT_EQ(town.records.known_pairs.size(), 1u) << "a decision trains nobody";
  const KnownPair& known = town.records.known_pairs[0];
  EXPECT_EQ(std::minmax(known.left, known.right), std::minmax(town.place(0), town.place(4)));
  EXPECT_FALSE(known.match);
}

TEST(PreparedRecords, ALabelOfNobodyIsAnError) {
  Options options;
  options.labels = {{"list", "1", "list", "no such", true}};
  EXPECT_THROW(PreparedTable(a_town(20, 5), options), base::Error);
}

TEST(PreparedRecords, WhatIsLeftOutIsNotLinkableAndSaid) {
  Options options;
  options.leave_out = std::vector<bool>(25, false);
  options.leave_out[7] = true;
  const PreparedTable town(a_town(20, 5), options);
  for (std::uint32_t record = 0; record < 25; ++record)
    EXPECT_EQ(town.records.columns.is_linkable[town.place(record)], record != 7) << record;
  ASSERT_EQ(said(town.records).size(), 1u);
  EXPECT_TRUE(said(town.records)[0].starts_with("1 records are too poor to link or left out"));
  EXPECT_TRUE(said(PreparedTable(a_town(20, 5)).records).empty());
}

TEST(PreparedRecords, WithoutColumnsThereAreNoPairsAndThatIsSaid) {
  const PreparedTable empty(a_table({"remark"}, {{""}, {""}}));
  EXPECT_FALSE(empty.records.has_pairs());
  ASSERT_FALSE(said(empty.records).empty());
  EXPECT_TRUE(said(empty.records)[0].starts_with("no column could be compared"));
  EXPECT_FALSE(PreparedTable(a_table({"surname"}, {{"abela"}})).records.has_pairs()) << "one alone";
  EXPECT_TRUE(PreparedTable(a_town(2, 0)).records.has_pairs());
}

// The values of a column that may hold names are not said.
TEST(PreparedRecords, GroupsOfValuesAreSaidOfKnownFieldsAndCountedOfOthers) {
  Options options;
  options.same_values = {{"place", {{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}},
                         {"remark", {{"secret", "geheim"}}}};
  const PreparedTable town(a_town(20, 5), options);
  const std::vector<std::string> sentences = said(town.records);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_NE(sentences[0].find("(4 groups)"), std::string::npos);
  EXPECT_TRUE(sentences[0].ends_with("a = b; c = d; e = f; …")) << sentences[0];
  EXPECT_TRUE(sentences[1].ends_with(": …")) << sentences[1];
}

}  // namespace
}  // namespace sanaq::link
