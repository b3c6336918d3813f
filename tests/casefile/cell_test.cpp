#include "sanaq/casefile/cell.h"

#include <gtest/gtest.h>

namespace sanaq::casefile {

TEST(Cell, IsWrittenInTheOneWayOfItsColumn) {
  const Vocabulary words;
  const auto read = [&](const char* kind, const char* column, const char* text) {
    return read_cell(*column_of(kind, column), text, words, read_edtf);
  };
  EXPECT_EQ(read("act", "type", "1010501").value(), "01010501");
  EXPECT_EQ(read("custody", "sentence", "18m").value(), "1y6m");
  EXPECT_EQ(read("aid", "amount", "1 000,50").value(), "1000.50");
  EXPECT_EQ(read("act", "count", "5–7").value(), "5-7");
  EXPECT_EQ(read("event", "type", "strike").value(), "strike");
  EXPECT_FALSE(read("event", "type", "sit-in"));
  EXPECT_EQ(read("event", "type", "забастовка").value(), "strike");
  EXPECT_EQ(read("demand", "lang", "казахский").value(), "kk");
  EXPECT_EQ(read("demand", "lang", "орысша").value(), "ru");
  EXPECT_EQ(read("demand", "lang", "EO").value(), "eo");
  EXPECT_FALSE(read("demand", "lang", "kz"));
  EXPECT_EQ(read("post", "from", "2011-12-16T12:00").value(), "2011-12-16T12:00");
  EXPECT_FALSE(read("post", "from", "2011-12-16T25:00"));
  EXPECT_FALSE(read("post", "basis", "perhaps"));
  EXPECT_FALSE(read("custody", "credited_days", "-3"));
  EXPECT_FALSE(read("custody", "arrested", "2011-02-30"));
  EXPECT_FALSE(read("custody", "sentence", "long"));
}

TEST(Cell, CountsAreOneNumberOrTwo) {
  EXPECT_EQ(*read_counts("5"), (Range{5, 5}));
  EXPECT_EQ(*read_counts("5 - 7"), (Range{5, 7}));
  for (const char* text : {"", "7-5", "five", "5-", "-5", "5-7-9", "1.5"})
    EXPECT_FALSE(read_counts(text)) << text;
}

}  // namespace sanaq::casefile
