#include "sanaq/tables/date_words.h"

#include <gtest/gtest.h>

namespace sanaq::tables {
namespace {

TEST(DateWord, OnlyWholeMonthNamesTheirCasesAndShortFormsAreMonths) {
  for (const char* word :
       {"dec", "december", "дек", "декабря", "желтоқсан", "желтоқсанда", "xii", "хіі"}) {
    EXPECT_EQ(date_word(word).kind, DateWordKind::month) << word;
    EXPECT_EQ(date_word(word).value, 12) << word;
  }
  for (const char* word : {"deceased", "decade", "казань", "марат", "xiii", "maybe", "желтая"})
    EXPECT_EQ(date_word(word).kind, DateWordKind::other) << word;
}

TEST(DateWord, WordsThatSayHowSureTheWriterWasAndOfWhatTheDateIs) {
  EXPECT_EQ(date_word("предположительно").kind, DateWordKind::approximate);
  EXPECT_EQ(date_word("туған").kind, DateWordKind::birth);
  EXPECT_EQ(date_word("погиб").kind, DateWordKind::death);
  EXPECT_EQ(date_word("s").kind, DateWordKind::decade);
  EXPECT_EQ(date_word("или").kind, DateWordKind::joining);
  EXPECT_EQ(date_word("года").kind, DateWordKind::passed_over);
  EXPECT_EQ(date_word("зимой").kind, DateWordKind::season);
  EXPECT_EQ(date_word("до").kind, DateWordKind::other);  // "before 2011" is no date of 2011
}

}  // namespace
}  // namespace sanaq::tables
