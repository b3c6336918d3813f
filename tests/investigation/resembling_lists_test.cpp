#include "sanaq/investigation/resembling_lists.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingest.h"

namespace sanaq::investigation {
namespace {

tables::IngestedList list_of(const std::string& name, const std::string& csv) {
  base::Progress progress;
  return tables::ingest_bytes({.name = name, .path = name + ".csv"}, csv, progress);
}

std::string rows(int from, int to, const std::string& header = "name;birth;place\n") {
  std::string csv = header;
  for (int at = from; at < to; ++at)
    csv += "Person" + std::string(1, static_cast<char>('a' + at % 26)) + " Number" +
           std::to_string(at) + ";19" + std::to_string(50 + at % 50) + ";Aksay\n";
  return csv;
}

std::vector<Resemblance> resembling(const std::string& csv) {
  const record::RecordTable known =
      tables::combine({list_of("hospital", rows(0, 62)), list_of("morgue", rows(100, 140))});
  return resembling_lists(list_of("new", csv).records, known);
}

TEST(ResemblingLists, ANewerCopyIsFoundWithItsRowsCounted) {
  const auto found = resembling(rows(0, 58) + "Somebody Else;1960;Aktau\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].list, "hospital");
  EXPECT_EQ(found[0].alike, 58);
  EXPECT_EQ(found[0].rows, 59);
  EXPECT_FALSE(found[0].has_same_bytes);
  EXPECT_TRUE(found[0].has_same_columns);
}

TEST(ResemblingLists, TheSameFileIsSaidToBeIt) {
  const auto found = resembling(rows(100, 140));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].list, "morgue");
  EXPECT_TRUE(found[0].has_same_bytes);
}

TEST(ResemblingLists, HeadersInAnotherOrderOrLanguageDoNotHideIt) {
  const auto found = resembling(rows(0, 62, "ФИО;Год рождения;Место\n"));
  EXPECT_TRUE(found.empty() || found[0].list == "hospital");
  EXPECT_EQ(resembling("place;name;phone\nAksay;Persona Number0;1\nAksay;Personb Number1;2\n"
                       "Aksay;Personc Number2;3\n")
                .size(),
            1U);
}

TEST(ResemblingLists, AnotherListIsNone) {
  EXPECT_TRUE(resembling(rows(200, 260)).empty());
  EXPECT_TRUE(resembling("name;birth\nPersona Number0;1950\nSomebody Else;1960\n").empty());
}

}  // namespace
}  // namespace sanaq::investigation
