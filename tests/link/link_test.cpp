#include "sanaq/link/link.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "link/a_town_of_names.h"
#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

base::Progress silent;

TEST(Link, FindsThePersonsThatStandTwiceAndNoOther) {
  const record::RecordTable table = a_town(200, 60);
  const Result result = link(table, {}, silent);
  EXPECT_EQ(result.person_count, 200);
  for (std::uint32_t person = 0; person < 60; ++person)
    EXPECT_EQ(result.person_of[2 * person], result.person_of[2 * person + 1]);
}

TEST(Link, WhatIsLearntAloneLinksAsALinkingThatLearns) {
  const record::RecordTable table = a_town(200, 60);
  const Model learnt = learn(table, {}, silent);
  Options with_model;
  with_model.model = learnt;
  EXPECT_EQ(link(table, with_model, silent).person_of, link(table, {}, silent).person_of);
  ASSERT_FALSE(learnt.comparisons.empty());
  EXPECT_EQ(learnt.comparisons.size(), link(table, {}, silent).model.comparisons.size());
}

TEST(Link, NobodyTeachesAModelWithoutComparisons) {
  EXPECT_TRUE(learn(record::RecordTable{}, {}, silent).comparisons.empty());
}

TEST(Link, TheAnswerDoesNotDependOnTheOrderOfRows) {
  const record::RecordTable table = a_town(120, 40);
  record::RecordTable turned = table;
  const std::size_t count = table.record_count();
  for (record::Column& column : turned.columns)
    std::reverse(column.codes.begin(), column.codes.end());
  std::reverse(turned.ids.begin(), turned.ids.end());
  std::reverse(turned.identities.begin(), turned.identities.end());
  const Result first = link(table, {}, silent), second = link(turned, {}, silent);
  EXPECT_EQ(first.person_count, second.person_count);
  for (std::size_t left = 0; left < count; ++left) {
    for (std::size_t right = left + 1; right < count; ++right) {
      EXPECT_EQ(first.person_of[left] == first.person_of[right],
                second.person_of[count - 1 - left] == second.person_of[count - 1 - right]);
    }
  }
}

// Two lists of which names and birth years tell little more than enough, and in one of eight names
// and years of the second the last letter is another: many pairs are as likely as not, and chains
// of them are long.
record::RecordTable a_town_of_doubts() {
  const record::RecordTable certain = a_town_of_names(3000, 2);
  num::Rng rng(9, "tests.link.doubts");
  Rows rows;
  for (std::size_t record = 0; record < certain.record_count(); ++record) {
    const auto cell = [&](std::size_t column) {
      return certain.columns[column].values[certain.columns[column].codes[record]];
    };
    Rows::value_type row{cell(0), cell(1).substr(0, 4)};
    const std::string other_letter = "ж", other_digit = "9";
    if (record >= 3000 && rng.below(8) == 0)
      row[0].replace(row[0].size() - other_letter.size(), other_letter.size(), other_letter);
    if (record >= 3000 && rng.below(8) == 0) row[1].replace(3, 1, other_digit);
    rows.push_back(std::move(row));
  }
  record::RecordTable table = a_table({"name", "birth"}, rows);
  table.lists = certain.lists;
  table.list_of = certain.list_of;
  return table;
}

// How many records of the first table are with others than in the second answer, but for those that
// are with a record of `touched` in either. The second may have records more.
std::size_t moved(const Result& first, const Result& second,
                  const std::set<std::uint32_t>& touched) {
  const auto together = [](const Result& result, std::size_t count) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> persons;
    for (std::uint32_t record = 0; record < count; ++record)
      persons[result.person_of[record]].push_back(record);
    return persons;
  };
  const std::size_t count = first.person_of.size();
  auto before = together(first, count), after = together(second, count);
  std::set<std::uint32_t> persons_before, persons_after;
  for (const std::uint32_t record : touched) {
    if (record < count) persons_before.insert(first.person_of[record]);
    persons_after.insert(second.person_of[record]);
  }
  std::size_t moved = 0;
  for (std::uint32_t record = 0; record < count; ++record) {
    const std::uint32_t person_before = first.person_of[record],
                        person_after = second.person_of[record];
    moved += !persons_before.contains(person_before) && !persons_after.contains(person_after) &&
             before[person_before] != after[person_after];
  }
  return moved;
}

