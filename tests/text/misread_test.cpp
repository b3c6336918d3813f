#include "sanaq/text/misread.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sanaq/text/code_page.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

std::string misread(std::string_view text, const std::string& encoding,
                    const std::string& taken_for) {
  const CodePage page = code_page(encoding), wrong = code_page(taken_for);
  std::string result;
  for (const char32_t letter : to_utf32(text)) {
    const auto* const found = std::find(page.letters.begin(), page.letters.end(), letter);
    append_utf8(result,
                letter < 0x80
                    ? letter
                    : wrong.letter(static_cast<char>(0x80 + (found - page.letters.begin()))));
  }
  return result;
}

// All names are invented.
const std::string russian = "Фамилия;Город\nКовылин Сергей Юрьевич;Солонцы\nЩедринова Яна;Юрга\n";
const std::string kazakh = "Тегі;Жері\nТөлегенов Қанат;Ақшоқы\nСүйінбаева Әсемгүл;Құлсары\n";

}  // namespace

TEST(MendMisread, TheTextComesBack) {
  for (const auto& [encoding, taken_for] :
       {std::pair("windows-1251", "windows-1252"), std::pair("KOI8-R", "windows-1251"),
        std::pair("windows-1251", "KOI8-R"), std::pair("IBM866", "windows-1251"),
        std::pair("windows-1251", "macintosh"), std::pair("windows-1251", "IBM866")}) {
    const auto mended = mend_misread(misread(russian, encoding, taken_for));
    ASSERT_TRUE(mended) << encoding << " as " << taken_for;
    EXPECT_EQ(mended->text, russian) << encoding << " as " << taken_for << ": " << mended->encoding
                                     << " as " << mended->taken_for;
    EXPECT_EQ(mended->mended_word, "Фамилия");
    EXPECT_EQ(mended->at, 0U);
  }
  const auto mended = mend_misread(misread(kazakh, "KZ-1048", "windows-1252"));
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->text, kazakh);
}

TEST(MendMisread, WordsOfOtherLettersStay) {
  const std::string text =
      "Қанат Төлегенов;Ақшоқы\n" + misread(russian, "windows-1251", "windows-1252");
  const auto mended = mend_misread(text);
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->text, "Қанат Төлегенов;Ақшоқы\n" + russian);
}

TEST(MendMisread, TextAsPeopleWriteItIsLeftAlone) {
  for (const char* text :
       {"", "plain", "Êô", "Jürgen Müßler;Köln\nÆgir Þórðarson;Ísafjörður\n", "Łukasz Żądło;Łódź\n",
        "Đoàn Thị Hương;Huế\n", "Нұрлан Қайрат;Ақтау\n", "Ўткир Ғуломов;Қўқон\n",
        "محمود الخطيب;حمص\n", "王小明;北京\n", "გიორგი;თბილისი\n", "ÑANDÚ ÁÉÍÓÚ\n",
        "Хз щъ ыв;ЪЫЬ\n", "«Ô» – ½ £ №5 ©®™\n"})
    EXPECT_FALSE(mend_misread(text)) << text;
  EXPECT_FALSE(mend_misread(russian));
  EXPECT_FALSE(mend_misread(kazakh));
}

}  // namespace sanaq::text
