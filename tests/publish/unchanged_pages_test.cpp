// A page that is what it was is not made again: after any change the site is, byte for byte, what
// it would be if every page were made.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "help/note_signer.h"
#include "help/scratch.h"
#include "investigation/invented_outcome.h"
#include "sanaq/base/file_stamp.h"
#include "sanaq/base/files.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/publish/publish.h"

namespace sanaq::publish {
namespace {

using investigation::Outcome;
using investigation::test::Dice;
using Tree = std::map<std::string, std::string>;  // path -> bytes

Tree tree_of(const std::string& folder) {
  Tree tree;
  for (const base::TreeEntry& entry : base::walk_tree(folder)) {
    if (entry.kind == base::PathKind::file)
      tree[entry.path] = base::read_file(base::join(folder, entry.path));
  }
  return tree;
}

void set_cell(Outcome& outcome, std::size_t column, std::size_t record, const std::string& text) {
  record::Column& cells = outcome.records.columns.at(column);
  cells.values.push_back(text);
  cells.canonical.push_back(text);
  cells.codes.at(record % cells.codes.size()) = static_cast<std::uint32_t>(cells.values.size() - 1);
}

// One thing of an investigation changes.
std::vector<std::function<void(Outcome&, Dice&)>> changes() {
  return {
      [](Outcome& outcome, Dice& dice) {
        for (int cell = 0; cell < 3; ++cell)
          set_cell(outcome, 3, dice.below(900), "Quarter " + std::to_string(dice.below(5)));
      },
      [](Outcome& outcome, Dice& dice) { set_cell(outcome, 0, dice.below(900), "Өзенов Айбар"); },
      [](Outcome& outcome, Dice& dice) { set_cell(outcome, 0, dice.below(900), ""); },
      [](Outcome& outcome, Dice&) { outcome.config.title += "!"; },
      [](Outcome& outcome, Dice&) { outcome.config.publish.contact = "office@example.org"; },
      [](Outcome& outcome, Dice&) { outcome.claims.front().min = 62; },
      [](Outcome& outcome, Dice&) { outcome.config.lists[2].public_fields = {"name"}; },
      [](Outcome& outcome, Dice&) {
        outcome.config.languages = {"ru", "en"};
      },
      [](Outcome& outcome, Dice& dice) {
        for (std::size_t record = 0; record < 40; ++record)
          outcome.in_scope.at(dice.below(outcome.in_scope.size())) = false;
      },
      [](Outcome&, Dice&) {},
  };
}

class UnchangedPages : public testing::Test {
 protected:
  // In two folders that have the same past. The second does not know its site by a record, and
  // makes every page.
  void publish_both(const Outcome& outcome, const std::string& what) {
    base::Progress quiet;
    const auto shown = disclose::shown_register(outcome, quiet);
    if (base::folder_exists(scratch_ / "one"))
      std::filesystem::copy(scratch_ / "one", scratch_ / "two",
                            std::filesystem::copy_options::recursive);
    for (const char* folder : {"one", "two"}) {
      const SitePlace place{scratch_ / (std::string(folder) + "/town"),
                            scratch_ / (std::string(folder) + "/site"), "site", NamedBy::user};
      (void)publish(outcome, place, quiet, {}, shown, {}, "", &signer_);
    }
    for (const char* part : {"/site", "/town/publication"}) {
      const Tree one = tree_of(scratch_ / ("one" + std::string(part))),
                 two = tree_of(scratch_ / ("two" + std::string(part)));
      for (const auto& [path, bytes] : two) {
        ASSERT_TRUE(one.contains(path)) << what << ": " << path;
        EXPECT_TRUE(one.at(path) == bytes) << what << ": " << path;
      }
      EXPECT_EQ(one.size(), two.size()) << what;
    }
    std::filesystem::remove_all(scratch_ / "two");
  }
  help::Scratch scratch_;
  help::NoteSigner key_{"town/log", log::ed25519_type, 1};
  LogSigner signer_{key_.key, key_.sign};
};

TEST_F(UnchangedPages, AreByteForByteWhatTheyWouldBeIfTheyWereMade) {
  Outcome outcome = investigation::test::invented_outcome();
  outcome.today = "2026-11-29";
  Dice dice;
  publish_both(outcome, "first");
  int number = 0;
  for (const auto& change : changes()) {
    change(outcome, dice);
    publish_both(outcome, "change " + std::to_string(number++));
    if (HasFatalFailure()) return;
  }
}

// Rows that become each other's equals, come back, move and go: the log takes from the site what
// it knows, and says the same as if it knew nothing.
TEST_F(UnchangedPages, AreTheSameAfterAnySequenceOfSmallChanges) {
  Outcome outcome = investigation::test::invented_outcome();
  outcome.today = "2026-11-29";
  // A small register, so that many sequences are tried: the persons of two dozen records.
  for (std::size_t record = 24; record < outcome.in_scope.size(); ++record)
    outcome.in_scope.at(record) = false;
  Dice dice;
  for (int step = 0; step < 12; ++step) {
    const std::size_t record = dice.below(24);
    switch (dice.below(4)) {
      case 0:
        set_cell(outcome, 3, record, "Quarter " + std::to_string(dice.below(2)));
        break;
      case 1:  // what another record says
        for (record::Column& column : outcome.records.columns)
          column.codes.at(record) = column.codes.at(dice.below(24));
        break;
      case 2:
        outcome.in_scope.at(record) = !outcome.in_scope.at(record);
        break;
      default:
        set_cell(outcome, 0, record, dice.chance(50) ? "Өзенов Айбар" : "Айбаров Өзен");
    }
    publish_both(outcome, "step " + std::to_string(step));
    if (HasFailure()) return;
  }
}

// Whoever takes the folder away learns from what is remembered of a site not even what is public.
TEST_F(UnchangedPages, WhatIsRememberedOfThemShowsNoCell) {
  Outcome outcome = investigation::test::invented_outcome();
  outcome.today = "2026-11-29";
  base::Progress quiet;
  const auto shown = disclose::shown_register(outcome, quiet);
  (void)publish(outcome, {scratch_ / "town", scratch_ / "site", "site", NamedBy::user}, quiet, {},
                shown, {}, "", &signer_);
  const auto is_found = [](const Tree& tree, const std::string& text) {
    return std::any_of(tree.begin(), tree.end(), [&](const auto& file) {
      return file.second.find(text) != std::string::npos;
    });
  };
  const Tree remembered = tree_of(scratch_ / "town/.sanaq"), site = tree_of(scratch_ / "site");
  ASSERT_TRUE(remembered.contains("site-record"));
  EXPECT_FALSE(is_found(remembered, "SENTINEL"));
  std::size_t public_cells = 0;
  for (const record::Column& column : outcome.records.columns) {
    for (const std::string& cell : column.values) {
      if (cell.size() < 8) continue;  // shorter ones stand in any bytes
      EXPECT_FALSE(is_found(remembered, cell)) << cell;
      public_cells += is_found(site, cell) ? 1 : 0;
    }
  }
  EXPECT_GT(public_cells, 100U) << "a cell that is there must be found";
}

TEST_F(UnchangedPages, AreNeitherMadeNorWritten) {
  Outcome outcome = investigation::test::invented_outcome();
  outcome.today = "2026-11-29";
  base::Progress quiet;
  const SitePlace place{scratch_ / "town", scratch_ / "site", "site", NamedBy::user};
  const auto publish_now = [&] {
    (void)publish(outcome, place, quiet, {}, disclose::shown_register(outcome, quiet), {}, "",
                  &signer_);
  };
  publish_now();
  const auto touched_since = [&](const std::map<std::string, std::uint64_t>& before) {
    std::size_t count = 0;
    for (const auto& [path, number] : before)
      count += base::file_stamp(scratch_ / ("site/" + path)).value().number != number ? 1 : 0;
    return count;
  };
  std::map<std::string, std::uint64_t> before;
  for (const base::TreeEntry& entry : base::walk_tree(scratch_ / "site")) {
    if (entry.kind == base::PathKind::file)
      before[entry.path] = base::file_stamp(scratch_ / ("site/" + entry.path)).value().number;
  }
  publish_now();
  EXPECT_EQ(touched_since(before), 0u);
  set_cell(outcome, 3, 100, "Elsewhere");
  publish_now();
  EXPECT_LT(touched_since(before), 80u);
  EXPECT_GT(before.size(), 1500u);
}

}  // namespace
}  // namespace sanaq::publish
