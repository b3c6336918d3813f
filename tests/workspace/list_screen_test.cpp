#include "sanaq/workspace/list_screen.h"

#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/investigation/settings_changes.h"
#include "workspace/a_read_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

class ListScreen : public AReadBench {
 protected:
  std::string shown(const std::string& address = "/lists/x") {
    VisitByHand by_hand(address);
    by_hand.names("NAME", "больница");
    return show_list(by_hand.visit, bench_).body;
  }
  [[nodiscard]] std::string digest() const { return investigation::read_settings(folder_).digest; }
  http::Response post(Fields fields, const std::string& list = "больница") {
    VisitByHand by_hand("/lists/x/columns");
    by_hand.names("NAME", list).posts(std::move(fields));
    return post_columns(by_hand.visit, bench_);
  }
  // The four columns as they are guessed.
  [[nodiscard]] Fields menus(const std::string& act) const {
    return {{"do", act},          {"digest", digest()}, {"duplicates", "on"},
            {"header-0", "ФИО"},  {"field-0", "name"},  {"header-1", "Дата рождения"},
            {"field-1", "birth"}, {"header-2", "Пол"},  {"field-2", "sex"},
            {"header-3", "Дата"}, {"field-3", "date"}};
  }
};

TEST_F(ListScreen, ShowsRowsBesideRecordsAndWhatEachColumnIs) {
  open();
  const std::string page = shown();
  EXPECT_NE(page.find("<tr class=\"header\">"), std::string::npos) << page;
  EXPECT_NE(page.find("Birth</option>"), std::string::npos);
  EXPECT_NE(page.find("cannot be read"), std::string::npos);
  EXPECT_NE(page.find("Тасов Болат"), std::string::npos);
}

TEST_F(ListScreen, AnEffectIsShownAndNothingWritten) {
  open();
  const std::string before = toml();
  Fields fields = menus("show");
  fields.back().second = "death";
  const http::Response response = post(fields);
  EXPECT_EQ(response.status, 200);
  EXPECT_NE(response.body.find("<option value=\"death\" selected>"), std::string::npos);
  EXPECT_EQ(toml(), before);
}

TEST_F(ListScreen, WhatIsSavedStandsInTheListsLinesAlone) {
  open();
  const std::string before = toml();
  Fields fields = menus("save");
  fields.back().second = "death";
  fields.emplace_back("public-0", "on");
  fields.emplace_back("dates", "dmy");
  fields.emplace_back("covers_from", "2011-12");
  EXPECT_EQ(post(fields).status, 303);
  const settings::ListConfig list = config().lists.at(0);
  EXPECT_EQ(list.columns.at("death"), "Дата");
  EXPECT_EQ(list.columns.at("name"), "ФИО");
  EXPECT_EQ(list.public_fields, (std::vector<std::string>{"name"}));
  EXPECT_EQ(list.dates, "dmy");
  EXPECT_TRUE(list.covers.from);
  EXPECT_TRUE(list.guesses_columns);
  EXPECT_TRUE(toml().starts_with(before.substr(0, before.find("[[list]]")))) << toml();
}

TEST_F(ListScreen, AGuessIsTakenBackAndAListSaidToHaveNoNames) {
  open();
  Fields fields = menus("save");
  fields.back().second = "";
  EXPECT_EQ(post(fields).status, 303);
  EXPECT_FALSE(config().lists.at(0).guesses_columns);
  EXPECT_FALSE(config().lists.at(0).columns.contains("date"));
  fields = menus("save");
  fields[4].second = "";
  EXPECT_EQ(post(fields).status, 422);  // no name, and nobody said that there is none
  fields.emplace_back("no_names", "on");
  EXPECT_EQ(post(fields).status, 303);
  EXPECT_FALSE(config().lists.at(0).columns.contains("name"));
  EXPECT_FALSE(config().lists.at(0).guesses_columns);
}

TEST_F(ListScreen, WhatCannotBeIsRefusedWithAllThatWasChosenStillThere) {
  open();
  const std::string before = toml();
  for (const auto& [field, value] : Fields{{"field-1", "date"},
                                           {"header_row", "177"},
                                           {"header_row", "x"},
                                           {"encoding", "klingon"},
                                           {"covers_from", "yesterday"},
                                           {"dates", "dym"}}) {
    Fields fields = menus("save");
    for (auto& one : fields) {
      if (one.first == field) one.second = value;
    }
    fields.emplace_back(field, value);
    fields.emplace_back("covers_places", "Актау");
    const http::Response response = post(fields);
    EXPECT_EQ(response.status, 422) << field << " " << value;
    EXPECT_NE(response.body.find("Актау"), std::string::npos) << field;
    EXPECT_NE(response.body.find("role=\"alert\""), std::string::npos) << field;
  }
  EXPECT_EQ(toml(), before);
}

