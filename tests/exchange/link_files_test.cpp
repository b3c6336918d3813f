#include "sanaq/exchange/link_files.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/record/record_names.h"

namespace sanaq::exchange {
namespace {

base::Progress silent;

TEST(LinkFiles, EachFileIsAListNamedWithoutItsEnding) {
  const help::Scratch scratch;
  const LoadedFiles loaded = load_files({.files = {scratch.write("one.csv", "id,name\n1,A B\n"),
                                                   scratch.write("two.csv", "id,name\n9,A B\n")},
                                         .id_header = std::nullopt,
                                         .columns = {},
                                         .one_per_list = {},
                                         .list_column = std::nullopt},
                                        silent);
  ASSERT_EQ(loaded.records.lists.size(), 2u);
  EXPECT_EQ(loaded.records.lists[1].name, "two");
  EXPECT_EQ(record::find_record(loaded.records, "two:9"), 1u);
  EXPECT_THROW((void)record::find_record(loaded.records, "two:1"), base::Error);
}

TEST(LinkFiles, OneFileIsSplitByAColumn) {
  const help::Scratch scratch;
  const LoadedFiles loaded = load_files(
      {.files = {scratch.write("all.csv", "id,name,source\n1,A B,x\n2,C D,y\n3,E F,x\n")},
       .id_header = "id",
       .columns = {},
       .one_per_list = {"x"},
       .list_column = "source"},
      silent);
  ASSERT_EQ(loaded.records.lists.size(), 2u);
  EXPECT_EQ(loaded.records.record_count(), 3u);
  EXPECT_THROW((void)load_files({.files = {scratch / "all.csv"},
                                 .id_header = std::nullopt,
                                 .columns = {},
                                 .one_per_list = {},
                                 .list_column = "sorce"},
                                silent),
               base::Error);
}

}  // namespace
}  // namespace sanaq::exchange
