#include "sanaq/publish/what_changes.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "pages/a_public_case.h"
#include "pages/a_view.h"
#include "sanaq/base/sha256.h"
#include "sanaq/pages/site.h"

namespace sanaq::publish {
namespace {

class WhatChanges : public testing::Test {
 protected:
  // Builds the site of a view: its mark and the tables that are compared; on the disk too.
  SiteMark build(const pages::PublicView& view, DataTables& tables, bool on_disk) {
    SiteMark mark;
    pages::build_site(
        view,
        [&](const std::string& path, std::string_view bytes) {
          mark.files.set(path, base::sha256_hex(bytes));
          tables.add(path, bytes);
          if (on_disk) scratch_.write("site/" + path, std::string(bytes));
        },
        silent_);
    if (on_disk) write_mark(site_, mark);
    return mark;
  }
  Changes between(const pages::PublicView* before, const pages::PublicView& now) {
    DataTables none, tables;
    if (before != nullptr) (void)build(*before, none, true);
    const SiteMark mark = build(now, tables, false);
    return what_changes(site_, mark, tables, silent_);
  }
  static std::vector<Change> of(const Changes& changes, ChangeKind kind, ChangedThing thing) {
    std::vector<Change> found;
    for (const Change& change : changes.changes) {
      if (change.kind == kind && change.thing == thing) found.push_back(change);
    }
    return found;
  }
  help::Scratch scratch_;
  std::string site_ = scratch_ / "site";
  base::Progress silent_;
};

TEST_F(WhatChanges, WithoutASiteEverythingIsNew) {
  const Changes changes = between(nullptr, pages::test::a_view());
  EXPECT_FALSE(changes.has_site);
  const auto persons = of(changes, ChangeKind::added, ChangedThing::person);
  ASSERT_EQ(persons.size(), 2U);
  EXPECT_EQ(persons[0].id, "00000000000000aa");
  EXPECT_EQ(persons[0].now, "Айбар Танбаев");
  EXPECT_FALSE(of(changes, ChangeKind::added, ChangedThing::statement).empty());
  EXPECT_FALSE(of(changes, ChangeKind::added, ChangedThing::document).empty());
  EXPECT_GT(changes.files_added, 10);
}

TEST_F(WhatChanges, TheSameSiteChangesNothing) {
  const pages::PublicView view = pages::test::a_view();
  const Changes changes = between(&view, view);
  EXPECT_TRUE(changes.has_site);
  EXPECT_TRUE(changes.changes.empty());
  EXPECT_EQ(changes.files_added + changes.files_changed + changes.files_gone, 0);
}

TEST_F(WhatChanges, APersonComesGoesAndIsCorrected) {
  pages::PublicView before = pages::test::a_view();
  before.persons[1].records[0].cells[0]->text = before.persons[1].name;
  pages::PublicView now = before;
  now.persons[1].id = "00000000000000dd";
  now.persons[0].records[0].cells[1] = pages::PublicCell{"night shift", "n", false};
  now.persons[0].records[1].cells[0]->text = "Aibar Tanbaev";
  const Changes changes = between(&before, now);
  const auto added = of(changes, ChangeKind::added, ChangedThing::person);
  ASSERT_EQ(added.size(), 2U);
  EXPECT_EQ(added[0].what, "hospital:#2 Shift");
  EXPECT_EQ(added[0].now, "night shift");
  EXPECT_EQ(added[1].id, "00000000000000dd");
  const auto gone = of(changes, ChangeKind::gone, ChangedThing::person);
  ASSERT_EQ(gone.size(), 1U);
  EXPECT_EQ(gone[0].before, "Сергей Степнов");
  const auto changed = of(changes, ChangeKind::changed, ChangedThing::person);
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0].before + ">" + changed[0].now, "Aibar T.>Aibar Tanbaev");
}

TEST_F(WhatChanges, AClaimIsAStatementAndItsSourceADocument) {
  const pages::PublicView before = pages::test::a_view();
  pages::PublicView now = before;
  now.claims[0].min = 301;
  now.claims[0].place = "Square";
  now.claims[0].source = "another leaflet";
  now.provenance.inputs[0].hash = std::string(64, 'd');
  const Changes changes = between(&before, now);
  const auto changed = of(changes, ChangeKind::changed, ChangedThing::statement);
  ASSERT_EQ(changed.size(), 2U);
  EXPECT_EQ(changed[0].id, "claim:movement");
  EXPECT_EQ(changed[0].what + changed[0].before + changed[0].now, "min300301");
  EXPECT_EQ(of(changes, ChangeKind::added, ChangedThing::statement).front().now, "Square");
  EXPECT_EQ(of(changes, ChangeKind::added, ChangedThing::document).front().id, "another leaflet");
  EXPECT_EQ(of(changes, ChangeKind::gone, ChangedThing::document).front().id, "a leaflet");
  EXPECT_EQ(of(changes, ChangeKind::changed, ChangedThing::document).front().id, "hospital");
}

TEST_F(WhatChanges, ADownloadThatSomebodyChangedIsNotBelieved) {
  const pages::PublicView view = pages::test::a_view();
  DataTables none, tables;
  const SiteMark mark = build(view, none, true);
  (void)build(view, tables, false);
  scratch_.write("site/data/register.csv", "person,list,row\n\"never closed");
  const Changes changes = what_changes(site_, mark, tables, silent_);
  EXPECT_EQ(changes.not_as_published, std::vector<std::string>{"data/register.csv"});
  EXPECT_EQ(of(changes, ChangeKind::added, ChangedThing::person).size(), 2U);
}

}  // namespace
}  // namespace sanaq::publish
