#include "sanaq/publish/built_site.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

const std::string one(64, '1'), two(64, '2'), from_a(64, 'a'), from_b(64, 'b');

log::Hash hash(const std::string& hex) { return log::hash_of_hex(hex).value(); }

// A site of three files that stands, with its record.
class BuiltSiteTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* path : {"a", "b", "c"}) {
      scratch_.write(std::string("case/site/") + path, path);
      mark_.files.set(path, base::sha256_hex(path));
    }
    write_mark(place_.folder, mark_);
    record_site(place_, mark_, mark_hash(mark_), stamps_of(place_.folder, mark_),
                {hash(from_a), {}, hash(from_b)});
  }
  help::Scratch scratch_;
  SitePlace place_{scratch_ / "case", scratch_ / "case/site", "site", NamedBy::settings};
  SiteMark mark_;
};

}  // namespace

TEST(BuiltSite, IsSortedAndRemembersItsOrderUntilItIsForgotten) {
  BuiltSite built;
  built.add("b", one, "");
  built.add("a", two, from_a);
  built.finish();
  EXPECT_EQ(built.mark.files, (log::FileHashes{{"a", two}, {"b", one}}));
  EXPECT_EQ(built.inputs, (std::vector<log::Hash>{hash(from_a), {}}));
  EXPECT_EQ(built.paths(), (std::vector<std::string>{"b", "a"}));
  built.forget_order();
  EXPECT_TRUE(built.paths().empty());
}

TEST_F(BuiltSiteTest, WhatStandsIsAsItWasRecorded) {
  base::Progress silent;
  const auto standing = standing_as_recorded(place_, silent);
  ASSERT_TRUE(standing);
  BuiltSite built;
  built.add("aa", one, from_b);
  built.add("b", two, from_b);
  built.keep(2);
  built.keep(0);
  built.finish(standing->mark.files, standing->record);
  EXPECT_EQ(
      built.mark.files,
      (log::FileHashes{
          {"a", base::sha256_hex("a")}, {"aa", one}, {"b", two}, {"c", base::sha256_hex("c")}}));
  EXPECT_EQ(built.inputs,
            (std::vector<log::Hash>{hash(from_a), hash(from_b), hash(from_b), hash(from_b)}));
  BuiltSite twice;
  twice.add("a", one, "");
  twice.keep(0);
  EXPECT_THROW(twice.finish(standing->mark.files, standing->record), base::Error);
}

TEST(BuiltSite, ALogComesBesides) {
  BuiltSite built;
  built.add("person/a.html", one, from_a);
  built.finish();
  built.add_log({{"log/key.txt", two}, {"person/a.entries.json", two}, {"person/a.html", one}});
  EXPECT_EQ(built.count.files, 3);
  EXPECT_EQ(built.inputs, (std::vector<log::Hash>{{}, {}, hash(from_a)}));
}

}  // namespace sanaq::publish