// By how much the probabilities of pairs in doubt differ on average, but for those of `touched`.
double doubt_moved(const Result& first, const Result& second,
                   const std::set<std::uint32_t>& touched) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> after;
  for (const Pair& pair : second.pairs) after[{pair.left, pair.right}] = pair.probability;
  double differences = 0, pairs = 0;
  for (const Pair& pair : first.pairs) {
    if (touched.contains(pair.left) || touched.contains(pair.right) || pair.probability < 0.05 ||
        pair.probability > 0.95)
      continue;
    differences += std::abs(pair.probability - after[{pair.left, pair.right}]);
    ++pairs;
  }
  return differences / pairs;
}

// 8 records move when seven cells are emptied, none for a row more: by what frequencies and EM have
// learnt. Where what is drawn follows from the place of a record it is 65 and 31.
TEST(Link, WhenCellsChangeRowsElsewhereStayWithTheirPersons) {
  const record::RecordTable table = a_town_of_doubts();
  const Result before = link(table, {}, silent);
  record::RecordTable emptied = table;
  std::set<std::uint32_t> touched;
  for (std::uint32_t cell = 0; cell < 7; ++cell) {
    const std::uint32_t record = 600 * cell + 11;
    emptied.columns[cell % 2].codes[record] = 0;
    touched.insert(record);
  }
  const Result without = link(emptied, {}, silent);
  EXPECT_LE(moved(before, without, touched), 12u);
  EXPECT_LT(doubt_moved(before, without, touched), 0.012);
  record::RecordTable longer = table;
  for (record::Column& column : longer.columns) column.codes.push_back(column.codes[17]);
  longer.list_of.push_back(1);
  longer.ids.push_back("one more");
  longer.rows.push_back(9999);
  longer.identities.push_back("one more");
  const auto last = static_cast<std::uint32_t>(table.record_count());
  const Result with = link(longer, {}, silent);
  EXPECT_LE(moved(before, with, {last}), 2u);
  EXPECT_LT(doubt_moved(before, with, {last}), 0.002);
}

// The model was told that its rules lose one match in twenty: drawn registers have as many more.
TEST(Link, WhatTheRulesOfAKnownModelLoseIsPutBackIntoTheDraws) {
  const record::RecordTable table = a_town_of_doubts();
  Model model = link(table, {}, silent).model;
  const auto linked_with = [&](double recall_lost) {
    model.recall_lost = recall_lost;
    Options options;
    options.model = model;
    options.draws = 1;
    return link(table, options, silent);
  };
  const auto lost_of = [](const Result& result) {
    double lost = 0;
    for (const Lost& of : result.lost) lost += of.matches;
    return lost;
  };
  const auto persons_of = [](const Result& result) {
    return std::set<std::uint32_t>(result.draws[0].begin(), result.draws[0].end()).size();
  };
  const Result whole = linked_with(0), lossy = linked_with(0.05);
  double given = 0;
  for (const Pair& pair : lossy.pairs) given += pair.probability;
  EXPECT_NEAR(lost_of(lossy) - lost_of(whole), given / 19, 0.02 * given);
  EXPECT_LT(persons_of(lossy), persons_of(whole));
}

// Homes of four with one family name and address on two lists; the second list holds half of them.
record::RecordTable households(std::size_t homes) {
  num::Rng rng(11, "tests.link.households");
  Rows first, second;
  for (std::size_t home = 0; home < homes; ++home) {
    const std::string family = "fam" + std::string(1, static_cast<char>('a' + rng.below(26))) +
                               static_cast<char>('a' + rng.below(6)),
                      street = std::to_string(home % 9 + 1) + " road " + std::to_string(home / 9),
                      post = "pc" + std::to_string(1000 + home / 18);
    for (int member = 0; member < 4; ++member) {
      Rows::value_type row{"giv" + std::string(1, static_cast<char>('a' + rng.below(26))) +
                               static_cast<char>('a' + rng.below(4)),
                           family,
                           std::to_string(1940 + rng.below(70)) + "-0" +
                               std::to_string(1 + rng.below(9)) + "-1" +
                               std::to_string(rng.below(10)),
                           street, post};
      first.push_back(row);
      if (member % 2 == 0) second.push_back(std::move(row));
    }
  }
  const std::size_t on_first = first.size();
  first.insert(first.end(), second.begin(), second.end());
  record::RecordTable table = a_table({"forename", "last", "birth", "road", "postcode"}, first);
  table.lists.push_back({.name = "other", .file = "other.csv", .version = ""});
  for (std::size_t at = on_first; at < first.size(); ++at) table.list_of[at] = 1;
  return table;
}

