#include "sanaq/simulate/file_bytes.h"

#include <gtest/gtest.h>

#include "sanaq/text/encoding.h"

namespace sanaq::simulate {
namespace {

SimulatedList two_columns(const std::string& encoding) {
  SimulatedList list;
  list.plan.delimiter = ';';
  list.plan.encoding = encoding;
  list.plan.columns = {{record::Field::name, "Имя"}, {record::Field::place, "Место"}};
  list.rows = {{"1", 0, {"Пётр \"Петя\" О.", "улица; дом 1"}}};
  return list;
}

TEST(FileBytes, CellsWithDelimitersAndQuotesAreQuoted) {
  EXPECT_EQ(file_bytes(two_columns("UTF-8")),
            "Имя;Место\r\n\"Пётр \"\"Петя\"\" О.\";\"улица; дом 1\"\r\n");
}

TEST(FileBytes, EveryEncodingReadsBackAsTheSameText) {
  const std::string plain = file_bytes(two_columns("UTF-8"));
  EXPECT_EQ(text::to_utf8(file_bytes(two_columns("windows-1251")), "windows-1251"), plain);
  EXPECT_EQ(text::to_utf8(file_bytes(two_columns("UTF-8 with BOM")), "UTF-8"), plain);
  EXPECT_EQ(text::to_utf8(file_bytes(two_columns("UTF-16LE")), "UTF-16LE"), plain);
}

TEST(FileBytes, KazakhLettersThatWindows1251LacksBecomeQuestionMarks) {
  EXPECT_EQ(in_windows_1251("қ"), "?");
}

}  // namespace
}  // namespace sanaq::simulate
