#include "sanaq/persons/successors.h"

#include <gtest/gtest.h>

namespace sanaq::persons {

TEST(Successors, AnIdentityIsFollowedThroughTheVersions) {
  record::RecordTable records;
  records.list_of = {0, 0};
  records.identities = {"c", "d"};
  ListHistory history;
  history.versions = {
      {"1", "f", 3, {}, {}}, {"2", "f", 3, {{"a", "b"}}, {"x"}}, {"3", "f", 2, {{"b", "c"}}, {}}};
  const Successors successors(records, {history});
  EXPECT_EQ(successors.find("c").record, 0U);
  EXPECT_FALSE(successors.find("c").was_renamed);
  EXPECT_EQ(successors.find("a").record, 0U);
  EXPECT_TRUE(successors.find("a").was_renamed);
  EXPECT_FALSE(successors.find("x").record);
  EXPECT_TRUE(successors.find("x").was_known);
  EXPECT_FALSE(successors.find("nobody").was_known);
}

}  // namespace sanaq::persons
