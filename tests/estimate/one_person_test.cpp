#include "sanaq/estimate/one_person.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/two_lists.h"

namespace sanaq::estimate {
namespace {

CaptureTable table_of(const std::vector<std::int64_t>& counts) {
  CaptureTable table;
  for (std::size_t list = 0; (std::size_t{1} << list) <= counts.size(); ++list)
    table.lists.push_back(std::string(1, static_cast<char>('A' + list)));
  for (std::size_t cell = 0; cell < counts.size(); ++cell)
    table.cells.push_back({static_cast<std::uint32_t>(cell + 1), 0, counts[cell]});
  return table;
}

Options by(Method method) {
  Options options;
  options.method = method;
  options.threads = 1;
  return options;
}

Moves moves(const CaptureTable& table, const Options& options) {
  base::Progress silent;
  return one_person_moves({&table, 1}, options, silent).value();
}

Estimate answer(const CaptureTable& table, const Options& options) {
  base::Progress silent;
  return *at_ninety_percent(estimate(table, options, silent));
}

// The plain way: every cell, one more and one less.
Moves plainly(const CaptureTable& table, const Options& options) {
  const Estimate here = answer(table, options);
  Moves most;
  for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
    for (const std::int64_t more : {1, -1}) {
      CaptureTable other = table;
      other.cells[cell].count += more;
      if (other.cells[cell].count < 0) continue;
      const Estimate there = answer(other, options);
      most.median = std::max(most.median, std::abs(there.median - here.median));
      most.low = std::max(most.low, std::abs(there.interval.low - here.interval.low));
      most.high = std::max(most.high, std::abs(there.interval.high - here.interval.high));
    }
  }
  return most;
}

TEST(OnePerson, MovesTheNumberAsFarAsTheFarthestNeighbourLies) {
  for (const auto& counts : std::vector<std::vector<std::int64_t>>{
           {12, 7, 3, 5, 0, 4, 2}, {9, 9, 1, 8, 2, 0, 0}, {30, 20, 8}}) {
    const Method method = counts.size() == 3 ? Method::chapman : Method::chao;
    EXPECT_EQ(moves(table_of(counts), by(method)), plainly(table_of(counts), by(method)));
  }
}

TEST(OnePerson, CellsInWhichNobodyIsCount) {
  const CaptureTable full = table_of({12, 7, 3, 5, 0, 4, 2});
  CaptureTable without_the_cell = full;
  without_the_cell.cells.erase(without_the_cell.cells.begin() + 4);
  EXPECT_EQ(moves(full, by(Method::chao)), moves(without_the_cell, by(Method::chao)));
}

TEST(OnePerson, FollowsTheMethodThatWasChosen) {
  const CaptureTable table = table_of({12, 7, 3, 5, 1, 4, 2});
  const Moves graphs = moves(table, by(Method::decomposable));
  EXPECT_NEAR(graphs.high, plainly(table, by(Method::decomposable)).high, 3);
  const Moves average = moves(table, by(Method::automatic));
  EXPECT_GT(average.high, average.low);  // what nobody saw is doubted most upwards
  EXPECT_NE(average, graphs);
}

// Of many lists only some cells are tried: what they show is doubled, and is more than what any
// other shows.
TEST(OnePerson, OfManyListsFewTablesAreTriedAndTheirAnswerDoubled) {
  std::vector<std::int64_t> counts;
  for (int cell = 1; cell < 128; ++cell) counts.push_back((cell * 37 + 11) % 9);
  const CaptureTable table = table_of(counts);
  ASSERT_EQ(table.lists.size(), 7U);
  const Moves tried = moves(table, by(Method::chao)), all = plainly(table, by(Method::chao));
  EXPECT_GE(tried.median, all.median);
  EXPECT_GE(tried.low, all.low);
  EXPECT_GE(tried.high, all.high);
  EXPECT_LE(tried.median, 2 * all.median);
  EXPECT_LE(tried.low, 2 * all.low);
  EXPECT_LE(tried.high, 2 * all.high);
}

TEST(OnePerson, ListsThatDidNotCoverEverybodyAreCellsOfTheirOwn) {
  CaptureTable table = table_of({12, 7, 3, 5, 1, 4, 2});
  table.cells.push_back({1, 4, 6});
  table.cells.push_back({3, 4, 2});
  EXPECT_EQ(moves(table, by(Method::chao)), plainly(table, by(Method::chao)));
}

TEST(OnePerson, WithoutANumberNothingMoves) {
  const CaptureTable apart = table_of({10, 10, 0});
  base::Progress silent;
  EXPECT_FALSE(one_person_moves({&apart, 1}, by(Method::chapman), silent));
}

TEST(OnePerson, TheIntervalIsThatOfNinetyPercent) {
  base::Progress silent;
  const CaptureTable table = table_of({30, 20, 8});
  const auto answer = at_ninety_percent(estimate(table, by(Method::chapman), silent));
  EXPECT_EQ(answer->interval.level, 0.9);
  EXPECT_EQ(answer->interval.high, transformed_logit_interval({8, 30, 20}, 0.9).high);
  EXPECT_FALSE(at_ninety_percent(Summary()));
}

}  // namespace
}  // namespace sanaq::estimate
