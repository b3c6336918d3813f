#include "sanaq/pages/fact_lines.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "pages/a_public_case.h"
#include "sanaq/pages/case_pages.h"
#include "sanaq/pages/register_page.h"

namespace sanaq::pages {
namespace {

using nlohmann::json;

// With an id for every fact: 1, 2, 3, …
PublicView a_view_with_ids() {
  PublicView view = test::a_public_case();
  std::uint64_t next = 1;
  for (PublicPerson& person : view.persons) {
    for (PublicRecord& record : person.records) {
      for (std::optional<PublicCell>& cell : record.cells) {
        if (cell) cell->fact = next++;
      }
    }
  }
  for (std::size_t at = 0; at < view.case_file.view.statements().size(); ++at)
    view.case_file.facts.push_back(next++);
  return view;
}

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

std::set<std::string> ids_in(const std::string& page) {
  std::set<std::string> ids;
  static const std::regex id("data-fact=\"([0-9a-f]{16})\"");
  for (std::sregex_iterator at(page.begin(), page.end(), id), end; at != end; ++at)
    ids.insert((*at)[1]);
  return ids;
}

TEST(FactLines, EveryFactOfAPageHasALineWithASourceAndEveryLineStandsOnItsPage) {
  const PublicView view = a_view_with_ids();
  const draw::Voice voice("en");
  std::vector<Page> pages = case_pages(view, voice);
  const std::vector<json> lines = lines_of(all_fact_lines(view, pages));
  for (const PublicPerson& person : view.persons) pages.push_back(person_page(view, person, voice));
  std::map<std::string, std::set<std::string>> on_pages;
  std::set<std::string> shown, told;
  for (const Page& page : pages) {
    on_pages[page.path] = ids_in(page.body);
    shown.insert(on_pages[page.path].begin(), on_pages[page.path].end());
  }
  for (const json& line : lines) {
    EXPECT_TRUE(told.insert(line["id"]).second) << line;
    EXPECT_FALSE(line["source"].get<std::string>().empty()) << line;
    EXPECT_TRUE(on_pages[line["page"]].contains(line["id"])) << line;
  }
  EXPECT_EQ(told, shown);
  EXPECT_GT(told.size(), 30u);
}

TEST(FactLines, TheRowIsToldOnlyOfAFileThatIsPublic) {
  PublicView view = a_view_with_ids();
  EXPECT_EQ(lines_of(fact_lines(view, view.persons[0]))[0]["locator"], "");
  view.lists[0].is_hash_open = true;
  EXPECT_EQ(lines_of(fact_lines(view, view.persons[0]))[0]["locator"], "row 2");
}

TEST(FactLines, AnyTextIsOneLineOfJson) {
  PublicView view = a_view_with_ids();
  view.persons[0].records[0].cells[0]->text = "a \"quoted\"\nback\\slash\t";
  const std::vector<json> lines = lines_of(fact_lines(view, view.persons[0]));
  EXPECT_EQ(lines[0]["value"], "a \"quoted\"\nback\\slash\t");
}

TEST(FactLines, AnEmptyCellIsNoFact) {
  PublicView view = a_view_with_ids();
  const std::size_t before = lines_of(fact_lines(view, view.persons[0])).size();
  view.persons[0].records[0].cells[0]->text.clear();
  EXPECT_EQ(lines_of(fact_lines(view, view.persons[0])).size(), before - 1);
}

}  // namespace
}  // namespace sanaq::pages
