#include "sanaq/link/unreached.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

struct Ruled {
  Ruled(record::RecordTable of, const std::vector<std::string>& rules_of)
      : town(std::move(of)),
        keys(),
        rules(parse_rules(rules_of, town.table, town.records.order, town.records.columns, keys)) {}
  [[nodiscard]] std::vector<Unreached> found() const {
    return find_unreached(rules, keys, town.records.space, town.records.columns.is_linkable);
  }
  PreparedTable town;
  std::vector<Key> keys;
  std::vector<Rule> rules;
};

record::RecordTable six() {
  return on_two_lists(a_table({"surname", "birth", "town"}, {{"abela", "1985-02-03", "korem"},
                                                             {"abela", "1985-11-30", "lisat"},
                                                             {"dunon", "1990-01-02", ""},
                                                             {"dunon", "1990-03-02", ""},
                                                             {"ferro", "", "lisat"},
                                                             {"gonor", "", ""}}),
                      {1, 4, 5});
}

TEST(Unreached, WhoIsComparedWithNoOtherIsToldByListAndWhetherAnyRuleCould) {
  // abela meets abela of the other list; dunon meets only dunon of the same list, which has nobody
  // twice; ferro and gonor have no year.
  const Ruled of(six(), {"surname,birth_year"});
  EXPECT_EQ(of.found(), (std::vector<Unreached>{{0, 2, 0}, {1, 2, 2}}));
  const Ruled more(six(), {"surname,birth_year", "town"});
  // lisat stands twice, on one list alone.
  EXPECT_EQ(more.found(), (std::vector<Unreached>{{0, 2, 0}, {1, 2, 1}}));
}

TEST(Unreached, WhereAllPairsAreComparedNobodyIsLeftAlone) {
  EXPECT_TRUE(Ruled(six(), {"*"}).found().empty());
}

// The slow twin: every pair is asked about every rule.
TEST(Unreached, AsManyAsPairByPair) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    num::Rng rng(seed, "tests.link.unreached");
    const auto cell = [&](const char* what, std::uint64_t of) {
      const std::uint64_t drawn = rng.below(of + 2);
      return drawn < of ? what + std::to_string(drawn) : std::string();
    };
    Rows rows;
    std::vector<std::uint32_t> second;
    for (std::uint32_t at = 0; at < 60; ++at) {
      rows.push_back(
          {"Abel" + cell("a", 40) + " Duno" + cell("b", 40), cell("195", 8), cell("t", 30)});
      if (rng.below(2) == 0) second.push_back(at);
    }
    record::RecordTable table = on_two_lists(a_table({"name", "birth", "town"}, rows), second);
    table.lists[1].one_per_person = false;
    const Ruled of(std::move(table), {"name_key,birth_year", "town,birth_year", "name,town"});
    const PairSpace& space = of.town.records.space;
    const std::vector<bool>& is_linkable = of.town.records.columns.is_linkable;
    std::vector<std::int64_t> alone(2);
    for (std::uint32_t one = 0; one < 60; ++one) {
      bool is_met = false;
      for (std::uint32_t other = 0; other < 60; ++other) {
        is_met |= one != other && is_linkable[other] && space.may_meet(one, other) &&
                  std::any_of(of.rules.begin(), of.rules.end(),
                              [&](const Rule& rule) { return meets(rule, of.keys, one, other); });
      }
      alone[space.list_of[one]] += is_linkable[one] && !is_met ? 1 : 0;
    }
    std::vector<std::int64_t> found(2);
    for (const Unreached& list : of.found()) found[list.list] = list.alone;
    EXPECT_EQ(found, alone) << seed;
  }
}

}  // namespace
}  // namespace sanaq::link
