#include "sanaq/investigation/alike_lists.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::investigation {
namespace {

tables::IngestedList list_of(const std::string& name, const std::string& csv) {
  tables::ListSource source;
  source.name = name;
  source.path = name + ".csv";
  base::Progress progress;
  return tables::ingest_bytes(source, csv, progress);
}

std::string rows(int from, int to, const std::string& place) {
  std::string csv = "name,birth,place\n";
  for (int at = from; at < to; ++at)
    csv += "Person" + std::string(1, static_cast<char>('a' + at % 26)) + " Number" +
           std::to_string(at) + ",19" + std::to_string(50 + at % 50) + "," + place + "\n";
  return csv;
}

std::vector<base::Message> alike(const std::string& first, const std::string& second) {
  settings::Config config;
  config.lists = {{}, {}};
  config.lists[0].name = "a";
  config.lists[1].name = "the \"second\"";
  return alike_lists(tables::combine({list_of("a", first), list_of("b", second)}), config);
}

TEST(AlikeLists, ASecondVersionBesideTheFirstIsSaid) {
  const auto said = alike(rows(0, 60, "Aksay"), rows(3, 62, "Aksay"));
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].arguments[0], "57");
  EXPECT_EQ(said[0].arguments.back(), R"([["a", "the \"second\""]])");
}

TEST(AlikeLists, ListsThatShareHalfOrWriteOtherwiseAreTwo) {
  EXPECT_TRUE(alike(rows(0, 60, "Aksay"), rows(30, 90, "Aksay")).empty());
  EXPECT_TRUE(alike(rows(0, 60, "Aksay"), rows(0, 60, "Аксай")).empty());
  EXPECT_TRUE(alike(rows(0, 4, "Aksay"), rows(0, 4, "Aksay")).empty());  // too few to tell
}

TEST(AlikeLists, OneFileAsTwoListsIsRefusedUnlessItIsReadInTwoWays) {
  std::vector<ListReport> reports(2);
  reports[0].version = reports[1].version = "same";
  std::vector<settings::ListConfig> lists(2);
  EXPECT_THROW(expect_distinct_files(lists, reports), base::Error);
  lists[1].sheets = {"2012"};
  EXPECT_NO_THROW(expect_distinct_files(lists, reports));
  lists[1].sheets.clear();
  lists[1].columns = {{"name", "ФИО (2)"}};
  EXPECT_NO_THROW(expect_distinct_files(lists, reports));
}

}  // namespace
}  // namespace sanaq::investigation
