#include "sanaq/text/wide_text.h"

#include <gtest/gtest.h>

#include <chrono>

#include "sanaq/text/fold.h"
#include "sanaq/text/limits.h"
#include "sanaq/text/name.h"
#include "sanaq/text/romanise.h"

namespace sanaq::text {
namespace {

std::string with_marks(std::size_t count, std::string_view mark = "\xCC\x81") {
  std::string text = "a";
  for (std::size_t at = 0; at < count; ++at) text += mark;
  return text + "b";
}

}  // namespace

TEST(WideText, KeepsWhatAnyScriptWrites) {
  const std::string text = "Қ\xCC\xA3\xCC\x81 नि ที่ \xFF end";
  EXPECT_EQ(wide_text(text), icu::UnicodeString::fromUTF8(text));
  EXPECT_EQ(wide_text(with_marks(marks_max)).length(), static_cast<int>(marks_max) + 2);
}

TEST(WideText, MarksBeyondTheLimitAreLeftOut) {
  EXPECT_EQ(wide_text(with_marks(marks_max + 5)), wide_text(with_marks(marks_max)));
  EXPECT_EQ(wide_text(with_marks(9) + with_marks(marks_max + 1)).length(),
            static_cast<int>(marks_max) + 2 + 11);
}

TEST(WideText, AllThatNormalisingMovesIsAMark) {
  // A mark of its own; one that becomes two; a half-wide one that is none before it is folded.
  for (const char* mark : {"\xCC\xA3", "\xCD\x84", "\xE0\xBD\xB3", "\xEF\xBE\x9E"}) {
    EXPECT_FALSE(has_too_many_marks(with_marks(marks_max, mark))) << mark;
    EXPECT_TRUE(has_too_many_marks(with_marks(marks_max + 1, mark))) << mark;
  }
  EXPECT_FALSE(has_too_many_marks(std::string(1000, 'a')));
}

TEST(WideText, MarksWithoutEndTakeNoTime) {
  // In an order that normalising must turn over, mark by mark: once this took a minute.
  std::string marks = "a";
  for (int at = 0; at < 87'500; ++at) marks += "\xCC\x81\xCC\xA3";
  const auto start = std::chrono::steady_clock::now();
  (void)fold(marks);
  (void)romanise(marks);
  (void)sound_key(marks);
  (void)prepare_name(marks);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(WideText, ALongTextIsRomanisedInPiecesAsAWhole) {
  std::string text, latin;
  for (int at = 0; at < 20'000; ++at) {
    text += "กข ";
    latin += romanise("กข") + " ";
  }
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(romanise(text), latin);
  std::string without_blanks;
  for (int at = 0; at < 100'000; ++at) without_blanks += "北";
  EXPECT_FALSE(romanise(without_blanks).empty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace sanaq::text
