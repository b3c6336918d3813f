#include "sanaq/tables/opened_list.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/text/letters.h"

namespace sanaq::tables {

TEST(OpenList, ExcelsDelimiterLineIsFollowed) {
  const std::string text = "sep=|\nname,x|date\nAida|2011\n";
  const auto opened = open_list({.name = "a", .path = "a.csv"}, text);
  EXPECT_EQ(opened->delimiter, "|");
}

TEST(OpenList, RewindBeginsAgain) {
  const std::string text = "a\nb\n";
  const auto opened = open_list({.name = "a", .path = "a.csv"}, text);
  std::vector<std::string_view> cells;
  while (opened->rows->next(cells)) continue;
  opened->rows->rewind();
  ASSERT_TRUE(opened->rows->next(cells));
  EXPECT_EQ(cells.at(0), "a");
  EXPECT_EQ(opened->rows->row(), 1);
}

TEST(OpenList, ANameInKazakhstansOwnEncodingIsReadWithoutAWord) {
  const std::string text =
      "name;town\n\xCD\xA2\xF0\xEB\xE0\xED \x8D\xE0\xE9\xF0\xE0\xF2;\xAF\xF1\xEA\xE5\xEC\xE5\xED\n";
  const auto opened = open_list({.name = "a", .path = "a.csv"}, text);
  EXPECT_EQ(opened->encoding, "KZ-1048");
  EXPECT_EQ(opened->decoded, "name;town\nНұрлан Қайрат;Үскемен\n");
  EXPECT_TRUE(opened->warnings.empty());
}

TEST(OpenList, AnEncodingThatIsNotCertainIsTold) {
  const std::string text = "name\nL\xE6s\n";
  const auto opened = open_list({.name = "a", .path = "a.csv"}, text);
  ASSERT_EQ(opened->warnings.size(), 1U);
  EXPECT_NE(opened->warnings[0].english().find("not certain"), std::string::npos);
  // Who names it is believed.
  EXPECT_TRUE(open_list({.name = "a", .path = "a.csv", .encoding = "windows-1252"}, text)
                  ->warnings.empty());
}

TEST(OpenList, AFileOfSeveralEncodingsIsTold) {
  std::string text = "name\n";
  for (const char* name :
       {"Ковылин Сергей", "Щедринова Яна", "Хворостин Геннадий", "Жильцов Пётр"}) {
    for (const char32_t letter : text::to_utf32(name))
      text += static_cast<char>(letter < 0x80 ? letter : letter == U'ё' ? 0xB8 : letter - 0x350);
    text += '\n';
  }
  text += "M\xFCller J\xFCrgen\n";
  const auto opened = open_list({.name = "a", .path = "a.csv"}, text);
  EXPECT_EQ(opened->encoding, "windows-1251");
  ASSERT_EQ(opened->warnings.size(), 1U);
  EXPECT_EQ(opened->warnings[0].arguments.at(0), "2");
}

TEST(OpenList, ALineOfManyMegabytesIsNotDecoded) {
  const std::string text(std::size_t{65} << 20, '\xE0');
  EXPECT_THROW((void)open_list({.name = "a", .path = "a.csv", .encoding = "windows-1251"}, text),
               base::Error);
}

}  // namespace sanaq::tables