TEST(Link, AHouseholdIsNotOnePerson) {
  const Result result = link(households(400), {}, silent);
  EXPECT_NEAR(static_cast<double>(result.person_count), 1600, 16);
}

// Homes of one to five people, of whom a register says family name, road and postcode only.
record::RecordTable homes_without_first_names() {
  num::Rng rng(23, "tests.link.homes");
  const auto number = [&](std::size_t below) { return std::to_string(rng.below(below)); };
  Rows rows;
  for (int home = 0; home < 5000; ++home) {
    const std::string family = "fam" + number(900), post = "pc" + number(500),
                      road = number(120) + " " + post + number(3) + " road";
    for (std::uint64_t member = rng.below(5) + 1; member-- > 0;) {
      const std::string own = rng.below(7) == 0 ? "fam" + number(900) : family;
      for (int list = 0; list < 2; ++list) {
        if (rng.below(10) >= (list == 0 ? 9U : 6U)) continue;
        Rows::value_type row{own, road, post};
        for (std::string& cell : row) {
          if (rng.below(14) == 0) cell[rng.below(cell.size())] = 'x';
        }
        rows.push_back(row);
      }
    }
  }
  return a_table({"last", "road", "postcode"}, rows);
}

// What they find together is a household: that is said, and nothing is guessed.
TEST(Link, WhereNothingTellsPersonsApartNothingIsLinkedButWhatWasDecided) {
  const record::RecordTable table = homes_without_first_names();
  const Result result = link(table, {.decisions = {{0, 1600, true}}}, silent);
  EXPECT_EQ(result.person_count, static_cast<std::int64_t>(table.record_count()) - 1);
  EXPECT_EQ(result.person_of[0], result.person_of[1600]);
  ASSERT_FALSE(result.warnings.empty());
  EXPECT_TRUE(base::Catalog().say(result.warnings.back()).starts_with("nothing was linked"));
}

// One person twice, or nobody, among many: that is no sign of households.
TEST(Link, AFewMatchesAreFoundAndNoneIsNotRefused) {
  for (const std::size_t twice : {0U, 1U, 2U}) {
    for (const std::size_t persons : {40U, 100U, 300U}) {
      const Result result = link(a_town(persons, twice), {}, silent);
      EXPECT_EQ(result.person_count, static_cast<std::int64_t>(persons)) << twice;
      EXPECT_TRUE(result.warnings.empty()) << persons << ' ' << twice;
    }
  }
}

TEST(Link, TheSameOnAnyNumberOfThreads) {
  const record::RecordTable table = a_town(900, 400);
  const Result one = link(table, {.threads = 1, .draws = 3}, silent);
  for (const int threads : {2, 3}) {
    const Result several = link(table, {.threads = threads, .draws = 3}, silent);
    EXPECT_EQ(several.person_of, one.person_of);
    EXPECT_EQ(several.probability, one.probability);
    EXPECT_EQ(several.draws, one.draws);
    ASSERT_EQ(several.pairs.size(), one.pairs.size());
    for (std::size_t at = 0; at < one.pairs.size(); ++at) {
      EXPECT_EQ(several.pairs[at].weight_bits, one.pairs[at].weight_bits);
      EXPECT_EQ(several.pairs[at].probability, one.pairs[at].probability);
    }
  }
}

