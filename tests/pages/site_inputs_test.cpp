#include "sanaq/pages/site_inputs.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using Change = std::function<void(PublicView&)>;

std::string case_inputs(const PublicView& view) {
  const SiteInputs inputs(view);
  return inputs.of_page("en", "case.html", inputs.case_file());
}

TEST(SiteInputs, StayWhenPersonsOrOtherPagesChange) {
  PublicView view = test::a_public_case();
  const std::string before = case_inputs(view);
  view.persons[0].records[0].cells[0]->text += "a";
  view.documented_high = 999;
  view.corrections.add(
      {"2026-01-01", "event/other.html", "title", "a", "b", "", PublicCorrection::Kind::corrected});
  EXPECT_EQ(case_inputs(view), before);
}

TEST(SiteInputs, ArePerPageAndLanguage) {
  const PublicView view = test::a_public_case();
  const SiteInputs inputs(view);
  const std::set<std::string> all = {
      inputs.of_page("en", "a.html", ""), inputs.of_page("ru", "a.html", ""),
      inputs.of_page("en", "b.html", ""), inputs.of_page("en", "a.html", "x")};
  EXPECT_EQ(all.size(), 4u);
}

// Whatever a page of the case file shows: if it changes, the page is made again.
TEST(SiteInputs, ChangeWithEverythingThatThePagesShow) {
  const std::vector<Change> changes = {
      [](PublicView& view) { view.title += "a"; },
      [](PublicView& view) { view.about += "a"; },
      [](PublicView& view) { view.url = "https://example.org/"; },
      [](PublicView& view) { view.contact = "office@example.org"; },
      [](PublicView& view) { view.is_invented = !view.is_invented; },
      [](PublicView& view) { view.languages.emplace_back("kk"); },
      [](PublicView& view) { view.provenance.version += "a"; },
      [](PublicView& view) { view.has_register = !view.has_register; },
      [](PublicView& view) { view.case_file.held_on += 1; },
      [](PublicView& view) { view.case_file.facts.assign(200, 7); },
      [](PublicView& view) { view.case_file.people.begin()->second.name += "a"; },
      [](PublicView& view) { view.case_file.people.begin()->second.page += "a"; },
      [](PublicView& view) { view.case_file.entities.acts[0].victims[0].who.key += "a"; },
      [](PublicView& view) {
        std::vector<casefile::Statement> said = view.case_file.view.statements();
        said[0].value += "a";
        view.case_file.view = casefile::View(std::move(said));
      },
      [](PublicView& view) {
        std::vector<casefile::Statement> said = view.case_file.view.statements();
        said[0].locator += "a";
        view.case_file.view = casefile::View(std::move(said));
      },
      [](PublicView& view) { view.lists[0].is_hash_open = !view.lists[0].is_hash_open; },
      [](PublicView& view) { view.scope.what += "a"; },
      [](PublicView& view) {
        view.corrections.add(
            {"2026-01-01", "case.html", "name", "a", "b", "", PublicCorrection::Kind::corrected});
      }};
  std::set<std::string> all = {case_inputs(test::a_public_case())};
  for (std::size_t at = 0; at < changes.size(); ++at) {
    PublicView view = test::a_public_case();
    changes[at](view);
    EXPECT_TRUE(all.insert(case_inputs(view)).second) << "change " << at;
  }
}

}  // namespace sanaq::pages
