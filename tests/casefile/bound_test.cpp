#include "sanaq/casefile/bound.h"

#include <gtest/gtest.h>

namespace sanaq::casefile {
namespace {

Bound read(const char* text) { return read_bound(text).value_or(Bound{-1, -1}); }
Bound least(std::int64_t number) { return {number, std::nullopt}; }
Bound most(std::int64_t number) { return {std::nullopt, number}; }

TEST(Bound, ANumberIsBothEndsAndARangeTwo) {
  EXPECT_EQ(read("70"), (Bound{70, 70}));
  EXPECT_EQ(read("1 400"), (Bound{1400, 1400}));
  EXPECT_EQ(read("1\u00A0400 человек"), (Bound{1400, 1400}));
  for (const char* text : {"11-17", "11 – 17", "from 11 to 17", "от 11 до 17", "11-17 people"})
    EXPECT_EQ(read(text), (Bound{11, 17})) << text;
}

TEST(Bound, OnlyGroupsOfThreeDigitsAreOneNumber) {
  EXPECT_EQ(read("1 400 000"), (Bound{1400000, 1400000}));
  for (const char* text : {"1 4000", "1 40", "1 400 00", "1  400 4", "12 3456 people"})
    EXPECT_FALSE(read_bound(text).has_value()) << text;
}

TEST(Bound, ALeastIsALeastInEachLanguage) {
  for (const char* text :
       {"не менее 140", "Не менее 140 человек", "at least 140", "At  least 140 people",
        "кемінде 140", "кемінде 140 адам", "140+", "≥ 140", ">=140", "no fewer than 140",
        "не меньше 140", "как минимум 140", "по меньшей мере 140", "кем дегенде 140",
        "140-тан кем емес", "от 140"})
    EXPECT_EQ(read(text), least(140)) << text;
  for (const char* text : {"более 140", "свыше 140", "more than 140", "over 140", "> 140",
                           "140-тан астам", "140 адамнан астам", "140-тан көп"})
    EXPECT_EQ(read(text), least(141)) << text;
}

TEST(Bound, AMostIsAMostThoughMoreIsALeast) {
  for (const char* text : {"не более 200", "не больше 200", "до 200", "at most 200", "up to 200",
                           "no more than 200", "ең көбі 200", "200-ге дейін", "200-ден аспайды",
                           "200-ден көп емес", "≤200", "максимум 200"})
    EXPECT_EQ(read(text), most(200)) << text;
  for (const char* text : {"менее 200", "fewer than 200", "< 200", "200-ден кем"})
    EXPECT_EQ(read(text), most(199)) << text;
}

TEST(Bound, WhatSaysNoEndIsNotGuessed) {
  for (const char* text : {"", "many", "about 140", "около 140", "140?", "17-11", "-5", "1,400",
                           "140 or 150", "доля 5", "минимум", "at least", "not 140", "1.5",
                           "at least 140 and more", "12 34", "99999999999999999999"})
    EXPECT_FALSE(read_bound(text)) << text;
}

TEST(Bound, ALeastBelongsToTheLeastInWhicheverColumnItStands) {
  using Ends = std::vector<std::pair<std::string_view, std::int64_t>>;
  EXPECT_EQ(ends_in("min", least(140), false), (Ends{{"min", 140}}));
  EXPECT_EQ(ends_in("max", least(140), false), (Ends{{"min", 140}}));
  EXPECT_EQ(ends_in("count_min", most(9), false), (Ends{{"count_max", 9}}));
  EXPECT_EQ(ends_in("min", {11, 17}, false), (Ends{{"min", 11}, {"max", 17}}));
  EXPECT_EQ(ends_in("min", {11, 17}, true), (Ends{{"min", 11}}));
  EXPECT_EQ(ends_in("max", {70, 70}, false), (Ends{{"max", 70}}));
  EXPECT_TRUE(ends_in("max", least(140), true).empty());
  EXPECT_EQ(least_end("count_max"), "count_min");
}

}  // namespace
}  // namespace sanaq::casefile
