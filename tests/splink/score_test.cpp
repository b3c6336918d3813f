#include "sanaq/splink/score.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "sanaq/splink/sql_cell_lists.h"
#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

Model two_rules() {
  return parse_model(R"json({"probability_two_random_records_match": 0.1,
    "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.a = r.a"}, {"blocking_rule": "l.b = r.b"}],
    "comparisons": [{"output_column_name": "a", "comparison_levels": [
      {"sql_condition": "\"a_l\" = \"a_r\"", "m_probability": 0.8, "u_probability": 0.1},
      {"sql_condition": "ELSE", "m_probability": 0.2, "u_probability": 0.9}]}]})json",
                     "m.json");
}

TEST(Score, APairOfTwoRulesIsFoundOnce) {
  const record::RecordTable table =
      link::a_table({"a", "b"}, {{"x", "1"}, {"x", "1"}, {"x", "2"}, {"", "1"}});
  const Model model = two_rules();
  base::Progress silent;
  link::Workers workers(1);
  const Weighing weighing = weigh_pairs(table, model, {}, workers, silent);
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  weighing.pairs->each([&](const link::Pair& pair) { pairs.emplace(pair.left, pair.right); });
  EXPECT_EQ(pairs, (std::set<std::pair<std::uint32_t, std::uint32_t>>{
                       {0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}}));
  EXPECT_EQ(weighing.candidate_pairs, 5);
  EXPECT_EQ(weighing.pairs_of_rule, (std::vector<std::int64_t>{3, 3}));
}

TEST(Score, PairsWithinAListAreLeftOutWhereOnlyListsAreLinked) {
  record::RecordTable table = link::a_table({"a", "b"}, {{"x", "1"}, {"x", "1"}, {"x", "2"}});
  table.lists.push_back({.name = "other", .file = "", .version = ""});
  table.list_of = {0, 0, 1};
  const Model model = two_rules();
  base::Progress silent;
  link::Workers workers(1);
  EXPECT_EQ(weigh_pairs(table, model, {.across_lists_only = true}, workers, silent).candidate_pairs,
            2);
}

TEST(Score, ALargeBlockIsCutAndLosesNothing) {
  link::Rows rows(1500, {"x", "y"});
  const record::RecordTable table = link::a_table({"a", "b"}, rows);
  const Model model = two_rules();
  base::Progress silent;
  link::Workers workers(2);
  const Weighing weighing = weigh_pairs(table, model, {.probability_min = 0.9}, workers, silent);
  EXPECT_EQ(weighing.candidate_pairs, 1500 * 1499 / 2);
  EXPECT_EQ(weighing.pairs->size(), 0u);  // 3 bits do not make .9
}

struct Plain {
  double bits = 0;
  std::vector<std::int8_t> levels;
  bool operator==(const Plain&) const = default;
};
using PlainPairs = std::map<std::pair<std::uint32_t, std::uint32_t>, Plain>;

bool holds(const SqlCondition& condition, const Levels& levels, std::uint32_t left,
           std::uint32_t right) {
  return condition
      .holds([&](const std::string& name, Side side) {
        return levels.column(name).text(side == Side::left ? left : right);
      })
      .value_or(false);
}

// A rule that explodes lists holds where it does for some choice of a value from each on each side.
bool finds(const Model& model, std::size_t rule, const Levels& levels, std::uint32_t left,
           std::uint32_t right) {
  const std::vector<std::string>& exploded = exploded_by(model, rule);
  if (exploded.empty()) return holds(model.rules[rule], levels, left, right);
  const std::string& column = exploded[0];
  const auto values = [&](std::uint32_t record) {
    return list_in_cell(levels.column(column).text(record).value_or(""));
  };
  for (const SqlValue& a : values(left)) {
    for (const SqlValue& b : values(right)) {
      const CellLookup cell = [&](const std::string& name,
                                  Side side) -> std::optional<std::string_view> {
        if (name != column) return levels.column(name).text(side == Side::left ? left : right);
        return std::get<std::string>(side == Side::left ? a : b);
      };
      if (model.rules[rule].holds(cell).value_or(false)) return true;
    }
  }
  return false;
}

// Every pair of rows, asked one by one what SQL says.
PlainPairs weighed_plainly(const record::RecordTable& table, const Model& model) {
  const Levels levels(table, model);
  const Weights weights(levels);
  PlainPairs pairs;
  for (std::uint32_t right = 0; right < table.record_count(); ++right) {
    for (std::uint32_t left = 0; left < right; ++left) {
      bool is_found = false;
      for (std::size_t rule = 0; rule < model.rules.size(); ++rule)
        is_found = is_found || finds(model, rule, levels, left, right);
      if (!is_found) continue;
      Plain plain{weights.prior_bits(), {}};
      for (std::size_t at = 0; at < model.comparisons.size(); ++at) {
        const auto& all = model.comparisons[at].levels;
        std::size_t level = 0;
        while (all[level].condition && !holds(*all[level].condition, levels, left, right)) ++level;
        plain.bits += weights.comparison_bits(at, static_cast<std::uint8_t>(level), left, right);
        plain.levels.push_back(all[level].is_null
                                   ? std::int8_t{-1}
                                   : static_cast<std::int8_t>(all.size() - 1 - level));
      }
      pairs[{left, right}] = plain;
    }
  }
  return pairs;
}

PlainPairs pairs_of(const Weighing& weighing) {
  PlainPairs pairs;
  weighing.pairs->each([&](const link::Pair& pair) {
    EXPECT_TRUE(
        pairs.emplace(std::pair(pair.left, pair.right), Plain{pair.weight_bits, pair.levels})
            .second);
  });
  return pairs;
}

