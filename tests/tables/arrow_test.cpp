#include "sanaq/tables/arrow.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "sanaq/base/error.h"
#include "sanaq/tables/csv_write.h"
#include "sanaq/tables/ingest.h"
#include "tables/made_arrow.h"

namespace sanaq::tables {
namespace {

using made::Cells;
using made::Column;
using made::Kept;

ListSource named_list() {
  ListSource source;
  source.name = "hospital";
  return source;
}

IngestedList read(std::vector<Column> columns, std::size_t rows, std::size_t chunk_rows = 1000) {
  Kept kept;
  base::Progress progress;
  made::Stream stream(std::move(columns), rows, chunk_rows, kept);
  return ingest_arrow(named_list(), stream.get(), progress);
}

std::vector<std::string> column_of(const IngestedList& list, const std::string& header) {
  for (const record::Column& column : list.records.columns) {
    if (column.header != header) continue;
    std::vector<std::string> cells;
    for (const std::uint32_t code : column.codes) cells.push_back(column.values[code]);
    return cells;
  }
  return {};
}

using Texts = std::vector<std::string>;

TEST(Arrow, TextsOfEachTypeAreTheSameCells) {
  const Cells names = {"Асан Бекен", "a name that is longer than a view holds inside", std::nullopt,
                       "Bota"};
  const Cells other = {"1", "2", "3", "4"};
  const Texts expected = {"Асан Бекен", "a name that is longer than a view holds inside", "",
                          "Bota"};
  for (const char* format : {"u", "U", "vu"}) {
    for (const std::size_t chunk : {1U, 2U, 3U, 4U})
      EXPECT_EQ(
          expected,
          column_of(read({made::texts("name", names, format), made::texts("x", other)}, 4, chunk),
                    "name"))
          << format << chunk;
  }
  EXPECT_EQ(expected,
            column_of(read({made::coded("name", names), made::texts("x", other)}, 4, 3), "name"));
}

TEST(Arrow, NumbersAreWrittenAsAReaderWritesThem) {
  using Numbers = std::vector<std::optional<double>>;
  const Cells names = {"A B", "C D", "E F", "G H"};
  const auto list =
      read({made::texts("name", names),
            made::numbers<double>("year", "g", Numbers{1985.0, NAN, std::nullopt, 0.1}),
            made::numbers<float>("share", "f", {0.1F, 2.0F, std::nullopt, -3.5F}),
            made::numbers<std::int8_t>("small", "c", {-128, 127, std::nullopt, 0}),
            made::numbers<std::uint64_t>("large", "L", {18446744073709551615ULL, 0, 1, 2})},
           4);
  EXPECT_EQ((Texts{"1985", "", "", "0.1"}), column_of(list, "year"));
  EXPECT_EQ((Texts{"0.1", "2", "", "-3.5"}), column_of(list, "share"));
  EXPECT_EQ((Texts{"-128", "127", "", "0"}), column_of(list, "small"));
  EXPECT_EQ((Texts{"18446744073709551615", "0", "1", "2"}), column_of(list, "large"));
}

TEST(Arrow, DaysAndTimesAreReadAsDates) {
  const Cells names = {"A B", "C D"};
  const auto list =
      read({made::texts("name", names),
            made::numbers<std::int32_t>("death", "tdD", {15324, std::nullopt}),
            made::numbers<std::int64_t>("seen", "tsu:", {1323993600000000, -1}),
            made::numbers<std::int64_t>("told", "tsm:Asia/Almaty", {1324058400000, std::nullopt})},
           2);
  EXPECT_EQ((Texts{"2011-12-16", ""}), column_of(list, "death"));
  EXPECT_EQ((Texts{"2011-12-16", "1969-12-31 23:59:59"}), column_of(list, "seen"));
  EXPECT_EQ((Texts{"2011-12-17", ""}), column_of(list, "told"));
}

std::string why_refused(std::vector<Column> columns, std::size_t rows = 2) {
  try {
    static_cast<void>(read(std::move(columns), rows));
  } catch (const base::Error& error) {
    EXPECT_EQ(base::Kind::bad_input, error.kind());
    return error.what();
  }
  return "read";
}

TEST(Arrow, WhatNoCellCanBeReadOfIsRefusedByItsName) {
  const Column names = made::texts("name", {"A B", "C D"});
  Column list = names;
  list.name = "children";
  list.format = "+l";
  EXPECT_NE(std::string::npos,
            why_refused({names, list}).find("column children: its type is list"));
  list.format = "z";
  EXPECT_NE(std::string::npos, why_refused({names, list}).find("binary"));
  EXPECT_NE(std::string::npos, why_refused({names, names}).find("two columns are called name"));
  EXPECT_NE(std::string::npos, why_refused({}).find("no columns"));
  EXPECT_NE(std::string::npos, why_refused({names}, 0).find("no rows"));
  EXPECT_NE(std::string::npos,
            why_refused({made::texts("name", {"A B", "\xff\xfe"})}).find("row 3, column name"));
}

TEST(Arrow, AStreamIsReleasedHoweverItEnds) {
  for (const std::size_t fails_at :
       {std::size_t{0}, std::size_t{2}, static_cast<std::size_t>(-1)}) {
    Kept kept;
    base::Progress progress;
    made::Stream stream({made::texts("name", {"A B", "C D", "E F", "G H"})}, 4, 1, kept, fails_at);
    std::string why;
    try {
      static_cast<void>(ingest_arrow(named_list(), stream.get(), progress));
    } catch (const base::Error& error) {
      why = error.what();
    }
    EXPECT_EQ(fails_at > 4, why.empty());
    if (!why.empty()) EXPECT_NE(std::string::npos, why.find("the disk is gone"));
    // The stream, its schema, and each chunk that came.
    EXPECT_EQ(2 + static_cast<int>(std::min<std::size_t>(fails_at, 4)), kept.released);
    EXPECT_EQ(nullptr, stream.get()->release);
    EXPECT_THROW(static_cast<void>(ingest_arrow(named_list(), stream.get(), progress)),
                 base::Error);
  }
}

// The slow twin: the same cells as a CSV file.
RC_GTEST_PROP(Arrow, ATableIsReadAsAFileWithItsCells, ()) {
  const auto rows = *rc::gen::inRange<std::size_t>(1, 12);
  const auto chunk = *rc::gen::inRange<std::size_t>(1, 13);
  const auto cell = rc::gen::elementOf(std::vector<std::string>{
      "", "Асан Бекен", "Bota  Serik ", "16.12.2011", "неизвестно", "x,\"y\"", "12", "2011", "ж"});
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> written;
  std::vector<std::string> headers = {"name", "birth", "sex", "age", "note"};
  const std::vector<std::string> formats = {"u", "U", "vu", "dictionary"};
  for (const std::string& header : headers) {
    Cells cells;
    written.emplace_back();
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string text = row == 0 && header == "name" ? "Asan Beken" : *cell;
      written.back().push_back(text);
      cells.push_back(text.empty() && *rc::gen::arbitrary<bool>() ? std::nullopt
                                                                  : std::optional(text));
    }
    const std::string format = *rc::gen::elementOf(formats);
    columns.push_back(format == "dictionary" ? made::coded(header, cells)
                                             : made::texts(header, cells, format));
  }
  std::string csv;
  append_csv_row(csv, {headers.begin(), headers.end()}, CsvFor::program);
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<std::string_view> cells;
    for (const auto& column : written) cells.push_back(column[row]);
    append_csv_row(csv, cells, CsvFor::program);
  }
  base::Progress progress;
  ListSource source = named_list();
  source.header_row = 1;
  const IngestedList file = ingest_bytes(source, csv, progress);
  const IngestedList list = read(columns, rows, chunk);
  RC_ASSERT(list.records.ids == file.records.ids);
  RC_ASSERT(list.records.identities == file.records.identities);
  RC_ASSERT(list.rows_read == file.rows_read);
  RC_ASSERT(list.blank_rows == file.blank_rows);
  RC_ASSERT(list.refused.size() == file.refused.size());
  RC_ASSERT(list.bad_cells.size() == file.bad_cells.size());
  RC_ASSERT(list.records.columns.size() == file.records.columns.size());
  for (std::size_t at = 0; at < list.records.columns.size(); ++at) {
    RC_ASSERT(list.records.columns[at].codes == file.records.columns[at].codes);
    RC_ASSERT(list.records.columns[at].values == file.records.columns[at].values);
    RC_ASSERT(list.records.columns[at].canonical == file.records.columns[at].canonical);
  }
}

