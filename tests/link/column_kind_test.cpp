#include "sanaq/link/column_kind.h"

#include <gtest/gtest.h>

#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(ColumnKind, IsFoundFromTheContent) {
  const std::vector<std::uint32_t> codes{1, 2, 3, 1};
  EXPECT_EQ(find_kind(std::nullopt, {"", "1985-02-03", "1990-11-30", "1971-01-01"}, codes),
            Kind::date);
  EXPECT_EQ(find_kind(std::nullopt, {"", "a@b.example", "c@d.example", "e@f.example"}, codes),
            Kind::email);
  EXPECT_EQ(find_kind(record::Field::sex, {"", "m", "f", "x"}, codes), Kind::category);
}

// A column without a FIELD, each text once.
Kind kind_of(std::vector<std::string> texts) {
  std::vector<std::uint32_t> codes(texts.size());
  for (std::uint32_t at = 0; at < codes.size(); ++at) codes[at] = at + 1;
  texts.insert(texts.begin(), "");
  return find_kind(std::nullopt, texts, codes);
}

TEST(ColumnKind, WhatIsWrittenLikeADayIsOneOnlyIfTheCalendarHasIt) {
  EXPECT_EQ(kind_of({"1985-12-03", "1990-01-31", "2200-12-31", "1000-01-01"}), Kind::date);
  EXPECT_NE(kind_of({"1985-13-03", "1990-30-30", "1971-21-01", "1971-14-01"}), Kind::date);
  EXPECT_NE(kind_of({"1985-00-03", "1990-00-30", "1971-00-01", "1971-00-02"}), Kind::date);
  EXPECT_NE(kind_of({"1985-03-32", "1990-03-40", "1971-01-00", "1971-01-99"}), Kind::date);
  EXPECT_NE(kind_of({"0985-03-02", "2201-03-04", "9971-01-01", "0001-01-09"}), Kind::date);
}

TEST(ColumnKind, WordsWithANumberInNearlyEachAreCodesAndWithoutAreText) {
  std::vector<std::string> places, some, none;
  for (int at = 0; at < 60; ++at) {
    const std::string word = std::string("street ") + static_cast<char>('a' + at % 26) +
                             static_cast<char>('a' + at / 26);
    places.push_back(word + ' ' + std::to_string(at));
    some.push_back(at % 5 == 0 ? word : word + ' ' + std::to_string(at));  // four in five
    none.push_back(word);
  }
  EXPECT_EQ(kind_of(places), Kind::code);
  EXPECT_EQ(kind_of(some), Kind::text);
  EXPECT_EQ(kind_of(none), Kind::text);
}

TEST(ColumnKind, OfNamesMoreThanOneInFiveMustHaveSeveralWordsToBeWholeNames) {
  const std::vector<std::uint32_t> codes{1, 2, 3, 4, 5};
  const std::vector<std::string> one{"", "aida", "serik", "dana", "marat", "asel kulova"};
  EXPECT_EQ(find_kind(record::Field::name, one, codes), Kind::text);
  const std::vector<std::string> two{"", "aida", "serik", "dana", "marat omar", "asel kulova"};
  EXPECT_EQ(find_kind(record::Field::name, two, codes), Kind::name);
  EXPECT_EQ(find_kind(record::Field::name, {""}, {0, 0}), Kind::name);  // nothing says otherwise
}

}  // namespace
}  // namespace sanaq::link
