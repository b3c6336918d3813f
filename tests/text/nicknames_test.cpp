#include "sanaq/text/nicknames.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(NameTables, NicknamesMeetTheirNameAcrossScripts) {
  const NameTables& tables = NameTables::built_in();
  EXPECT_TRUE(share_group(tables.groups_of("aleksandr"), tables.groups_of("saSa")));
  EXPECT_FALSE(share_group(tables.groups_of("aleksandr"), tables.groups_of("nosuchname")));
  EXPECT_FALSE(share_group(tables.groups_of("nosuchname"), tables.groups_of("nosuchname")));
}

TEST(NameTables, AUserCanAdd) {
  NameTables tables;
  tables.add_nickname("Құрман", "Құка");
  EXPECT_TRUE(share_group(tables.groups_of("kurman"), tables.groups_of("kuka")));
  EXPECT_FALSE(share_group(NameTables::built_in().groups_of("kurman"),
                           NameTables::built_in().groups_of("kuka")));
  tables.add_nickname("", "x");  // says nothing, changes nothing
  EXPECT_TRUE(tables.groups_of("x").empty());
}

TEST(NameTables, AGivenNameOfOneWordHasGroups) {
  const NameTables& tables = NameTables::built_in();
  EXPECT_TRUE(share_group(nickname_groups("Robert", tables), nickname_groups("bob", tables)));
  EXPECT_TRUE(share_group(nickname_groups("Александр", tables), nickname_groups("Саша", tables)));
  EXPECT_TRUE(nickname_groups("Anna Maria", tables).empty());
  EXPECT_TRUE(nickname_groups("", tables).empty());
}

}  // namespace sanaq::text
