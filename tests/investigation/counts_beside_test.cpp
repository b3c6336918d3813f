// All people are invented.
#include "sanaq/investigation/counts_beside.h"

#include <gtest/gtest.h>

#include <array>

#include "help/scratch.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/steps.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

std::string name_of(std::size_t person) {
  constexpr std::array<const char*, 12> families = {"Танбаев",  "Степнов",  "Озенов", "Кумдаров",
                                                    "Мунаров",  "Боранов",  "Елтаев", "Сырымов",
                                                    "Қуанышев", "Дәрменов", "Жолдин", "Ырысов"};
  constexpr std::array<const char*, 10> givens = {"Айбар",  "Сергей",  "Ғалым",  "Омиртай",
                                                  "Алибек", "Жанғали", "Дәулет", "Асан",
                                                  "Бекзат", "Руслан"};
  return std::string(families[person % 12]) + ' ' + givens[person / 12];
}

// Two lists of 60 of 120 persons each, 30 of them on both; then `more` rows on each.
std::string an_investigation(const help::Scratch& scratch, std::size_t more,
                             const std::string& name, const std::string& settings = "") {
  scratch.write("town/investigation.toml",
                "title = \"An invented town\"\ninvented = true\nlanguages = [\"en\"]\n" + settings +
                    "[[list]]\nname = \"one\"\nfile = \"one.csv\"\nduplicates = false\n"
                    "[[list]]\nname = \"two\"\nfile = \"two.csv\"\nduplicates = false\n"
                    "[scope]\nstatus = \"dead\"\n[link]\ndraws = 3\n");
  for (std::size_t list = 0; list < 2; ++list) {
    std::string rows = "id,name,birth\n";
    for (std::size_t at = 0; at < 60; ++at) {
      const std::size_t person = at + 30 * list;
      rows += std::to_string(at) + ',' + name_of(person) + ',' +
              std::to_string(1950 + person % 40) + "-0" + std::to_string(1 + person % 9) + "-1" +
              std::to_string(person % 10) + '\n';
    }
    for (std::size_t at = 0; at < more; ++at) rows += std::to_string(100 + at) + ',' + name + ",\n";
    scratch.write(list == 0 ? "town/lists/one.csv" : "town/lists/two.csv", rows);
  }
  return scratch / "town";
}

Outcome run(const std::string& folder, const Adjust& adjust = {}) {
  Steps steps(folder, caller, adjust);
  steps.ingest();
  steps.link();
  steps.estimate();
  return std::move(steps.outcome());
}

std::string all_said(const std::vector<base::Message>& messages) {
  std::string text;
  for (const base::Message& message : messages) text += message.english() + '\n';
  return text;
}

TEST(CountsBeside, UnnamedRowsThatAreLikeTheNamedMoveTheNumberLittle) {
  const help::Scratch scratch;
  const Outcome outcome = run(an_investigation(scratch, 6, "Неизвестный мужчина"));
  EXPECT_EQ(outcome.documented_low, 90);
  EXPECT_EQ(outcome.documented_high, 102);
  ASSERT_TRUE(outcome.estimate && outcome.estimate->estimate);
  ASSERT_TRUE(outcome.estimate_with_unlinkable && outcome.estimate_with_unlinkable->estimate);
  const double quoted = outcome.estimate->estimate->median;
  EXPECT_NEAR(outcome.estimate_with_unlinkable->estimate->median, quoted, 0.15 * quoted);
  EXPECT_EQ(all_said(outcome.estimate->reasons).find("records without a name"), std::string::npos);
  EXPECT_EQ(all_said(outcome.counted_otherwise), "");
}

TEST(CountsBeside, WithoutUnnamedRowsNothingStandsBeside) {
  const help::Scratch scratch;
  EXPECT_FALSE(run(an_investigation(scratch, 0, "")).estimate_with_unlinkable);
}

TEST(CountsBeside, TheDrawnEstimateIsTheSameOnAnyNumberOfThreads) {
  const help::Scratch scratch, other;
  const Outcome left = run(an_investigation(scratch, 6, "Неизвестный мужчина"));
  const Outcome right =
      run(an_investigation(other, 6, "Неизвестный мужчина"), [](settings::Config& config) {
        config.link.threads = 1;
        config.estimate.threads = 1;
      });
  EXPECT_EQ(left.estimate_with_unlinkable->total_draws,
            right.estimate_with_unlinkable->total_draws);
  EXPECT_EQ(left.estimate_with_unlinkable->estimate->median,
            right.estimate_with_unlinkable->estimate->median);
}

TEST(CountsBeside, AnEstimateThatTheUnnamedMoveByMoreThanHalfItsWidthIsNotUsable) {
  estimate::Summary quoted, drawn;
  quoted.estimate = {100, 100, {"", 0.95, 80, 140}};
  drawn.estimate = {129, 129, {"", 0.95, 90, 200}};
  EXPECT_FALSE(moved_by_unnamed(quoted, drawn));
  drawn.estimate->median = 131;
  EXPECT_TRUE(moved_by_unnamed(quoted, drawn));
  drawn.estimate->median = 69;
  EXPECT_TRUE(moved_by_unnamed(quoted, drawn));
  quoted.unstratified = estimate::Estimate{75, 75, {"", 0.95, 60, 90}};
  EXPECT_FALSE(moved_by_unnamed(quoted, drawn));
  drawn.estimate.reset();
  EXPECT_FALSE(moved_by_unnamed(quoted, drawn));
}

TEST(CountsBeside, AnInventedWordForNobodyIsReportedAndTheNumberIsShownBothWays) {
  const help::Scratch scratch;
  const std::string folder = an_investigation(scratch, 8, "Бевестный Путник");
  const Outcome outcome = run(folder);
  for (const ListReport& list : outcome.lists)
    EXPECT_NE(all_said(list.warnings).find("nobody = [\"Бевестный Путник\"]"), std::string::npos)
        << list.name;
  ASSERT_EQ(outcome.counted_otherwise.size(), 1U);
  EXPECT_NE(outcome.counted_otherwise[0].english().find("90 to 106 are documented"),
            std::string::npos)
      << outcome.counted_otherwise[0].english();
  // It is remembered with the estimate.
  Steps again(folder, caller, {});
  ASSERT_TRUE(again.recall_estimate());
  EXPECT_EQ(again.outcome().counted_otherwise, outcome.counted_otherwise);
}

TEST(CountsBeside, OnceItIsPastedItIsNobody) {
  const help::Scratch scratch;
  const Outcome outcome = run(an_investigation(scratch, 8, "Бевестный Путник",
                                               "[words]\nnobody = [\"Бевестный Путник\"]\n"));
  EXPECT_EQ(outcome.documented_low, 90);
  EXPECT_EQ(outcome.documented_high, 106);
  EXPECT_TRUE(outcome.counted_otherwise.empty());
  for (const ListReport& list : outcome.lists)
    EXPECT_EQ(all_said(list.warnings).find("far more than its words"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::investigation
