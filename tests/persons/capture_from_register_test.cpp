#include "sanaq/persons/capture_from_register.h"

#include <gtest/gtest.h>

#include "sanaq/settings/config.h"

namespace sanaq::persons {
namespace {

record::RecordTable two_lists() {
  record::RecordTable table;
  table.lists = {{.name = "a", .file = "a.csv", .version = ""},
                 {.name = "b", .file = "b.csv", .version = ""}};
  table.list_of = {0, 0, 1, 1, 1};
  table.rows = {2, 3, 2, 3, 4};
  table.ids = table.identities = {"1", "2", "3", "4", "5"};
  return table;
}

settings::Config config_of_two() {
  settings::Config config;
  config.lists.resize(2);
  config.lists[0].name = "a";
  config.lists[1].name = "b";
  return config;
}

TEST(CaptureFromRegister, EachPersonIsCountedOnceHoweverManyRecords) {
  const std::vector<Person> persons{
      {.id = "x", .records = {0, 2, 3}}, {.id = "y", .records = {1}}, {.id = "z", .records = {4}}};
  const estimate::CaptureTable table =
      capture_from_register(config_of_two(), two_lists(), persons, Unlinkable::left_out);
  EXPECT_EQ(table.observed(), 3);
  ASSERT_EQ(table.cells.size(), 3u);
  for (const estimate::Cell& cell : table.cells) EXPECT_EQ(cell.count, 1);
}

TEST(CaptureFromRegister, RecordsWithoutANameAreLeftOutOrPersonsOfTheirOwn) {
  const std::vector<Person> persons{
      {.id = "x", .records = {0, 2}},
      {.id = "y", .records = {1}, .probability = 1, .is_linkable = false}};
  EXPECT_EQ(
      capture_from_register(config_of_two(), two_lists(), persons, Unlinkable::left_out).observed(),
      1);
  EXPECT_EQ(capture_from_register(config_of_two(), two_lists(), persons, Unlinkable::each_a_person)
                .observed(),
            2);
}

TEST(CaptureFromRegister, APersonBelongsToTheStratumThatMostRecordsSay) {
  record::RecordTable records = two_lists();
  record::Column sex{"Sex", record::Field::sex, {1, 2, 1, 0, 0}, {"", "M", "F"}, {"", "m", "f"}};
  record::Column age{
      "Age", record::Field::age, {1, 0, 2, 0, 0}, {"", "34", "37"}, {"", "34", "37"}};
  records.columns = {sex, age};
  const std::vector<Person> persons{
      {.id = "x", .records = {0, 2}}, {.id = "y", .records = {1, 3}}, {.id = "z", .records = {4}}};
  const auto strata =
      captures_by_stratum(config_of_two(), records, persons, Unlinkable::left_out, {"sex", "Age"});
  ASSERT_EQ(strata.size(), 3u);
  EXPECT_EQ(strata[0].name, "?, ?");
  EXPECT_EQ(strata[1].name, "f, ?");
  EXPECT_EQ(strata[2].name, "m, 30-39");
  for (const auto& stratum : strata) EXPECT_EQ(stratum.table.lists.size(), 2u);
  EXPECT_ANY_THROW((void)captures_by_stratum(config_of_two(), records, persons,
                                             Unlinkable::left_out, {"height"}));
}

// List b looked at December 2011 alone.
TEST(CaptureFromRegister, WhoCertainlyDiedWhereAListDidNotLookIsNotMissingOnIt) {
  record::RecordTable records = two_lists();
  records.columns = {{"Died",
                      record::Field::death,
                      {1, 2, 2, 0, 1},
                      {"", "2011-12-16", "2012-05-01"},
                      {"", "2011-12-16", "2012-05-01"}}};
  settings::Config config = config_of_two();
  config.lists[1].covers.from = record::make_date(2011, 12, 1);
  config.lists[1].covers.to = record::make_date(2011, 12, 31);
  const auto not_covered = [&](std::vector<std::uint32_t> own) {
    const std::vector<Person> persons{{.id = "x", .records = std::move(own)},
                                      {.id = "y", .records = {4}}};  // so that b has somebody
    const auto table = capture_from_register(config, records, persons, Unlinkable::left_out);
    std::uint32_t mask = 0;
    for (const estimate::Cell& cell : table.cells) {
      if (cell.listed == 1) mask = cell.not_covered;
    }
    return mask;
  };
  records.list_of = {0, 0, 0, 0, 1};
  EXPECT_EQ(not_covered({0}), 0U);     // in December
  EXPECT_EQ(not_covered({1}), 2U);     // in May
  EXPECT_EQ(not_covered({3}), 0U);     // nobody knows when
  EXPECT_EQ(not_covered({1, 3}), 2U);  // one record says May, the other nothing
  EXPECT_EQ(not_covered({3, 1}), 2U);
  EXPECT_EQ(not_covered({1, 0}), 0U);  // one says December
}

}  // namespace
}  // namespace sanaq::persons
