#include "sanaq/investigation/own_places.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

namespace fs = std::filesystem;
using base::Kind;

class OwnPlaces : public testing::Test {
 protected:
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);

  [[nodiscard]] settings::Config config() const {
    const std::string path = folder_ + "/investigation.toml";
    return settings::parse_config(base::read_file(path), path);
  }
  // None where the action throws nothing.
  template <typename Action>
  static std::optional<Kind> refusal(const Action& action) {
    try {
      action();
    } catch (const base::Error& error) {
      return error.kind();
    }
    return std::nullopt;
  }
  [[nodiscard]] bool is_free(const std::string& path) const {
    return !refusal([&] { expect_free_of(folder_, path); });
  }
};

TEST_F(OwnPlaces, NoOutputTakesAPlaceOfTheInvestigation) {
  fs::create_directory(folder_ + "/ledger");
  fs::create_directory_symlink(folder_ + "/ledger", scratch_ / "door");
  for (const char* place :
       {"town/lists/new.csv", "town/evidence/new.csv", "town/ledger/x", "town/articles/a/b.csv",
        "town/.sanaq/x.json", "town/publication/x", "town/LISTS/new.csv", "town/Ledger",
        "town/site/../lists/new.csv", "door/x.csv", "town/investigation.toml",
        "town/Investigation.TOML", "town/claims.csv", "town/Claims.csv", "town/lists/hospital.csv"})
    EXPECT_FALSE(is_free(scratch_ / place)) << place;
  for (const char* place : {"town/clusters.csv", "elsewhere.csv", "town/tables/claims.csv",
                            "town-lists/new.csv", "lists/new.csv"})
    EXPECT_TRUE(is_free(scratch_ / place)) << place;
}

TEST_F(OwnPlaces, AHardLinkToATableIsTheTable) {
  fs::create_hard_link(folder_ + "/claims.csv", scratch_ / "other.csv");
  fs::create_symlink(folder_ + "/claims.csv", scratch_ / "link.csv");
  EXPECT_FALSE(is_free(scratch_ / "other.csv"));
  EXPECT_FALSE(is_free(scratch_ / "link.csv"));
}

TEST_F(OwnPlaces, TheInvestigationAroundAPathIsFound) {
  EXPECT_EQ(investigation_around(folder_ + "/lists/new/deep.csv"), base::absolute_path(folder_));
  EXPECT_EQ(investigation_around(folder_), base::absolute_path(folder_));
  EXPECT_FALSE(investigation_around(scratch_ / "elsewhere"));
}

TEST_F(OwnPlaces, ANewFolderIsNewOrEmptyAndInNoRoom) {
  scratch_.write("thesis/chapter.txt", "mine");
  scratch_.write("file", "");
  fs::create_directory(scratch_ / "empty");
  fs::create_symlink(scratch_ / "nowhere", scratch_ / "dangling");
  for (const char* place : {"new", "empty", "town/copies"})
    EXPECT_FALSE(refusal([&] { expect_new_folder(scratch_ / place); })) << place;
  for (const char* place : {"thesis", "file", "dangling", "town", "town/lists/new"})
    EXPECT_EQ(refusal([&] { expect_new_folder(scratch_ / place); }), Kind::usage) << place;
}

TEST_F(OwnPlaces, WhatTheSettingsNameStaysInside) {
  scratch_.write("outside/table.csv", "claim\n");
  fs::create_symlink(scratch_ / "outside", folder_ + "/door");
  fs::create_symlink(scratch_ / "outside/table.csv", folder_ + "/linked.csv");
  EXPECT_FALSE(refusal([&] { expect_inside(folder_, config(), {}); }));
  for (const std::string& file :
       {std::string("../outside/table.csv"), std::string("door/table.csv"),
        std::string("linked.csv"), scratch_ / "outside/table.csv"}) {
    for (int place = 0; place < 5; ++place) {
      settings::Config changed = config();
      if (place == 0) changed.tables.front().file = file;
      if (place == 1) changed.lists.front().file = file.front() == '/' ? file : "../" + file;
      if (place == 2) changed.linking_files.model = file;
      if (place == 3) changed.linking_files.labels = file;
      if (place == 4) changed.linking_files.nicknames = file;
      EXPECT_EQ(refusal([&] { expect_inside(folder_, changed, {}); }), Kind::bad_input)
          << file << place;
      EXPECT_FALSE(refusal([&] { expect_inside(folder_, changed, {scratch_ / "outside"}); }))
          << file << place;
      EXPECT_EQ(refusal([&] { expect_inside(folder_, changed, {folder_ + "/lists"}); }),
                Kind::bad_input)
          << file << place;
    }
  }
  EXPECT_EQ(refusal([&] { expect_inside(folder_, config(), {scratch_ / "nowhere"}); }),
            Kind::not_found);
}

TEST_F(OwnPlaces, ALinkInListsIsRefusedByNameUnlessItsFolderIsAllowed) {
  scratch_.write("outside/link.csv", "name\nA\n");
  fs::create_symlink(scratch_ / "outside/link.csv", folder_ + "/lists/link.csv");
  try {
    expect_inside(folder_, config(), {});
    ADD_FAILURE();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), Kind::bad_input);
    EXPECT_NE(error.message().english().find("lists/link.csv"), std::string::npos);
  }
  EXPECT_FALSE(refusal([&] { expect_inside(folder_, config(), {scratch_ / "outside"}); }));
  EXPECT_EQ(refused_links(folder_, {}), std::vector<std::string>{"lists/link.csv"});
  EXPECT_TRUE(refused_links(folder_, {scratch_ / "outside"}).empty());
}

TEST_F(OwnPlaces, ALinkInEvidenceIsAlwaysRefused) {
  scratch_.write("outside/secret.txt", "");
  fs::create_directory(folder_ + "/evidence");
  fs::create_symlink(scratch_ / "outside/secret.txt", folder_ + "/evidence/a.txt");
  EXPECT_EQ(refusal([&] { expect_no_links_in_evidence(folder_); }), Kind::bad_input);
  EXPECT_EQ(refused_links(folder_, {scratch_ / "outside"}),
            std::vector<std::string>{"evidence/a.txt"});
}

TEST_F(OwnPlaces, ARoomIsARealFolder) {
  fs::create_directory(scratch_ / "outside");
  for (const char* room : {"ledger", "evidence", ".sanaq"}) {
    fs::create_symlink(scratch_ / "outside", folder_ + "/" + room);
    EXPECT_EQ(refusal([&] { expect_inside(folder_, config(), {scratch_ / "outside"}); }),
              Kind::bad_input)
        << room;
    EXPECT_EQ(refusal([&] { expect_real_rooms(folder_); }), Kind::bad_input) << room;
    fs::remove(folder_ + "/" + room);
  }
  EXPECT_FALSE(refusal([&] { expect_real_rooms(folder_); }));
}

TEST_F(OwnPlaces, ATableMayNotHaveTheNameOfAReportOfOurs) {
  settings::Config changed = config();
  changed.tables.front().file = "Ingest-Report.csv";
  EXPECT_EQ(refusal([&] { expect_inside(folder_, changed, {}); }), Kind::bad_input);
}

TEST_F(OwnPlaces, EveryFileThatIsReadIsNamed) {
  EXPECT_EQ(
      named_files(config(), folder_),
      (std::vector<std::string>{folder_ + "/lists/hospital.csv", folder_ + "/lists/morgue.csv",
                                folder_ + "/lists/union.tsv", folder_ + "/claims.csv",
                                folder_ + "/vocabulary.csv", folder_ + "/truth.csv"}));
}

}  // namespace
}  // namespace sanaq::investigation
