#include "sanaq/investigation/list_visibility.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {
namespace {

record::RecordTable list_with(const std::string& header, const std::vector<std::string>& cells) {
  record::RecordTable list;
  list.columns.push_back({"Name", record::Field::name, {1}, {"", "sealed"}, {"", "sealed"}});
  record::Column column{header, std::nullopt, {}, {""}, {""}};
  for (const std::string& cell : cells) {
    column.values.push_back(cell);
    column.canonical.push_back(cell);
  }
  list.columns.push_back(column);
  return list;
}

TEST(ListVisibility, AColumnThatSeemsToMarkRowsIsNamed) {
  for (const char* header : {"visibility", "Visibilty", "видимость", "Көріну", "доступ"})
    EXPECT_EQ(unclear_headers(list_with(header, {"x"}), {}).size(), 1U) << header;
  EXPECT_EQ(unclear_headers(list_with("qui", {"public", "sealed"}), {}).size(), 1U);
  EXPECT_TRUE(unclear_headers(list_with("Quarter", {"public", "Old Jetty"}), {}).empty());
  EXPECT_TRUE(unclear_headers(list_with("Quarter", {}), {}).empty());
}

TEST(ListVisibility, WhoSaysThatItIsSomethingElseIsBelieved) {
  settings::ListConfig config;
  config.ignored = {"visibility"};
  EXPECT_TRUE(unclear_headers(list_with("visibility", {"good"}), config).empty());
  config.ignored.clear();
  config.public_fields = {"visibility"};
  EXPECT_TRUE(unclear_headers(list_with("visibility", {"good"}), config).empty());
}

}  // namespace
}  // namespace sanaq::investigation
