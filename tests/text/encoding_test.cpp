#include "sanaq/text/encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/unistr.h>

#include "sanaq/base/error.h"

namespace sanaq::text {
namespace {

const std::string russian =
    "фамилия;имя;дата\nКурманов;Серик;16.12.2011\nИванова;Ольга;17.12.2011\n";

std::string encoded(const std::string& utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(utf8.size() * 4, '\0');
  bytes.resize(static_cast<std::size_t>(text.extract(
      0, text.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), encoding)));
  return bytes;
}

}  // namespace

TEST(DetectEncoding, TellsTheCyrillicOnesApart) {
  for (const char* encoding :
       {"windows-1251", "KOI8-R", "IBM866", "UTF-8", "UTF-16LE", "UTF-16BE"}) {
    const std::string bytes = encoded(russian, encoding);
    EXPECT_EQ(detect_encoding(bytes), encoding);
    EXPECT_EQ(to_utf8(bytes, detect_encoding(bytes)), russian);
  }
}

TEST(DetectEncoding, CapitalsInCp1251AreNotKoi8) {
  EXPECT_EQ(detect_encoding(
                encoded("ФИО;ДАТА\nКУРМАНОВ СЕРИК АЙДАРОВИЧ;2011\nИВАНОВА ОЛЬГА ПЕТРОВНА;2011\n",
                        "windows-1251")),
            "windows-1251");
}

TEST(DetectEncoding, WesternTextIsNotCyrillic) {
  const std::string bytes = encoded(
      "name;town\nJosé Núñez;Málaga\nFrançois Lefèvre;Orléans\nJürgen Müller;Köln\n", "ISO-8859-1");
  const std::string text = to_utf8(bytes, detect_encoding(bytes));
  EXPECT_NE(text.find("José Núñez"), std::string::npos) << detect_encoding(bytes);
}

TEST(DetectEncoding, Utf16WithoutAMarkIsSeenByItsZeros) {
  // Hardly any ASCII in it: few zeros, but every other byte is 04.
  const std::string names =
      "имя\nКурмановСерикАйдаровичКурманов\nИвановаОльгаПетровнаИвановаОльга\n";
  for (const char* encoding : {"UTF-16LE", "UTF-16BE"})
    EXPECT_EQ(detect_encoding(encoded(names, encoding)), encoding);
}

TEST(DetectEncoding, AFewDamagedBytesLeaveItUtf8) {
  std::string bytes = russian + encoded("Калиев\n", "windows-1251") + russian;
  EXPECT_EQ(detect_encoding(bytes), "UTF-8");
  bytes = russian;
  bytes.resize(bytes.find("Ольга") + 3);  // cut within a letter
  EXPECT_EQ(detect_encoding(bytes), "UTF-8");
}

TEST(DetectEncoding, ChineseAndJapaneseAreLeftToIcu) {
  const std::string chinese =
      "姓名;城市\n王小明;北京市\n李丽华;上海市\n张伟强;广州市\n刘德胜;成都市\n";
  EXPECT_EQ(detect_encoding(encoded(chinese, "GB18030")), "GB18030");
}

TEST(ToUtf8, ReadsTheKazakhCodePages) {
  EXPECT_EQ(to_utf8("\xCD\xA2\xF0\xEB\xE0\xED", "KZ-1048"), "Нұрлан");
  EXPECT_EQ(to_utf8("\xCD\xB1\xF0\xEB\xE0\xED", "ptcp154"), "Нұрлан");
}

TEST(DetectEncoding, AMarkDecides) { EXPECT_EQ(detect_encoding("\xEF\xBB\xBFname"), "UTF-8"); }

TEST(ToUtf8, DropsTheMark) { EXPECT_EQ(to_utf8("\xEF\xBB\xBFname", "UTF-8"), "name"); }

TEST(ToUtf8, AnUnknownEncodingIsBadInput) {
  EXPECT_THROW((void)to_utf8("x", "no-such-encoding"), base::Error);
}

RC_GTEST_PROP(ToUtf8, AnyBytesBecomeValidUtf8, (const std::string& bytes)) {
  for (const char* encoding : {"UTF-8", "windows-1251", "UTF-16LE"})
    RC_ASSERT(is_valid_utf8(to_utf8(bytes, encoding)));
}

RC_GTEST_PROP(IsValidUtf8, AgreesWithWhatSurvivesConversion, (const std::string& bytes)) {
  RC_PRE(!bytes.starts_with("\xEF\xBB\xBF"));
  RC_ASSERT(is_valid_utf8(bytes) == (to_utf8(bytes, "UTF-8") == bytes));
}

TEST(IsValidUtf8, RefusesSurrogatesAndOverlongForms) {
  EXPECT_FALSE(is_valid_utf8("12345678\xED\xA0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xC0\x80"));
  EXPECT_FALSE(is_valid_utf8("abc\xE2\x82"));
  EXPECT_TRUE(is_valid_utf8("санақ 12345678 😀"));
}

}  // namespace sanaq::text
