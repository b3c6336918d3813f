#include "sanaq/exchange/link_files.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/record/record_names.h"
#include "sanaq/tables/arrow.h"
#include "sanaq/tables/ingest.h"

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

TEST(LinkFiles, ATableInMemoryIsAListAsAFileWithItsCellsIs) {
  const help::Scratch scratch;
  const std::string csv = "id,name\n1,A B\n2,C D\n";
  record::PlainTable cells{2,
                           {{"id", record::CodedTexts{{0, 1}, {"1", "2"}}},
                            {"name", record::CodedTexts{{0, 1}, {"A B", "C D"}}}}};
  ArrowArrayStream stream{};
  tables::to_arrow(std::make_shared<const record::PlainTable>(cells), &stream);
  FilesToLink of_file, of_table;
  of_file.files = {scratch.write("one.csv", csv)};
  of_table.lists = {{"one", "", &stream}};
  const LoadedFiles by_file = load_files(of_file, silent), by_table = load_files(of_table, silent);
  EXPECT_EQ(by_file.records.identities, by_table.records.identities);
  EXPECT_EQ(by_file.records.ids, by_table.records.ids);
  const tables::IngestedList read = tables::ingest(
      [&] {
        tables::ListSource source;
        source.name = "one";
        source.path = of_file.files.front();
        return source;
      }(),
      silent);
  FilesToLink again;
  again.lists = {{"one", "", nullptr, &read}};
  EXPECT_EQ(load_files(again, silent).records.identities, by_table.records.identities);
}

TEST(LinkFiles, TablesNeedNamesOfTheirOwn) {
  const help::Scratch scratch;
  const std::string file = scratch.write("one.csv", "id,name\n1,A B\n");
  FilesToLink twice;
  twice.lists = {{"one", file}, {"one", file}};
  EXPECT_THROW((void)load_files(twice, silent), base::Error);
  FilesToLink nameless;
  nameless.lists = {{"", file}};
  EXPECT_THROW((void)load_files(nameless, silent), base::Error);
  EXPECT_THROW((void)load_files({}, silent), base::Error);
  // Two tables in memory have no bytes in common by which they could be called one file.
  const record::PlainTable cells{1, {{"name", record::CodedTexts{{0}, {"A B"}}}}};
  ArrowArrayStream first{}, second{};
  tables::to_arrow(std::make_shared<const record::PlainTable>(cells), &first);
  tables::to_arrow(std::make_shared<const record::PlainTable>(cells), &second);
  FilesToLink two;
  two.lists = {{"one", "", &first}, {"two", "", &second}};
  EXPECT_TRUE(load_files(two, silent).lists[1].warnings.empty());
}

}  // namespace
}  // namespace sanaq::exchange
