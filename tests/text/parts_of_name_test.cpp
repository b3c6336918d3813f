#include "sanaq/text/parts_of_name.h"

#include <gtest/gtest.h>

#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

PreparedName parts(std::string_view name, NameKind kind = NameKind::person) {
  return parts_of_name(name, kind, NameTables::built_in());
}

// Units of the parts; a patronymic has its father's name behind a slash; initials in brackets.
std::string show(std::string_view text) {
  const PreparedName name = parts(text);
  std::string shown;
  for (const Part& part : name.parts) {
    if (!shown.empty()) shown += ' ';
    shown += to_utf8(symbols_of(part.units));
    if (part.kind == PartKind::patronymic)
      shown += "/" + to_utf8(symbols_of(std::string_view(part.units).substr(0, part.stem.end)));
  }
  for (const Part& part : name.initials) {
    shown += " (";
    shown += to_utf8(symbols_of(part.units));
    shown += ')';
  }
  return shown;
}

}  // namespace

TEST(PartsOfName, Patronymics) {
  EXPECT_EQ(show("Құрманов Нұрлан Өтегенұлы"), "qurmanov nurlan Otegenulы/Otegen");
  EXPECT_EQ(show("Курманов Нурлан Утегенович"), "kurmanov nurlan utegenoviC/utegen");
  EXPECT_EQ(show("Серік Асанұлы"), "serik asanulы/asan");
  EXPECT_EQ(show("Serik Asanuly"), "serik asanuly");  // in two words -uly may be a family name
  EXPECT_EQ(show("Абрамович Роман"), "abramoviC roman");
  EXPECT_EQ(show("Абрамович Роман Петрович"), "abramoviC roman petroviC/petr");
  EXPECT_EQ(show("Асан Серік ұлы"), "asan serikulы/serik");
}

TEST(PartsOfName, JoinsAndParticles) {
  EXPECT_EQ(show("محمد عبد الرحمن الشريف"), "mḥmd ʿbdrḥmn اlSrيf");
  EXPECT_EQ(show("Muhammad Abd el-Rahman Shareef"), "muhamad abdrahman SarIf");
  EXPECT_EQ(show("Mohammed Abdulrahman"), "mohamed abdrahman");
  EXPECT_EQ(show("نور الدين القاسم"), "nوrdيn اlqاsm");
  EXPECT_EQ(show("خالد بن يوسف حداد"), "Hاld يوsf ḥdاd");
}

TEST(PartsOfName, InitialsTitlesGenerations) {
  EXPECT_EQ(show("Kurmanov N.O."), "kurmanov (n) (o)");
  EXPECT_EQ(show("Dr. John Smith"), show("John Smith"));
  EXPECT_EQ(parts("John Smith Jr.").generation, 2);
  EXPECT_EQ(parts("John Smith Jr.").parts.size(), 2U);
}

TEST(PartsOfName, WhatIsBeyondEightIsCounted) {
  EXPECT_EQ(parts("A B C D E F G H I J Kulov").words_left_out, 2);
  EXPECT_EQ(parts("Aa Bb Cc Dd Ee Ff Gg Hh Kulov").words_left_out, 1);
}

TEST(PartsOfName, NoLettersNoParts) {
  for (const char* empty : {"", " ", "123", "?!"}) EXPECT_TRUE(parts(empty).parts.empty()) << empty;
}

TEST(PartsOfName, LongNamesAreCutAndSaySo) {
  const PreparedName name = parts("anna bora cira dura eka fara gora hira jora kura");
  EXPECT_LE(name.parts.size(), part_count_max);
  EXPECT_GT(name.words_left_out, 0);
  const PreparedName word =
      parts(std::string(300, 'a') + std::string(10, 'b') +
            "kokokokokokokokokokokokokokokokokokokokokokokokokokokokokokokokokokokoko");
  EXPECT_LE(word.parts[0].units.size(), part_length_max);
}

TEST(PartsOfName, WhatIsNoNameHasNoParts) {
  std::string words;
  for (int word = 0; word < 100'000; ++word) words += "Dr ";
  EXPECT_TRUE(parts(words).parts.empty());
  EXPECT_TRUE(parts(words, NameKind::organisation).parts.empty());
  EXPECT_TRUE(parts(std::string(501, 'a')).parts.empty());
}

TEST(PartsOfName, Organisations) {
  const PreparedName name = parts("Tengiz Drilling Company 12 LLP", NameKind::organisation);
  EXPECT_EQ(name.parts.size(), 2U);
  EXPECT_EQ(name.numbers, std::vector<std::string>{"12"});
  EXPECT_EQ(name.legal_class, 1);
  EXPECT_EQ(name.parts[1].known.role, WordRole::telling);  // "company" says nothing and is no part
  EXPECT_EQ(parts("National Bank", NameKind::organisation).parts.size(),
            2U);  // nothing else to go by
}

TEST(PartsOfName, CommonNamesAreLessRare) {
  EXPECT_LT(parts("Smith").parts[0].whole.rarity, parts("Qurmanov").parts[0].whole.rarity);
}

}  // namespace sanaq::text
