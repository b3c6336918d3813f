#include "sanaq/tables/arrow_column.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::tables {
namespace {

TEST(ArrowColumn, TypesHaveTheNamesThatUsersKnow) {
  EXPECT_EQ("list", arrow_type_name("+l"));
  EXPECT_EQ("struct", arrow_type_name("+s"));
  EXPECT_EQ("decimal", arrow_type_name("d:19,10"));
  EXPECT_EQ("fixed_size_binary", arrow_type_name("w:42"));
}

TEST(ArrowColumn, ADictionaryOfNumbersIsRefused) {
  ArrowSchema values{}, schema{};
  values.format = "l";
  schema.format = "i";
  schema.name = "codes";
  schema.dictionary = &values;
  EXPECT_THROW(static_cast<void>(arrow_column(schema)), base::Error);
}

}  // namespace
}  // namespace sanaq::tables