TEST(Link, NamesAloneMeetAcrossScripts) {
  const Result result = link(a_table({"name"}, {{"Айдын Өтегенов"},
                                                {"Нурлан Сариев"},
                                                {"Aidyn Otegenov"},
                                                {"Роман Сепняков"},
                                                {"Михаил Щедринов"},
                                                {"Mikhail Shchedrinov"}}),
                             {}, silent);
  EXPECT_EQ(result.person_of[0], result.person_of[2]);
  EXPECT_EQ(result.person_of[4], result.person_of[5]);
  EXPECT_NE(result.person_of[1], result.person_of[3]);
}

// A list without names beside one with them. The first 15 persons are on both; `number` gives the
// number of a person on a list.
template <typename Number>
record::RecordTable named_and_nameless(const Number& number, bool with_ages = true) {
  const record::RecordTable town = a_town(45, 0);
  Rows rows;
  std::vector<std::uint32_t> lists;
  for (std::uint32_t list = 0; list < 2; ++list) {
    for (std::size_t person = 0; person < 45; ++person) {
      if (person >= 15 && (person < 30) != (list == 0)) continue;
      const auto cell = [&](std::size_t column) {
        return town.columns[column].values[town.columns[column].codes[person]];
      };
      rows.push_back({list == 0 ? cell(0) + ' ' + cell(1) : "",
                      with_ages ? std::to_string(20 + person % 40) : "", number(list, person)});
      lists.push_back(list);
    }
  }
  record::RecordTable table = a_table({"name", "age", "Passport"}, rows);
  table.lists.push_back({.name = "nameless", .file = "nameless.csv", .version = ""});
  table.list_of = lists;
  return table;
}

TEST(Link, ANumberThatBothListsHaveLinksOneWithoutNames) {
  for (const bool with_ages : {true, false}) {
    const record::RecordTable table = named_and_nameless(
        [](std::uint32_t, std::size_t person) {
          return "N" + std::to_string(1000003 + person * 78901 % 900007);
        },
        with_ages);
    base::Progress progress;
    const Result result = link(table, Options{}, progress);
    for (std::uint32_t person = 0; person < 15; ++person)
      EXPECT_EQ(result.person_of[person], result.person_of[30 + person]) << person;
    EXPECT_EQ(result.person_count, 45) << with_ages;
    EXPECT_EQ(std::count(result.is_linkable.begin(), result.is_linkable.end(), true), 60);
  }
}

TEST(Link, NumbersThatCountRowsOrAreOnOneListAloneLinkNobodyWithoutAName) {
  const auto unlinkable = [](const record::RecordTable& table) {
    base::Progress progress;
    const Result result = link(table, Options{}, progress);
    EXPECT_EQ(result.person_count, 60);
    return std::count(result.is_linkable.begin(), result.is_linkable.end(), false);
  };
  EXPECT_EQ(unlinkable(named_and_nameless([](std::uint32_t list, std::size_t person) {
              return std::to_string(1000 + (list == 0 ? person : 44 - person));
            })),
            30);
  EXPECT_EQ(unlinkable(named_and_nameless([](std::uint32_t list, std::size_t person) {
              return "N" + std::to_string(1000003 + (list * 50 + person) * 78901 % 900007);
            })),
            30);
}

TEST(Link, RecordsLeftOutStayAlone) {
  const record::RecordTable table = a_town(60, 20);
  Options options;
  options.leave_out.assign(table.record_count(), false);
  options.leave_out[1] = true;
  const Result result = link(table, options, silent);
  EXPECT_NE(result.person_of[0], result.person_of[1]);
  EXPECT_FALSE(result.is_linkable[1]);
}

TEST(Link, AnImpossibleOptionIsNamed) {
  EXPECT_THROW(check_options({.threshold = 7}), base::Error);
  EXPECT_THROW(check_options({.draws = -1}), base::Error);
  EXPECT_NO_THROW(check_options({}));
}

TEST(Link, NoRecordsAndOneRecordEndWell) {
  EXPECT_EQ(link(a_table({"surname"}, {}), {}, silent).person_count, 0);
  EXPECT_EQ(link(a_table({"surname"}, {{"abela"}}), {}, silent).person_count, 1);
}

}  // namespace
}  // namespace sanaq::link
