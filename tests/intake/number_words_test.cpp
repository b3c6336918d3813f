#include "sanaq/intake/number_words.h"

#include <gtest/gtest.h>

namespace sanaq::intake {
namespace {

TEST(NumberWords, AreReadAgainInEveryLanguage) {
  for (const char* const language : {"en", "ru", "kk", "fr", "ar", "zh", "de", "uz", "tr", "xx"}) {
    for (int number = 0; number <= 10; ++number) {
      EXPECT_EQ(number, read_answer(number_word(number, language), language))
          << language << " " << number_word(number, language);
      EXPECT_EQ(number, read_answer(std::to_string(number), language));
    }
  }
}

TEST(NumberWords, AreWrittenAsPeopleWriteThem) {
  EXPECT_EQ("four", number_word(4, "en"));
  EXPECT_EQ("два", number_word(2, "ru"));
  EXPECT_EQ("төрт", number_word(4, "kk"));
  EXPECT_EQ("quatre", number_word(4, "fr"));
}

TEST(NumberWords, AreReadInAnyCaseAndFromAnyKeyboard) {
  EXPECT_EQ(2, read_answer("  ДВА ", "ru"));
  EXPECT_EQ(4, read_answer("Торт", "kk"));
  EXPECT_EQ(9, read_answer("тогыз", "kk"));
  EXPECT_EQ(0, read_answer("нуль", "ru"));
  EXPECT_EQ(7, read_answer("٧", "ar"));
  EXPECT_EQ(2, read_answer("two", "kk")) << "whatever language somebody answers in";
  EXPECT_EQ(10, read_answer("10", "en"));
}

TEST(NumberWords, NothingElseIsANumber) {
  for (const char* const typed : {"", " ", "11", "-1", "2.0", "2 2", "twoo", "0x2", "010", "\xff"})
    EXPECT_FALSE(read_answer(typed, "en").has_value()) << typed;
  EXPECT_FALSE(read_answer(std::string(100000, '1'), "en").has_value());
}

}  // namespace
}  // namespace sanaq::intake
