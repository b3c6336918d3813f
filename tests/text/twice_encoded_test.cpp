#include "sanaq/text/twice_encoded.h"

#include <gtest/gtest.h>

#include <vector>

#include "sanaq/text/code_page.h"
#include "sanaq/text/encoding.h"

namespace sanaq::text {
namespace {

// The bytes of a UTF-8 text taken for letters of `encoding`. Bytes that it leaves open come through
// as controls.
std::string twice_encoded(std::string_view text, const std::string& encoding) {
  const CodePage page = code_page(encoding);
  std::string wrong;
  for (const char byte : text) {
    const char32_t letter = page.letter(byte);
    append_utf8(wrong, letter == no_letter ? static_cast<unsigned char>(byte) : letter);
  }
  return wrong;
}

// All names are invented.
const std::string kazakh = "Аты-жөні;Жері\nҚайрат Төлегенұлы;Ақшоқы\nӘсемгүл Сүйінбаева;Құлсары\n";
const std::string german = "Name;Ort\nJürgen Müßler;Köln\nKäthe Böhmer;Würzburg\n";

// Found by fuzzing: the word at the text's end was looked at beyond it. A copy of its own, so that
// the sanitizer sees where it ends.
TEST(TwiceEncoded, AWordOfAsciiAtTheEndIsNotReadBeyond) {
  const std::vector<char> bytes = {'s', 'I', 'n', 'e'};
  EXPECT_FALSE(mend_twice_encoded({bytes.data(), bytes.size()}));
}

}  // namespace

TEST(MendTwiceEncoded, TheTextComesBack) {
  for (const char* encoding : {"windows-1251", "windows-1252", "windows-1250", "macintosh",
                               "IBM866", "x-mac-cyrillic", "KOI8-R", "ISO-8859-1"}) {
    const auto mended = mend_twice_encoded(twice_encoded(kazakh, encoding));
    ASSERT_TRUE(mended) << encoding;
    EXPECT_EQ(mended->text, kazakh) << encoding << " " << mended->encoding;
    EXPECT_EQ(mended->words, 9U);
    EXPECT_EQ(mended->mended_word, "Аты");
    EXPECT_EQ(mended->at, 0U);
    EXPECT_EQ(mended->broken_words, 0U);
  }
  for (const char* encoding : {"windows-1252", "ISO-8859-1", "macintosh", "IBM850"}) {
    const auto mended = mend_twice_encoded(twice_encoded(german, encoding));
    ASSERT_TRUE(mended) << encoding;
    EXPECT_EQ(mended->text, german) << encoding;
    EXPECT_EQ(mended->mended_word, "Jürgen");
  }
}

TEST(MendTwiceEncoded, ArabicTakenForTheArabicOfWindowsComesBack) {
  const std::string arabic = "الاسم;المكان\nمحمود الخطيب;حمص\nفاطمة الحداد;حلب\n";
  const auto mended = mend_twice_encoded(twice_encoded(arabic, "windows-1256"));
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->text, arabic);
}

TEST(MendTwiceEncoded, OnlyTheWordsThatAreSuchAreMended) {
  const auto mended = mend_twice_encoded("Михаил РќСѓСЂР»Р°РЅ;Ақтау\nMÃ¼ller;«Ақшоқы»\n");
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->text, "Михаил Нурлан;Ақтау\nMüller;«Ақшоқы»\n");
  EXPECT_EQ(mended->words, 2U);
  EXPECT_EQ(mended->at, std::string("Михаил ").size());
}

TEST(MendTwiceEncoded, ThreeTimesIsUndoneToo) {
  const auto mended =
      mend_twice_encoded(twice_encoded(twice_encoded(german, "windows-1252"), "windows-1252"));
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->text, german);
  EXPECT_EQ(mended->mended_word, "Jürgen");
}

TEST(MendTwiceEncoded, ANoBreakSpaceThatBecameABlankIsPutBack) {
  // à is C3 A0, and A0 a no-break space, which many programs make a blank.
  const auto mended = mend_twice_encoded("ThÃ©rÃ¨se Ã  LiÃ¨ge\nFranÃ§ois\n");
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->text, "Thérèse à Liège\nFrançois\n");
}

TEST(MendTwiceEncoded, WordsWithLostBytesAreCounted) {
  const auto mended = mend_twice_encoded("РќСѓСЂР»Р°РЅ;РњР°СЂР°С\xEF\xBF\xBD;РђР№РґР°СЂ\n");
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->words, 2U);
  EXPECT_EQ(mended->broken_words, 1U);
  EXPECT_EQ(mended->broken_word, "РњР°СЂР°С\xEF\xBF\xBD");
}

TEST(MendTwiceEncoded, TextAsPeopleWriteItIsLeftAlone) {
  for (const char* text :
       {"", "plain", "Нұрлан Рёв сёла СЁМИН «Берёза» №5 Сіз РІ", "рай сад реки в тА",
        "JOÃO IRMÃ” São Tomé Ângela", "Müller – «Köln» 20° ½ £5", "Ђурић Љиљана Њ СЃ",
        "محمد الخطيب", "王小明", "Ġanni Ħal", "Ô‚ à ž", "É™", "ÔÈÎ;Ãîðîä ßíà"})
    EXPECT_FALSE(mend_twice_encoded(text)) << text;
}

TEST(MendTwiceEncoded, ALargeTextIsLookedAtAtEvenPlaces) {
  std::string text;
  const std::string row = twice_encoded("Қайрат Төлегенұлы;Ақшоқы\n", "windows-1251");
  while (text.size() < (std::size_t{9} << 20)) text += row;
  const auto mended = mend_twice_encoded(text);
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->words, 3 * (text.size() / row.size()));
  EXPECT_TRUE(mended->text.ends_with("Ақшоқы\n"));
}

TEST(MendedFrom, MendsACellAlone) {
  EXPECT_EQ(mended_from("MÃ¼ller", "windows-1252"), "Müller");
  EXPECT_EQ(mended_from("Müller", "windows-1252"), "Müller");
  EXPECT_EQ(mended_from("MÃ¼ller", "no-such-encoding"), "MÃ¼ller");
}

}  // namespace sanaq::text
