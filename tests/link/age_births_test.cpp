#include "sanaq/link/age_births.h"

#include <gtest/gtest.h>

#include "link/lists_of_names.h"

namespace sanaq::link {
namespace {

using record::Field;

// A register with years of birth and a hospital that asked ages in 2011, every second one in
// `other_year`; `both` people are on both.
std::vector<Source> register_and_hospital(int rows, int both, int other_year = 2011) {
  num::Rng rng(3, "tests.link.ages");
  Source names{"name", Field::name, {}, {""}}, births{"birth", Field::birth, {}, {""}},
      ages{"age", Field::age, {}, {""}};
  const auto put = [](Source& source, const std::string& text) {
    source.codes.push_back(static_cast<std::uint32_t>(source.texts.size()));
    source.texts.push_back(text);
  };
  for (int person = 0; person < 2 * rows - both; ++person) {
    const std::string name = a_given_name(rng) + ' ' + a_family_name(rng);
    const int born = 1920 + static_cast<int>(rng.below(80)), early = static_cast<int>(rng.below(2));
    if (person < rows) {
      put(names, name);
      put(births, std::to_string(born));
      put(ages, "");
    }
    if (person < both || person >= rows) {
      put(names, name);
      put(births, "");
      put(ages, std::to_string((person % 2 == 0 ? 2011 : other_year) - born - early));
    }
  }
  return {names, births, ages};
}

TEST(AgeBirths, TheYearInWhichAgesWereAskedIsFoundFromNamesakes) {
  std::vector<Source> sources = register_and_hospital(100, 40);
  const Source ages = sources[2];
  turn_ages_into_births(sources);
  ASSERT_EQ(sources.size(), 2u);
  for (std::size_t at = 0; at < ages.codes.size(); ++at) {
    const std::string& age = ages.texts[ages.codes[at]];
    if (age.empty()) continue;
    const int latest = 2011 - std::stoi(age);
    EXPECT_EQ(sources[1].texts[sources[1].codes[at]],
              std::to_string(latest - 1) + "-01-02/" + std::to_string(latest) + "-12-28");
  }
}

TEST(AgeBirths, WhereNobodyIsOnBothListsAgesStay) {
  std::vector<Source> sources = register_and_hospital(100, 0);
  turn_ages_into_births(sources);
  EXPECT_EQ(sources.size(), 3u);
}

TEST(AgeBirths, WhereTwoYearsFitAlikeAgesStay) {
  std::vector<Source> sources = register_and_hospital(100, 40, 2031);
  turn_ages_into_births(sources);
  EXPECT_EQ(sources.size(), 3u);
}

}  // namespace
}  // namespace sanaq::link