TEST_F(ListScreen, TheSecondOfTwoTabsIsToldWhatTheFirstSaved) {
  open();
  Fields fields = menus("save");
  const std::string old = digest();
  fields.emplace_back("dates", "dmy");
  EXPECT_EQ(post(fields).status, 303);
  for (auto& one : fields) {
    if (one.first == "digest") one.second = old;
    if (one.first == "dates") one.second = "ymd";
  }
  const http::Response response = post(fields);
  EXPECT_EQ(response.status, 409);
  EXPECT_NE(response.body.find("dmy"), std::string::npos);
  EXPECT_NE(response.body.find("<option value=\"ymd\" selected>"), std::string::npos);
  EXPECT_EQ(config().lists.at(0).dates, "dmy");
}

TEST_F(ListScreen, NoNameOfAListIsAPath) {
  open();
  for (const std::string& name : {std::string(".."), std::string("../lists/h.csv"),
                                  std::string("h.csv"), std::string("x\\y"), std::string("a\0", 2)})
    EXPECT_THROW((void)post(menus("show"), name), base::Error);
}

TEST_F(ListScreen, CellsAndHeadersStayText) {
  scratch_.write("case/lists/h.csv",
                 "ФИО;<script>alert(1)</script>;Дата\n<b>Тасов</b>;\"><img src=x>;2011\n"
                 "\u202Eevil;x;2011\n");
  open();
  const std::string page = shown();
  for (const char* text : {"<script>alert", "<b>", "<img", "\u202E"})
    EXPECT_EQ(page.find(text), std::string::npos) << text;
}

TEST_F(ListScreen, AListThatCannotBeReadCanBeTakenOut) {
  scratch_.write("case/lists/h.csv", "\x89PNG\r\n\x1A\n");
  open();
  EXPECT_NE(shown().find("role=\"alert\""), std::string::npos);
  VisitByHand by_hand("/lists/x/remove");
  by_hand.names("NAME", "больница").posts({});
  EXPECT_EQ(remove_list(by_hand.visit, bench_).status, 303);
  EXPECT_TRUE(config().lists.empty());
  EXPECT_TRUE(base::file_exists(path("lists/h.csv")));
}

TEST_F(ListScreen, RowsCanBeKeptAndReadByAProgram) {
  open();
  VisitByHand by_hand("/lists/x/rows/csv");
  by_hand.names("NAME", "больница").names("FORM", "csv");
  const std::string csv = download_rows(by_hand.visit, bench_).body;
  EXPECT_NE(csv.find("2;Тасов Болат;м;1970-02-03;2011-12-16"), std::string::npos) << csv;
  EXPECT_NE(csv.find("когда-то"), std::string::npos);
  const auto json = nlohmann::json::parse(list_json(by_hand.visit, bench_).body);
  EXPECT_EQ(json.at("records"), 4);
}

// Stumbling block 2: a title above, a header in row 28, two sheets, an unknown header of names.
TEST_F(ListScreen, EveryFileOfTheCasesIsShownOrRefused) {
  const std::string data = help::shared_data();
  if (data.empty()) GTEST_SKIP() << help::skip_words;
  for (const std::string& name : base::list_folder(data + "/cases")) {
    const std::string place = data + "/cases/" + name;
    if (!base::folder_exists(place)) continue;
    for (const std::string& file : base::list_folder(place)) {
      if (file == "expected.md" || file.ends_with(".toml") ||
          !base::file_exists(base::join(place, file)))
        continue;
      base::write_file_whole(path("lists/h.csv"), base::read_file(base::join(place, file)));
      bench_.open(folder_);
      const std::string page = shown();
      const bool has_menus = page.find("id=\"header_row\"") != std::string::npos;
      EXPECT_TRUE(has_menus || page.find("class=\"wrong\"") != std::string::npos) << name << file;
    }
  }
}

}  // namespace
}  // namespace sanaq::workspace
