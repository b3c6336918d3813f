#include "sanaq/simulate/name_pools.h"

#include <gtest/gtest.h>

#include <set>

namespace sanaq::simulate {
namespace {

TEST(NamePools, NoNameStandsTwice) {
  for (const bool is_female : {false, true}) {
    for (const auto names : {kazakh_given(is_female), russian_given(is_female)}) {
      EXPECT_EQ(std::set<std::string_view>(names.begin(), names.end()).size(), names.size());
    }
  }
}

TEST(NamePools, FamilyNamesAreMany) {
  num::Rng random(1, "test");
  std::set<std::string> kazakh;
  std::set<std::string> russian;
  for (int turn = 0; turn < 5000; ++turn) {
    kazakh.insert(draw_kazakh_family(random));
    russian.insert(draw_russian_family(random));
  }
  EXPECT_EQ(kazakh.size(), 24U * 14U);
  EXPECT_EQ(russian.size(), 28U);
}

TEST(NamePools, PlacesAndOccupationsAreKnownInThreeLanguages) {
  for (const auto words : {places(), occupations()}) {
    for (const Word& word : words)
      EXPECT_TRUE(!word.kazakh.empty() && !word.russian.empty() && !word.english.empty());
  }
}

}  // namespace
}  // namespace sanaq::simulate
