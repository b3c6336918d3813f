#include "sanaq/answers/statement_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sanaq/estimate/estimate.h"

namespace sanaq::answers {
namespace {

std::string statement(estimate::Method method, const std::string& language) {
  base::Progress silent;
  estimate::CaptureTable table{{"a", "b", "c", "d"}, {}};
  const std::int64_t counts[16] = {0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};
  for (std::uint32_t mask = 1; mask < 16; ++mask) table.cells.push_back({mask, 0, counts[mask]});
  const estimate::Summary summary =
      estimate::estimate(table, {.method = method, .alternatives = false}, silent);
  return statement_text(summary, {"9.9", "7", {{"cells.csv", "abcd"}}, "", "2026-01-02"},
                        base::Catalog(language));
}

TEST(StatementText, HasNumberAssumptionsSeedVersionInputsAndWhatWouldChangeIt) {
  const std::string text = statement(estimate::Method::automatic, "en");
  for (const char* part : {"9.9", "seed 7", "2026-01-02", "abcd", "Chao", "hidden in turn",
                           "without the list", "one population", "Nobody can test"})
    EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST(StatementText, IsOnePage) {
  const std::string text = statement(estimate::Method::automatic, "en");
  EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 60);
}

TEST(StatementText, SaysWhatEachMethodIs) {
  for (const auto method :
       {estimate::Method::latent_class, estimate::Method::loglinear, estimate::Method::sparse,
        estimate::Method::chao, estimate::Method::decomposable})
    EXPECT_NE(statement(method, "en").find("Method: "), std::string::npos);
}

TEST(StatementText, IsSaidInRussian) {
  EXPECT_NE(statement(estimate::Method::automatic, "ru").find("Что предполагалось"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::answers