void expect_same(const PlainPairs& found, const PlainPairs& expected, double bits_min) {
  std::size_t kept = 0;
  for (const auto& [records, plain] : expected) {
    const auto pair = found.find(records);
    ASSERT_EQ(pair != found.end(), plain.bits >= bits_min)
        << records.first << " " << records.second;
    if (pair == found.end()) continue;
    ++kept;
    EXPECT_NEAR(pair->second.bits, plain.bits, 1e-9);
    EXPECT_EQ(pair->second.levels, plain.levels) << records.first << " " << records.second;
  }
  EXPECT_EQ(found.size(), kept);
}

// The town becomes a list of the town and parts of other cells.
record::RecordTable with_lists(std::size_t count) {
  const record::RecordTable table = misspelt(count);
  link::Rows rows;
  std::vector<std::string> headers;
  for (const record::Column& column : table.columns) headers.push_back(column.header);
  for (std::uint32_t record = 0; record < table.record_count(); ++record) {
    std::vector<std::string> row;
    for (const record::Column& column : table.columns)
      row.push_back(column.values[column.codes[record]]);
    row[4] += "|" + row[0].substr(0, 2) + "|" + row[5].substr(0, 2);
    rows.push_back(std::move(row));
  }
  return link::a_table(headers, rows);
}

TEST(Score, PairsOfRulesThatExplodeListsAreThoseThatSqlGivesOneByOne) {
  const record::RecordTable table = with_lists(300);
  Model model = a_model_of_all_kinds();
  model.rules.clear();
  model.rule_texts.clear();
  add_rule(model, "substr(l.birth, 1, 4) = substr(r.birth, 1, 4)");
  add_rule(model, "l.town = r.town and substr(l.day, 1, 4) = substr(r.day, 1, 4)");
  add_rule(model, "l.surname = r.surname");
  add_rule(model, "substr(l.town, 1, 4) = substr(r.town, 1, 4) and l.height = r.height");
  add_rule(model, "l.given = r.given");
  model.rule_arrays = {{}, {"town"}, {}, {"town"}};
  const PlainPairs expected = weighed_plainly(table, model);
  ASSERT_GT(expected.size(), 5000u);
  base::Progress silent;
  for (const unsigned threads : {1U, 2U}) {
    link::Workers workers(threads);
    for (const double least : {0.0, 0.5}) {
      const Weighing weighing =
          weigh_pairs(table, model, {.probability_min = least, .join_from = 0.9}, workers, silent);
      expect_same(pairs_of(weighing), expected,
                  least == 0 ? -1e300 : std::log2(least / (1 - least)));
      EXPECT_EQ(weighing.candidate_pairs, static_cast<std::int64_t>(expected.size()));
    }
  }
}

TEST(Score, ScreenedPairsAreThoseThatSqlGivesOneByOne) {
  const record::RecordTable table = misspelt(400);
  const Model model = a_model_of_all_kinds();
  const PlainPairs expected = weighed_plainly(table, model);
  ASSERT_GT(expected.size(), 10000u);
  base::Progress silent;
  link::Workers workers(2);
  std::size_t joined = 0;
  for (const auto& [records, plain] : expected) joined += plain.bits >= std::log2(0.9 / 0.1);
  ASSERT_GT(joined, 10u);
  for (const double least : {0.0, 1e-3, 0.5, 1.0}) {
    const Weighing weighing =
        weigh_pairs(table, model, {.probability_min = least, .join_from = 0.9}, workers, silent);
    expect_same(pairs_of(weighing), expected, least == 0 ? -1e300 : std::log2(least / (1 - least)));
    EXPECT_EQ(weighing.candidate_pairs, static_cast<std::int64_t>(expected.size()));
    EXPECT_EQ(weighing.joined.size(), joined);
  }
}

TEST(Score, ModelsOfMoreThan32BitsOfPatternsAreWeighedToo) {
  const record::RecordTable table = misspelt(150);
  Model model = a_model_of_all_kinds();
  const std::vector<Comparison> again = model.comparisons;
  for (int times = 0; times < 2; ++times)
    model.comparisons.insert(model.comparisons.end(), again.begin(), again.end());
  const PlainPairs expected = weighed_plainly(table, model);
  base::Progress silent;
  link::Workers workers(2);
  for (const double least : {0.0, 1e-3})
    expect_same(pairs_of(weigh_pairs(table, model, {.probability_min = least}, workers, silent)),
                expected, least == 0 ? -1e300 : std::log2(least / (1 - least)));
}

TEST(Score, TheSamePairsInTheSameOrderOnAnyNumberOfThreads) {
  const record::RecordTable table = misspelt(400);
  const Model model = a_model_of_all_kinds();
  base::Progress silent;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> orders;
  for (const int threads : {1, 2, 3}) {
    link::Workers workers(threads);
    orders.emplace_back();
    weigh_pairs(table, model, {}, workers, silent).pairs->each([&](const link::Pair& pair) {
      orders.back().emplace_back(pair.left, pair.right);
    });
  }
  EXPECT_EQ(orders[0], orders[1]);
  EXPECT_EQ(orders[0], orders[2]);
}

TEST(Score, ARecordThatIsLeftOutMeetsNobody) {
  const record::RecordTable table = link::a_table({"a", "b"}, {{"x", "1"}, {"x", "1"}, {"x", "2"}});
  const Model model = two_rules();
  const std::vector<bool> leave_out{false, true, false};
  base::Progress silent;
  link::Workers workers(1);
  EXPECT_EQ(weigh_pairs(table, model, {.leave_out = &leave_out}, workers, silent).candidate_pairs,
            1);
}

}  // namespace
}  // namespace sanaq::splink
