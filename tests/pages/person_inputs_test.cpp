#include "sanaq/pages/person_inputs.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "pages/a_public_case.h"

namespace sanaq::pages {
namespace {

std::string inputs_of(const PublicView& view) { return PersonInputs(view).of(view.persons[0]); }

TEST(PersonInputs, StayWhenOthersChange) {
  PublicView view = test::a_public_case();
  const std::string before = inputs_of(view);
  view.persons[1].name = "Somebody Else";
  view.persons.pop_back();
  view.documented_high = 999;
  view.corrections.add(
      {"2026-01-01", "person/other.html", "name", "a", "b", "", PublicCorrection::Kind::corrected});
  EXPECT_EQ(inputs_of(view), before);
}

// Whatever the page shows: if it changes, the page is made again.
TEST(PersonInputs, ChangeWithEverythingThatThePageShows) {
  using Change = std::function<void(PublicView&)>;
  const std::vector<Change> changes = {
      [](PublicView& view) { view.persons[0].name += "a"; },
      [](PublicView& view) { view.persons[0].forwards.emplace_back("00000000000000dd"); },
      [](PublicView& view) { view.persons[0].probability = 0.5; },
      [](PublicView& view) { view.persons[0].probability.reset(); },
      [](PublicView& view) { view.persons[0].is_linkable = false; },
      [](PublicView& view) { view.persons[0].records[0].row = 9; },
      [](PublicView& view) { view.persons[0].records[0].list = 2; },
      [](PublicView& view) { view.persons[0].records[0].cells[0]->text += "a"; },
      [](PublicView& view) { view.persons[0].records[0].cells[0]->reading += "a"; },
      [](PublicView& view) { view.persons[0].records[0].cells[0]->fact = 7; },
      [](PublicView& view) { view.persons[0].records[0].cells[0].reset(); },
      [](PublicView& view) { view.persons[0].records[1].cells[0]->differs = false; },
      [](PublicView& view) { view.persons[0].pairs[0].probability = 0.5; },
      [](PublicView& view) { view.title += "a"; },
      [](PublicView& view) { view.contact = "office@example.org"; },
      [](PublicView& view) { view.lists[1].name += "a"; },
      [](PublicView& view) { view.lists[1].is_hash_open = true; },
      [](PublicView& view) { view.columns[1].header += "a"; },
      [](PublicView& view) { view.languages.emplace_back("kk"); },
      [](PublicView& view) { view.claims.clear(); },
      [](PublicView& view) { view.case_file.entities.acts.clear(); },
      [](PublicView& view) {
        view.corrections.add({"2026-01-01", "person/" + view.persons[0].id + ".html", "name", "a",
                              "b", "", PublicCorrection::Kind::corrected});
      }};
  std::set<std::string> all = {inputs_of(test::a_public_case())};
  for (std::size_t at = 0; at < changes.size(); ++at) {
    PublicView view = test::a_public_case();
    changes[at](view);
    EXPECT_TRUE(all.insert(inputs_of(view)).second) << "change " << at;
  }
}

TEST(PersonInputs, AProbabilityThatMovesByLessThanPagesShowMakesNoPageAnew) {
  const PublicView before = test::a_public_case();
  PublicView view = before;
  view.persons[0].probability = *before.persons[0].probability + 1e-7;
  view.persons[0].pairs[0].probability = before.persons[0].pairs[0].probability + 1e-7;
  EXPECT_EQ(inputs_of(view), inputs_of(before));
  view.persons[0].pairs[0].probability += 0.02;
  EXPECT_NE(inputs_of(view), inputs_of(before));
}

}  // namespace
}  // namespace sanaq::pages
