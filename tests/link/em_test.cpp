#include "sanaq/link/em.h"

#include <gtest/gtest.h>

#include <array>

#include "link/evidence_of_a_table.h"
#include "link/lists_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/link.h"
#include "sanaq/link/options.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

Learnt learn_from(const record::RecordTable& table) { return EvidenceOfATable(table).learnt(); }

TEST(Em, RecoversTheShareOfMatchesThatWasPutIn) {
  const record::RecordTable table = a_town(300, 100);
  const double pairs = 400.0 * 399 / 2;
  EXPECT_NEAR(learn_from(table).model.prior_match * pairs, 100, 15);
}

TEST(Em, ProbabilitiesOfLevelsAddUp) {
  for (const FieldModel& field : learn_from(a_town(150, 50)).model.fields) {
    double m = 0, u = 0;
    for (const double value : field.m) m += value;
    for (const double value : field.u) u += value;
    EXPECT_NEAR(m, 1, 1e-6);
    EXPECT_NEAR(u, 1, 1e-6);
  }
}

// Every copied row has exactly one error: two at once are learnt to be seldom, one to be usual.
TEST(Em, LearnsThatErrorsDoNotComeTogether) {
  record::RecordTable table = a_town(400, 150);
  for (std::size_t row = 1, copy = 0; copy < 150; row += 2, ++copy) {
    for (std::size_t c = 0; c < 4; ++c) {
      record::Column& column = table.columns[c];
      std::string value = column.values[column.codes[row - 1]];
      if (c == copy % 4) value.back() = value.back() == '0' ? '1' : '0';
      column.codes[row] = static_cast<std::uint32_t>(column.values.size());
      column.values.push_back(value);
      column.canonical = column.values;
    }
  }
  const std::vector<double> tilt = learn_from(table).model.differences.tilt;
  ASSERT_EQ(tilt.size(), 5u);
  EXPECT_GT(tilt[1], 1.5);
  EXPECT_LT(tilt[0], 0.5);
  EXPECT_LT(tilt[2], 0.5);
}

TEST(Em, AShortListDoesNotBlowUp) {
  const Learnt learnt = learn_from(a_town(12, 3));
  EXPECT_GT(learnt.model.prior_match, 0);
  EXPECT_LT(learnt.model.prior_match, 0.31);
}

// What EM had learnt from pairs was wrong; a register that knows better corrects it.
TEST(Em, LearnsFromTheLinksOfARegister) {
  const record::RecordTable table = a_town(300, 100);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  const auto chance = chance_agreement(columns.features, comparer, marks_of(table), 1);
  const Moments moments = excess_agreement(columns.features);
  const double pairs = 400.0 * 399 / 2;
  const PairTotals totals{pairs, 0, {false}, {pairs}};
  PairModel wrong = first_model(columns.features, chance, moments, totals);
  wrong.prior_match = 1000 / pairs;
  for (FieldModel& field : wrong.fields)
    std::fill(field.m.begin(), field.m.end(), 1.0 / static_cast<double>(field.m.size()));
  std::vector<LinkedPair> links;
  std::array<std::int8_t, 32> levels{};
  for (std::uint32_t row = 1; row < 200; row += 2) {
    comparer.compare(row - 1, row, levels.data());
    LinkedPair link{0, ~0U, 0, 0.99};
    for (std::size_t f = 0; f < columns.features.size(); ++f)
      link.levels |= (levels[f] == missing ? no_level : static_cast<std::uint64_t>(levels[f]))
                     << (4 * f);
    links.push_back(link);
  }
  const PairModel learnt =
      learn_from_links(columns.features, {}, links, chance, {}, moments, wrong, 0.9, totals).model;
  EXPECT_NEAR(learnt.prior_match * pairs, 110, 3) << "of which rules find nine in ten";
  for (std::size_t f = 0; f < columns.features.size(); ++f) {
    double exact = 0, was_exact = 0;
    for (std::size_t level = 0; level < exact_levels; ++level) {
      exact += learnt.fields[f].m[level];
      was_exact += wrong.fields[f].m[level];
    }
    EXPECT_GT(exact, was_exact + 0.2) << columns.features[f].column;
  }
}

// Namesakes are many, and most pairs of one name are of two people. How rare a name is tells which,
// so that it is not learnt that matches have other births.
TEST(Em, NamesakesAreNotTakenForMatchesWithOtherBirths) {
  num::Rng rng(11, "tests.link.em");
  const auto skewed = [&](std::size_t size) {
    const double part = rng.uniform();
    return static_cast<std::size_t>(part * part * part * static_cast<double>(size));
  };
  const std::string letters = "bdgklmnrstvz", vowels = "aeiou";
  const auto word = [&](std::size_t number, std::size_t syllables) {
    std::string text;
    for (std::size_t at = 0; at < syllables; ++at, number = number / 2 + 17 * number % 61)
      text += {letters[number % letters.size()], vowels[number / 3 % vowels.size()]};
    return text;
  };
  Rows first, second;
  std::vector<int> person_first, person_second;
  for (int person = 0; person < 2400; ++person) {
    const std::string name = word(skewed(60), 2) + ' ' + word(100 + skewed(120), 4);
    const int age = 10 + static_cast<int>(rng.below(70));
    if (person < 1500) first.push_back({name, std::to_string(1999 - age), ""});
    if (person < 1500) person_first.push_back(person);
    if (person < 1500 && person >= 600) continue;
    second.push_back({name, "", std::to_string(age + static_cast<int>(rng.below(2)))});
    person_second.push_back(person);
  }
  const record::RecordTable table = two_lists({"name", "birth", "age"}, first, second);
  std::vector<int> person = person_first;
  person.insert(person.end(), person_second.begin(), person_second.end());
  base::Progress silent;
  const Result result = link(table, Options{}, silent);
  const Pairwise found = compare_pairs(result.person_of, person);
  EXPECT_GT(found.right, 0.9 * found.linked)
      << found.right << ' ' << found.linked << ' ' << found.true_pairs;
  EXPECT_GT(found.f1(), 0.88);
}

}  // namespace
}  // namespace sanaq::link
