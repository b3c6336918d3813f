#include "sanaq/settings/config_node.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::settings {
namespace {

constexpr std::string_view file =
    "[scope]\nfrom = \"2011\"\n[[list]]\nname = \"hospital\"\nfile = \"h.csv\"\n[[list]]\nfile = "
    "\"морг 1.xlsx\"\n[[table]]\nkind = \"claim\"\nfile = \"claims.csv\"\n";

TEST(ConfigNode, ListsAndTablesAreCalledByName) {
  toml::table root = toml::parse(file);
  EXPECT_EQ(node_at(root, {"scope", "from"})->as_string()->get(), "2011");
  EXPECT_EQ(node_at(root, {"list", "hospital", "file"})->as_string()->get(), "h.csv");
  EXPECT_EQ(node_at(root, {"list", "морг 1", "file"})->as_string()->get(), "морг 1.xlsx");
  EXPECT_EQ(node_at(root, {"list", "#2", "file"})->as_string()->get(), "морг 1.xlsx");
  EXPECT_EQ(node_at(root, {"table", "claims.csv", "kind"})->as_string()->get(), "claim");
  EXPECT_EQ(node_at(root, {"list", "#3", "file"}), nullptr);
  EXPECT_EQ(node_at(root, {"scope", "from", "x"}), nullptr);
  EXPECT_EQ(table_at(root, {}), &root);
  EXPECT_EQ(names_of_blocks(root, "list"), (std::vector<std::string>{"hospital", "морг 1"}));
}

TEST(ConfigNode, AListThatIsNotThereIsToldWithTheNearest) {
  toml::table root = toml::parse(file);
  EXPECT_FALSE(names_a_new_block(root, {"list", "hospital", "file"}));
  EXPECT_TRUE(names_a_new_block(root, {"list", "hospitl", "file"}));
  try {
    expect_block(root, {"list", "hospitl", "file"}, "t");
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("did you mean hospital?"), std::string::npos);
  }
  toml::table empty;
  EXPECT_THROW(expect_block(empty, {"table", "x", "kind"}, "t"), base::Error);
}

}  // namespace
}  // namespace sanaq::settings