std::shared_ptr<const record::PlainTable> a_table() {
  return std::make_shared<record::PlainTable>(record::PlainTable{
      3,
      {{"person", record::CodedTexts{{1, 0, 1}, {"a", "Асан, who has a longer name"}}},
       {"draw", std::vector<std::int64_t>{1, 2, 3}},
       {"probability", std::vector<double>{0.5, 1, 0.25}}}});
}

TEST(Arrow, ATableThatIsHandedOverIsReadBack) {
  base::Progress progress;
  ArrowArrayStream stream{};
  to_arrow(a_table(), &stream);
  ListSource source = named_list();
  source.columns = {{"name", "person"}};
  const IngestedList list = ingest_arrow(source, &stream, progress);
  EXPECT_EQ((Texts{"Асан, who has a longer name", "a", "Асан, who has a longer name"}),
            column_of(list, "person"));
  EXPECT_EQ((Texts{"1", "2", "3"}), column_of(list, "draw"));
  EXPECT_EQ((Texts{"0.5", "1", "0.25"}), column_of(list, "probability"));
}

TEST(Arrow, AHandedTableLivesUntilItsLastPieceIsReleased) {
  std::weak_ptr<const record::PlainTable> watched;
  ArrowArrayStream stream{};
  {
    const auto table = a_table();
    watched = table;
    to_arrow(table, &stream);
  }
  ArrowSchema schema{};
  ASSERT_EQ(0, stream.get_schema(&stream, &schema));
  ArrowArray chunk{}, end{};
  ASSERT_EQ(0, stream.get_next(&stream, &chunk));
  ASSERT_EQ(0, stream.get_next(&stream, &end));
  EXPECT_EQ(nullptr, end.release);
  stream.release(&stream);
  schema.release(&schema);
  EXPECT_FALSE(watched.expired());
  // One column is moved out and outlives the rest.
  ArrowArray column = *chunk.children[1];
  chunk.children[1]->release = nullptr;
  chunk.release(&chunk);
  EXPECT_FALSE(watched.expired());
  EXPECT_EQ(2, static_cast<const std::int64_t*>(column.buffers[1])[1]);
  column.release(&column);
  EXPECT_TRUE(watched.expired());
}

