#include "sanaq/simulate/name_pools.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
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
    kazakh.insert(draw_kazakh_family(NamePool::few, random));
    russian.insert(draw_russian_family(NamePool::few, random));
  }
  EXPECT_EQ(kazakh.size(), 24U * 14U);
  EXPECT_EQ(russian.size(), 28U);
}

// As in a country: a hundred times as many names, of which a few are borne by many.
TEST(NamePools, ManyNamesFollowZipf) {
  num::Rng random(1, "test");
  std::map<std::string, int> families, given;
  for (int turn = 0; turn < 20000; ++turn) {
    ++families[draw_kazakh_family(NamePool::many, random)];
    ++given[draw_kazakh_given(NamePool::many, false, random)];
  }
  EXPECT_GT(families.size(), 2000u);
  EXPECT_GT(given.size(), 200u);
  const auto most =
      std::max_element(families.begin(), families.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  EXPECT_GT(most->second, 100);
  const auto once = std::count_if(families.begin(), families.end(),
                                  [](const auto& family) { return family.second == 1; });
  EXPECT_GT(once, 500);
}

TEST(NamePools, PlacesAndOccupationsAreKnownInThreeLanguages) {
  for (const auto words : {places(), occupations()}) {
    for (const Word& word : words)
      EXPECT_TRUE(!word.kazakh.empty() && !word.russian.empty() && !word.english.empty());
  }
}

}  // namespace
}  // namespace sanaq::simulate
