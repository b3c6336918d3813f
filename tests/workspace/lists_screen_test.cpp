#include "sanaq/workspace/lists_screen.h"

#include <nlohmann/json.hpp>

#include "sanaq/investigation/incoming.h"
#include "workspace/a_read_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

class ListsScreen : public AReadBench {
 protected:
  std::string shown(const std::string& language = "en") {
    const VisitByHand by_hand("/lists", language);
    return show_lists(by_hand.visit, bench_).body;
  }
  void arrived(const std::string& name, const std::string& bytes) {
    investigation::Arrival arrival(folder_, name);
    arrival.add(bytes);
    (void)arrival.finish();
  }
};

TEST_F(ListsScreen, EveryRowOfAListIsAccountedFor) {
  open();
  const std::string page = shown();
  EXPECT_NE(page.find("5 rows read = 4 records + 1 blank + 0 refused"), std::string::npos) << page;
  EXPECT_NE(page.find("/lists/%D0%B1%D0%BE%D0%BB%D1%8C%D0%BD%D0%B8%D1%86%D0%B0/bad"),
            std::string::npos);
}

TEST_F(ListsScreen, ANewerCopyIsAskedAboutWithItsRowsCounted) {
  open();
  arrived("h2.csv", std::string(hospital_csv) + "Новый Кто;1971;м;2011-12-16\n");
  const std::string page = shown();
  EXPECT_NE(page.find("(4 of 5 rows alike)"), std::string::npos) << page;
  EXPECT_NE(page.find("<option value=\"\" selected>"), std::string::npos);
  EXPECT_NE(page.find("Another list of people"), std::string::npos);
}

TEST_F(ListsScreen, WhatIsWrittenInNamesStaysText) {
  open();
  arrived("<img src=x onerror=alert(1)>.csv", "name;date\nA B;2011\n");
  scratch_.write("case/lists/\"><script>alert(1)</script>.csv", "name;date\nA B;2011\n");
  const std::string page = shown();
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("<script>"), std::string::npos);
}

TEST_F(ListsScreen, AnEmptyInvestigationSaysWhatToDo) {
  scratch_.write("case/investigation.toml", "title = \"A\"\n");
  base::remove_file(path("lists/h.csv"));
  open();
  EXPECT_NE(shown().find("No list yet. Drop a spreadsheet here"), std::string::npos);
}

TEST_F(ListsScreen, AListThatCannotBeReadIsNamedAndStillLinked) {
  scratch_.write("case/lists/h.csv", "");
  open();
  const std::string page = shown();
  EXPECT_NE(page.find("The lists cannot be read as they are:"), std::string::npos) << page;
  EXPECT_NE(page.find("/lists/%D0%B1"), std::string::npos);
}

TEST_F(ListsScreen, AProgramReadsTheSame) {
  open();
  const VisitByHand by_hand("/lists.json");
  const auto json = nlohmann::json::parse(lists_json(by_hand.visit, bench_).body);
  EXPECT_EQ(json.at("lists").at(0).at("rows_read"), 5);
  EXPECT_TRUE(json.at("without_names").empty());
}

TEST_F(ListsScreen, EmptyTablesCanBeTakenInEachLanguage) {
  open();
  for (const char* language : {"en", "ru", "kk"}) {
    VisitByHand by_hand("/empty/custody/csv", language);
    by_hand.names("KIND", "custody").names("FORM", "csv");
    EXPECT_FALSE(download_empty_table(by_hand.visit, bench_).body.empty());
  }
  VisitByHand by_hand("/empty/magic/csv");
  by_hand.names("KIND", "../magic").names("FORM", "csv");
  EXPECT_THROW((void)download_empty_table(by_hand.visit, bench_), base::Error);
}

}  // namespace
}  // namespace sanaq::workspace
