#include "sanaq/link/labels.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/base/error.h"
#include "sanaq/base/progress.h"
#include "sanaq/link/link.h"
#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

base::Progress silent;

TEST(Labels, AreFoundByListAndRecordAndBind) {
  const record::RecordTable table = a_town(80, 30);
  Options options;
  options.labels = {{"list", "1", "list", "2", false}, {"list", "5", "list", "91", true}};
  const Result result = link(table, options, silent);
  EXPECT_NE(result.person_of[0], result.person_of[1]);
  EXPECT_EQ(result.person_of[4], result.person_of[90]);
}

TEST(Labels, ARecordThatIsNotThereIsNamed) {
  const record::RecordTable table = a_town(10, 2);
  Options binding;
  EXPECT_THROW(resolve_labels(table, {.labels = {{"list", "77", "list", "1", true}}}, binding),
               base::Error);
  EXPECT_THROW(resolve_labels(table, {.labels = {{"list", "1", "list", "1", true}}}, binding),
               base::Error);
}

TEST(Labels, AnIdThatSeveralHaveIsNotGuessedAt) {
  record::RecordTable table = a_town(10, 2);
  table.ids[1] = table.ids[0];
  Options binding;
  const std::string row = "#" + std::to_string(table.rows[1]);
  EXPECT_THROW(
      resolve_labels(table, {.labels = {{"list", table.ids[0], "list", table.ids[3], true}}},
                     binding),
      base::Error);
  resolve_labels(table, {.labels = {{"list", row, "list", table.ids[3], true}}}, binding);
  ASSERT_EQ(binding.decisions.size(), 1u);
  EXPECT_EQ(binding.decisions[0].left, 1u);
}

TEST(Labels, TeachHowMatchesDiffer) {
  const record::RecordTable table = a_town(200, 60);
  Options options;
  for (std::uint32_t person = 0; person < 60; person += 3)  // their towns differ by a letter
    options.labels.push_back(
        {"list", std::to_string(2 * person + 1), "list", std::to_string(2 * person + 2), true});
  const auto m_of_town_exact = [](const Result& result) {
    for (const Comparison& comparison : result.model.comparisons) {
      if (comparison.column != "town") continue;
      double exact = 0;
      for (std::size_t level = 0; level < 4; ++level) exact += comparison.levels[level].m;
      return exact;
    }
    return -1.0;
  };
  EXPECT_LT(m_of_town_exact(link(table, options, silent)),
            m_of_town_exact(link(table, {}, silent)) - 0.05);
}

}  // namespace
}  // namespace sanaq::link
