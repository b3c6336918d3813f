#include "sanaq/tables/arrow_table.h"

#include <gtest/gtest.h>

namespace sanaq::tables {
namespace {

TEST(ArrowTable, ColumnsHaveTheTypesOfTheirValues) {
  ArrowArrayStream stream{};
  export_table(std::make_shared<record::PlainTable>(
                   record::PlainTable{0,
                                      {{"text", record::CodedTexts{}},
                                       {"whole", std::vector<std::int64_t>{}},
                                       {"share", std::vector<double>{}}}}),
               &stream);
  ArrowSchema schema{};
  ASSERT_EQ(0, stream.get_schema(&stream, &schema));
  ASSERT_EQ(3, schema.n_children);
  EXPECT_STREQ("I", schema.children[0]->format);
  EXPECT_STREQ("U", schema.children[0]->dictionary->format);
  EXPECT_STREQ("l", schema.children[1]->format);
  EXPECT_STREQ("g", schema.children[2]->format);
  EXPECT_STREQ("share", schema.children[2]->name);
  schema.release(&schema);
  stream.release(&stream);
}

}  // namespace
}  // namespace sanaq::tables
