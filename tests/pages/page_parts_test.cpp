#include "sanaq/pages/page_parts.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "pages/a_public_case.h"
#include "sanaq/pages/act_pages.h"
#include "sanaq/pages/case_pages.h"

namespace sanaq::pages {
namespace {

constexpr std::size_t page_bytes_max = 140'000;  // with what stands around it less than 150,000

casefile::Statement said(const std::string& subject, const std::string& property,
                         const std::string& value, std::int64_t row) {
  casefile::Statement one;
  one.subject = subject;
  one.property = property;
  one.value = value;
  one.source = "Газета «Айна» (выдуманная)";
  one.visibility = "public";
  one.origin = {"act", "", row, ""};
  return one;
}

PublicView view_of_case(std::vector<casefile::Statement> all) {
  PublicView view = test::a_view();
  view.languages = {"en", "ru", "kk"};
  for (std::size_t at = 0; at < all.size(); ++at) view.case_file.facts.push_back(at + 1);
  view.case_file.view = casefile::View(std::move(all));
  view.case_file.entities = casefile::entities_of(view.case_file.view, {});
  view.case_file.held_on = record::from_edtf("2014-12-16")->first_day;
  divide_acts(view.case_file);
  return view;
}

// Acts in many places, by many, at many events, and one with very many victims.
PublicView view_of_many_acts() {
  std::vector<casefile::Statement> all;
  for (int number = 0; number < 400; ++number) {
    const std::string id = std::to_string(number), act = "act:a" + id;
    all.push_back(said(act, "victim", "Жертва Выдуманная " + id, number));
    all.push_back(said(act, "type", number % 5 == 0 ? "01010501" : "020101", number));
    all.push_back(said(act, "place", "Посёлок " + id, number));
    all.push_back(said(act, "date", "2011-12-16", number));
    all.push_back(said(act, "perpetrator", "Отряд " + id, number));
    all.push_back(
        said("event:e" + id, "title", "Событие, которое долго называется, " + id, number));
    all.push_back(said("event:e" + id, "start", "2011-12-16", number));
    all.push_back(said("event:e" + id, "part_of", "e0", number));
    all.push_back(said("custody:c" + id, "person", "Узник Выдуманный " + id, number));
    all.push_back(said("custody:c" + id, "arrested", "2011-12-16", number));
    all.push_back(said("custody:c" + id, "sentence", "7y", number));
    all.push_back(said("organisation:o" + id, "name", "Организация " + id, number));
    all.push_back(said("organisation:o" + id, "parent", "o0", number));
    all.push_back(said("aid:" + id, "fund", "Фонд", number));
    all.push_back(said("aid:" + id, "amount", "100", number));
    all.push_back(said("aid:" + id, "currency", "KZT", number));
    all.push_back(said("demand:d" + id, "text", "Отпустите их " + id, number));
  }
  for (int number = 0; number < 300; ++number)
    all.push_back(said("act:large", "victim", "Жертва Другая " + std::to_string(number), 900));
  all.push_back(said("act:large", "type", "01010501", 900));
  return view_of_case(std::move(all));
}

}  // namespace

TEST(PageParts, OfACaseOfAnySizeNoPageIsTooLargeAndEachPartStandsInEveryLanguage) {
  const PublicView view = view_of_many_acts();
  std::vector<std::string> paths;
  for (const char* language : {"en", "kk"}) {
    std::vector<std::string> here;
    std::size_t largest = 0;
    for (const Page& page : case_pages(view, draw::Voice(language))) {
      here.push_back(page.path);
      EXPECT_LT(page.body.size(), page_bytes_max) << page.path << " " << language;
      largest = std::max(largest, page.body.size());
    }
    EXPECT_GT(largest, 50'000u) << "pages are not cut smaller than they need be";
    EXPECT_TRUE(paths.empty() || paths == here) << language;
    paths = here;
  }
  const std::set<std::string> distinct(paths.begin(), paths.end());
  EXPECT_EQ(distinct.size(), paths.size());
  for (const char* path : {"acts_2.html", "act-type/020101.2.html", "organisations_2.html",
                           "demands_2.html", "case_2.html", "case-sources_2.html", "custody_2.html",
                           "organisation/o0.2.html", "event/e0.html"})
    EXPECT_TRUE(distinct.contains(path)) << path;
}

TEST(PageParts, ALinkToAnActLeadsToThePartWithItsFactsAndEveryFactStandsOnce) {
  const PublicView view = view_of_many_acts();
  const auto pages = act_pages(view, draw::Voice("en"));
  std::set<std::string> facts;
  for (const Page& page : pages) {
    const std::regex fact("data-fact=\"([0-9a-f]+)\"");
    for (auto at = std::sregex_iterator(page.body.begin(), page.body.end(), fact);
         at != std::sregex_iterator(); ++at)
      EXPECT_TRUE(facts.insert((*at)[1]).second) << page.path << " " << (*at)[1];
  }
  std::size_t expected = 0;
  for (const casefile::Statement& one : view.case_file.view.statements())
    expected += casefile::kind_of(one.subject) == "act" ? 1 : 0;
  EXPECT_EQ(facts.size(), expected);
  for (const casefile::Act& act : view.case_file.entities.acts) {
    const std::string address = page_of(view.case_file, act.subject);
    const std::size_t hash = address.find('#');
    const Page* page = test::page_at(pages, address.substr(0, hash));
    ASSERT_NE(page, nullptr) << address;
    const std::string section = "id=\"" + address.substr(hash + 1) + "\"";
    const std::size_t at = page->body.find(section);
    ASSERT_NE(at, std::string::npos) << address;
    EXPECT_LT(page->body.find("data-fact", at), page->body.find("<section", at + 1)) << address;
  }
}

TEST(PageParts, ATableThatBeginsOnAnotherPartIsNamedOnTheFirst) {
  const PublicView view = test::a_public_case();
  CasePage whole{"case-sources.html", "Sources"};
  for (const char* name : {"one", "two"}) {
    CaseTable table{name, "", {"Row", "What"}, {}};
    table.anchor = std::string("f-") + name;
    for (int row = 0; row < 400; ++row) table.rows.push_back({{"1", "", true}, {"thing"}});
    whole.tables.push_back(std::move(table));
  }
  std::vector<Page> pages;
  add_in_parts(view, whole, draw::Voice("en"), pages);
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_NE(pages[0].body.find("id=\"f-one\""), std::string::npos);
  EXPECT_NE(pages[0].body.find("id=\"f-two\""), std::string::npos);
  EXPECT_NE(pages[0].body.find("These rows stand on another page"), std::string::npos);
  EXPECT_NE(pages[1].body.find("href=\"case-sources.html\""), std::string::npos);
  EXPECT_NE(pages[1].body.find("href=\"case-sources_3.html\""), std::string::npos);
  std::size_t rows = 0;
  for (const Page& page : pages) rows += test::times(page.body, "<bdi>thing</bdi>");
  EXPECT_EQ(rows, 800u);
}

TEST(PageParts, LongTextsInATableOfManyRowsAreCutAndInAShortOneStandWhole) {
  const PublicView view = test::a_public_case();
  const std::string title(5000, 'a');
  for (const std::size_t count : {3, 60}) {
    CasePage whole{"acts.html", "Acts"};
    CaseTable table{"By place", "", {"", "Acts"}, {}};
    table.rows.assign(count, {{title}, {"1", "", true}});
    whole.tables.push_back(table);
    std::vector<Page> pages;
    add_in_parts(view, whole, draw::Voice("en"), pages);
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(pages[0].body.find(title) != std::string::npos, count == 3);
    EXPECT_LT(pages[0].body.size(), page_bytes_max);
  }
}

TEST(PageParts, APartOfAThingHasANameThatNoOtherThingCanHave) {
  EXPECT_EQ(part_path("acts.html", 0), "acts.html");
  EXPECT_EQ(part_path("acts.html", 1), "acts_2.html");
  EXPECT_EQ(part_path("organisation/unit.html", 2), "organisation/unit.3.html");
  EXPECT_NE(slug("unit.3"), "unit.3");
}

}  // namespace sanaq::pages
