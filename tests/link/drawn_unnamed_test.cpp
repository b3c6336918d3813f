// All people are invented.
#include "sanaq/link/drawn_unnamed.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "link/a_table.h"
#include "sanaq/link/persons.h"

namespace sanaq::link {
namespace {

using Register = std::vector<std::uint32_t>;

// Two lists: `both` named persons on both, `alone` more on each, and `unnamed` on the first.
struct Town {
  record::RecordTable table;
  std::vector<bool> is_linkable, in_scope;
  Register person_of;
};

Town a_town_of(std::size_t both, std::size_t alone, std::size_t unnamed,
               const std::string& sex_of_unnamed) {
  Rows rows;
  Town town;
  std::vector<std::uint32_t> lists;
  const auto add = [&](std::uint32_t list, std::uint32_t person, const std::string& sex,
                       bool is_named) {
    rows.push_back({sex});
    lists.push_back(list);
    town.person_of.push_back(person);
    town.is_linkable.push_back(is_named);
  };
  std::uint32_t person = 0;
  const auto sex = [&] { return std::string(person % 2 == 0 ? "m" : "f"); };
  for (std::size_t at = 0; at < both; ++at, ++person) {
    add(0, person, sex(), true);
    add(1, person, sex(), true);
  }
  for (std::uint32_t list = 0; list < 2; ++list) {
    for (std::size_t at = 0; at < alone; ++at, ++person) add(list, person, sex(), true);
  }
  for (std::size_t at = 0; at < unnamed; ++at) add(0, person++, sex_of_unnamed, false);
  town.table = a_table({"sex"}, rows);
  town.table.lists.push_back({.name = "other", .file = "other.csv", .version = ""});
  town.table.list_of = lists;
  town.in_scope.assign(rows.size(), true);
  return town;
}

std::vector<Register> drawn(const Town& town, std::size_t registers, std::uint64_t seed = 1) {
  return draw_unnamed(town.table, town.is_linkable, town.in_scope,
                      std::vector<Register>(registers, town.person_of), seed);
}

TEST(DrawnUnnamed, AsManyAreSomebodyOfTheOtherListsAsTheNamedOfTheirListAre) {
  const Town town = a_town_of(30, 30, 20, "");  // half of the named of the first list
  std::size_t joined = 0, all = 0;
  for (const Register& person_of : drawn(town, 200)) {
    for (std::size_t at = 0; at < person_of.size(); ++at) {
      if (town.is_linkable[at]) {
        EXPECT_EQ(person_of[at], town.person_of[at]);
        continue;
      }
      ++all;
      joined += person_of[at] != town.person_of[at];
    }
  }
  EXPECT_EQ(all, 4000U);
  EXPECT_NEAR(static_cast<double>(joined) / 4000, 0.5, 0.03);  // false alarm below 1 in 10,000
}

TEST(DrawnUnnamed, ItIsSomebodyWhomTheOwnListLacksWhoseCellsAllowItAndNeverTheSameTwice) {
  const Town town = a_town_of(30, 10, 12, "f");
  std::set<std::uint32_t> chosen;
  for (const Register& person_of : drawn(town, 50)) {
    std::set<std::uint32_t> in_this;
    for (std::size_t at = 0; at < person_of.size(); ++at) {
      if (town.is_linkable[at] || person_of[at] == town.person_of[at]) continue;
      EXPECT_TRUE(in_this.insert(person_of[at]).second);
      chosen.insert(person_of[at]);
    }
  }
  EXPECT_EQ(chosen, (std::set<std::uint32_t>{41, 43, 45, 47, 49}));  // women of the second list
}

TEST(DrawnUnnamed, NobodyIsDrawnWhereTheCellsAllowNobodyOrNobodyIsOnTwoLists) {
  Town town = a_town_of(30, 10, 5, "m");
  record::Column& sex = town.table.columns[0];
  for (std::size_t at = 0; at < sex.codes.size(); ++at) {
    if (town.table.list_of[at] == 1 || town.is_linkable[at]) sex.codes[at] = 2;  // women alone
  }
  EXPECT_EQ(drawn(town, 5), std::vector<Register>(5, town.person_of));
  const Town apart = a_town_of(0, 20, 5, "");
  EXPECT_EQ(drawn(apart, 5), std::vector<Register>(5, apart.person_of));
}

TEST(DrawnUnnamed, ACellInWhichTheNamedDisagreeForbidsNobody) {
  Town town = a_town_of(30, 10, 5, "m");
  record::Column& sex = town.table.columns[0];
  for (std::size_t at = 0; at < sex.codes.size(); ++at)
    if (town.table.list_of[at] == 1) sex.codes[at] = 2;  // "f" for everybody on the second list
  bool is_drawn = false;
  for (const Register& person_of : drawn(town, 5))
    is_drawn = is_drawn || person_of != town.person_of;
  EXPECT_TRUE(is_drawn);
}

TEST(DrawnUnnamed, ADrawDependsOnTheSeedAndItsPlaceAlone) {
  const Town town = a_town_of(30, 30, 20, "");
  const std::vector<Register> five = drawn(town, 5);
  const std::vector<Register> two = drawn(town, 2);
  EXPECT_EQ(five[0], two[0]);
  EXPECT_EQ(five[1], two[1]);
  EXPECT_NE(five[0], five[1]);
  EXPECT_NE(drawn(town, 2, 7), two);
}

TEST(DrawnUnnamed, WhomAReviewerJoinedStaysSoAndOutOfScopeIsNobody) {
  Town town = a_town_of(30, 0, 3, "");
  const std::size_t first = town.person_of.size() - 3;
  town.person_of[first] = 0;                              // joined to a named person
  town.person_of[first + 2] = town.person_of[first + 1];  // two that are one
  for (const Register& person_of : drawn(town, 20)) EXPECT_EQ(person_of, town.person_of);
  Town outside = a_town_of(30, 30, 3, "");
  outside.in_scope.assign(outside.in_scope.size(), false);
  EXPECT_EQ(drawn(outside, 3), std::vector<Register>(3, outside.person_of));
}

TEST(DrawnUnnamed, AgeAndBirthAndDaysAreWeighedWithRoom) {
  // Named: on both lists, so that the bars are known to hold; then one on the second list alone.
  Rows rows;
  std::vector<std::uint32_t> lists;
  Register person_of;
  std::vector<bool> is_linkable;
  const auto add = [&](std::uint32_t list, std::uint32_t person, std::vector<std::string> cells,
                       bool is_named) {
    rows.push_back(std::move(cells));
    lists.push_back(list);
    person_of.push_back(person);
    is_linkable.push_back(is_named);
  };
  for (std::uint32_t person = 0; person < 10; ++person) {
    add(0, person, {"30", "", "2011-12-16", "Akzhar"}, true);
    add(1, person, {"", "1981-03-01", "2011-12-16", "Akzhar"}, true);
  }
  add(1, 10, {"", "1981-03-01", "2011-12-16", "Akzhar"}, true);
  add(0, 11, {"33", "", "2011-12-18", "Akzhar, square"}, false);
  const auto can_be = [&](std::vector<std::string> cells) {
    rows.back() = std::move(cells);
    record::RecordTable table = a_table({"age", "birth", "death", "place"}, rows);
    table.lists.push_back({.name = "other", .file = "other.csv", .version = ""});
    table.list_of = lists;
    const auto one = draw_unnamed(table, is_linkable, std::vector<bool>(rows.size(), true),
                                  std::vector<Register>(20, person_of), 1);
    return std::any_of(one.begin(), one.end(),
                       [](const Register& own) { return own.back() == 10; });
  };
  EXPECT_TRUE(can_be({"33", "", "2011-12-18", "Akzhar, square"}));
  EXPECT_TRUE(can_be({"", "", "", ""}));
  EXPECT_FALSE(can_be({"60", "", "2011-12-18", "Akzhar"}));
  EXPECT_FALSE(can_be({"33", "", "2012-03-01", "Akzhar"}));
  EXPECT_FALSE(can_be({"33", "", "2011-12-18", "Teniz"}));
  EXPECT_FALSE(can_be({"", "1950-01-01", "", ""}));
}

}  // namespace
}  // namespace sanaq::link