TEST(Arrow, ATableIsReadAsItIs) {
  Kept kept;
  base::Progress progress;
  made::Stream stream(
      {made::texts("a", {"1", std::nullopt, "x", "1"}), made::coded("b", {"p", "q", "p", "q"})}, 4,
      3, kept);
  const record::PlainTable table = from_arrow("cells", stream.get(), progress);
  ASSERT_EQ(table.rows, 4U);
  const auto& a = std::get<record::CodedTexts>(table.find("a")->values);
  EXPECT_EQ(a.texts, (std::vector<std::string>{"1", "", "x"}));
  EXPECT_EQ(a.codes, (std::vector<std::uint32_t>{0, 1, 2, 0}));
  const auto& b = std::get<record::CodedTexts>(table.find("b")->values);
  EXPECT_EQ(b.codes, (std::vector<std::uint32_t>{0, 1, 0, 1}));
}

TEST(Arrow, ATextThatIsNoUtf8IsNamedByItsRow) {
  Kept kept;
  base::Progress progress;
  made::Stream stream({made::texts("a", {"1", "\xff"})}, 2, 5, kept);
  try {
    (void)from_arrow("cells", stream.get(), progress);
    FAIL() << "the second text is not UTF-8";
  } catch (const base::Error& error) {
    EXPECT_NE(error.message().english().find("cells, row 3, column a"), std::string::npos);
  }
}

}  // namespace
}  // namespace sanaq::tables
