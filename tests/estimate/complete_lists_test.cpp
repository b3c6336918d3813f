#include "sanaq/estimate/complete_lists.h"

#include <gtest/gtest.h>

#include <cmath>

#include "help/mse_tables.h"
#include "help/scratch.h"
#include "sanaq/estimate/estimate.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;
const Options quick{.checks_on_own_lists = false, .alternatives = false};

// One list more, with everybody.
CaptureTable with_everybody(CaptureTable table) {
  const std::uint32_t bit = 1U << table.lists.size();
  table.lists.push_back("all");
  for (Cell& cell : table.cells) cell.listed |= bit;
  return table;
}

bool says(const std::vector<base::Message>& sentences, std::string_view words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const base::Message& sentence) {
    return sentence.english().find(words) != std::string::npos;
  });
}

}  // namespace

// The others say that many are missing: a list of all that they have is made from them.
TEST(CompleteLists, AListMadeFromTheOthersIsNotQuoted) {
  const CaptureTable table = with_everybody(
      table_of_counts({0, 700, 600, 90, 500, 80, 70, 30, 800, 120, 90, 40, 100, 30, 40, 20}));
  for (const Method method : {Method::automatic, Method::decomposable, Method::chao}) {
    Options options = quick;
    options.method = method;
    const Summary summary = estimate(table, options, silent);
    EXPECT_FALSE(summary.usable());
    EXPECT_TRUE(
        says(summary.reasons, "everybody who is documented is on all, which has probability"));
  }
}

TEST(CompleteLists, OfKosovoToo) {
  const auto counts = help::mse_table("kosovo_4");
  if (!counts) GTEST_SKIP() << help::skip_words;
  EXPECT_FALSE(estimate(with_everybody(table_of_counts(*counts)), quick, silent).usable());
}

// The others say that nobody is missing: a list with everybody agrees with them.
TEST(CompleteLists, AListThatIsCompleteStays) {
  std::vector<std::int64_t> counts(8);  // three lists of nine tenths each
  for (std::size_t mask = 1; mask < 8; ++mask) {
    double expected = 500;
    for (int list = 0; list < 3; ++list) expected *= ((mask >> list) & 1) != 0 ? 0.9 : 0.1;
    counts[mask] = std::llround(expected);
  }
  const Summary summary = estimate(with_everybody(table_of_counts(counts)), quick, silent);
  EXPECT_TRUE(summary.usable());
  EXPECT_TRUE(says(summary.warnings, "everybody who is documented is on all: if"));
}

TEST(CompleteLists, WhereTheOthersCannotSayItIsAWarning) {
  const CaptureTable table = with_everybody(table_of_counts({0, 30, 40, 0}));
  EXPECT_TRUE(says(estimate(table, quick, silent).warnings, "everybody who is documented"));
  EXPECT_FALSE(says(estimate(table_of_counts({0, 20, 30, 9, 40, 8, 7, 6}), quick, silent).warnings,
                    "everybody who is documented"));
}

}  // namespace sanaq::estimate
