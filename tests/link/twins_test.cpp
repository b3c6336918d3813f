#include "sanaq/link/twins.h"

#include <gtest/gtest.h>

#include <cmath>

#include "link/lists_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/link.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

base::Progress silent;

struct Births {
  Rows first, second;
  std::vector<int> of_first, of_second;
};

// Births on two lists; of every twentieth family one twin is on each.
Births births(int families) {
  num::Rng rng(9, "tests.link.twins");
  Births found;
  for (int family = 0; family < families; ++family) {
    const std::string surname = a_family_name(rng), given = a_given_name(rng),
                      birth = std::to_string(1940 + rng.below(60)) + "-0" +
                              std::to_string(1 + rng.below(9)) + "-1" +
                              std::to_string(rng.below(10));
    std::string twin = a_given_name(rng);
    while (twin == given) twin = a_given_name(rng);
    const bool are_twins = family % 20 == 0;
    found.first.push_back({given, surname, birth});
    found.of_first.push_back(2 * family);
    if (are_twins || family % 3 != 0) {
      found.second.push_back({are_twins ? twin : given, surname, birth});
      found.of_second.push_back(are_twins ? 2 * family + 1 : 2 * family);
    }
  }
  return found;
}

TEST(Twins, OneOnEachListStayTwo) {
  const Births people = births(300);
  for (const bool are_parts : {true, false}) {
    const auto written = [&](const Rows& rows) {
      Rows out;
      for (const auto& row : rows)
        out.push_back(are_parts ? row : Rows::value_type{row[0] + ' ' + row[1], row[2]});
      return out;
    };
    const record::RecordTable table =
        two_lists(are_parts ? std::vector<std::string>{"given", "family", "birth"}
                            : std::vector<std::string>{"name", "birth"},
                  written(people.first), written(people.second));
    std::vector<int> person = people.of_first;
    person.insert(person.end(), people.of_second.begin(), people.of_second.end());
    const Pairwise pairs = compare_pairs(link(table, {}, silent).person_of, person);
    EXPECT_GE(pairs.right, 0.98 * pairs.true_pairs) << are_parts;
    // Of fifteen pairs of twins; in whole names which word is the given name is told by how
    // frequent it is.
    EXPECT_LE(pairs.linked - pairs.right, are_parts ? 2 : 4) << are_parts;
  }
}

TEST(Twins, ASurnameChangedWithAllElseEqualIsFound) {
  Births people = births(200);
  std::vector<std::size_t> married;
  num::Rng rng(2, "tests.link.married");
  for (std::size_t row = 0; row < people.second.size(); row += 25) {
    if (people.of_second[row] % 2 == 1) continue;
    people.second[row][1] = "Бөлекова";
    married.push_back(row);
  }
  for (Rows* rows : {&people.first, &people.second}) {
    for (auto& row : *rows)
      row.push_back(row[0].substr(0, 4) + row[2]);  // a father's name of their own
  }
  const Result result =
      link(two_lists({"given", "family", "birth", "patronymic"}, people.first, people.second), {},
           silent);
  for (const std::size_t row : married) {
    const auto at = static_cast<std::size_t>(
        std::find(people.of_first.begin(), people.of_first.end(), people.of_second[row]) -
        people.of_first.begin());
    EXPECT_EQ(result.person_of[at], result.person_of[people.first.size() + row]);
  }
}

TEST(Twins, TheBoundHoldsForOneBirthAndTwoNamesAlone) {
  const Births people = births(100);
  const Columns columns =
      columns_of(two_lists({"given", "family", "birth"}, people.first, people.second));
  std::vector<std::uint32_t> list_of(people.first.size(), 0);
  list_of.resize(people.first.size() + people.second.size(), 1);
  PairModel model;
  model.prior_match = 1e-3;
  for (const Feature& feature : columns.features)
    model.fields.push_back(
        {std::vector<double>(static_cast<std::size_t>(level_count(feature.kind)), 0.05),
         std::vector<double>(static_cast<std::size_t>(level_count(feature.kind)), 0.05),
         {}});
  model.twins = look_for_twins(columns.features, list_of, 2);
  ASSERT_TRUE(model.twins.is_known);
  Comparer comparer(columns.features);
  std::array<std::int8_t, 32> levels{};
  std::size_t bounded = 0;
  for (std::uint32_t left = 0; left < people.first.size(); ++left) {
    for (auto right = static_cast<std::uint32_t>(people.first.size()); right < list_of.size();
         ++right) {
      comparer.compare(left, right, levels.data());
      const bool is_bound =
          !std::isinf(most_of_twins(model, columns.features, levels.data(), left, right));
      bounded += is_bound;
      const auto& a = people.first[left];
      const auto& b = people.second[right - people.first.size()];
      EXPECT_TRUE(!is_bound || (a[2] == b[2] && a[0] != b[0]));
    }
  }
  EXPECT_GE(bounded, 4u);
}

// Kin of one birth on one list: one family name, one whole day, two given names, nothing missing.
TEST(Twins, KinWithinAListAreCountedWhereNothingOfThemIsMissing) {
  num::Rng rng(4, "tests.link.kin");
  Rows first, second;
  for (int row = 0; row < 60; ++row)
    (row % 2 == 0 ? first : second)
        .push_back({"given" + std::to_string(row % 20), "family" + std::to_string(row),
                    "19" + std::to_string(20 + row) + "-03-1" + std::to_string(rng.below(10))});
  const auto share = [&](const Rows& more) {
    Rows rows = first;
    rows.insert(rows.end(), more.begin(), more.end());
    const record::RecordTable table = two_lists({"given", "family", "birth"}, rows, second);
    const auto one = static_cast<double>(rows.size()), two = static_cast<double>(second.size());
    return look_for_twins(columns_of(table).features, table.list_of, 2).share_within *
           (one * (one - 1) / 2 + two * (two - 1) / 2);
  };
  EXPECT_NEAR(share({}), 0, 1e-9);
  EXPECT_NEAR(share({{"aibek", "dosov", "1990-01-11"}, {"askhat", "dosov", "1990-01-11"}}), 1,
              1e-9);
  EXPECT_NEAR(share({{"aibek", "dosov", "1990-01-11"}, {"aibek", "dosov", "1990-01-11"}}), 0, 1e-9);
  EXPECT_NEAR(share({{"aibek", "dosov", "1990-01-11"}, {"askhat", "dosov", "1990-01-12"}}), 0,
              1e-9);
  EXPECT_NEAR(share({{"aibek", "", "1990-01-11"}, {"askhat", "", "1990-01-11"}}), 0, 1e-9);
  EXPECT_NEAR(share({{"", "dosov", "1990-01-11"}, {"askhat", "dosov", "1990-01-11"}}), 0, 1e-9);
  EXPECT_NEAR(share({{"aibek", "dosov", ""}, {"askhat", "dosov", ""}}), 0, 1e-9);
  EXPECT_NEAR(share({{"aibek", "dosov", "1990"}, {"askhat", "dosov", "1990"}}), 0, 1e-9);
  EXPECT_NEAR(share({{"aibek", "dosov", "1990-01-11"},
                     {"askhat", "dosov", "1990-01-11"},
                     {"ulan", "dosov", "1990-01-11"}}),
              3, 1e-9);
}

}  // namespace
}  // namespace sanaq::link
