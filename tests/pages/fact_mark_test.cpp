#include "sanaq/pages/fact_mark.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {
namespace {

FactSource said_by(std::uint64_t fact, const char* name) {
  FactSource source;
  source.fact = fact;
  source.name = name;
  return source;
}

TEST(FactMark, ItsNameSaysTheFieldAndHowManySourcesThereAre) {
  FactMark mark;
  mark.label = "born";
  mark.same = {said_by(1, "hospital"), said_by(2, "morgue")};
  EXPECT_NE(fact_mark(mark, draw::Voice("en")).find("Sources for: born, 2"), std::string::npos);
}

// The value itself has the id of the fact that is shown; each other statement has its own.
TEST(FactMark, EveryOtherStatementHasItsOwnId) {
  FactMark mark;
  mark.shown = 1;
  mark.same = {said_by(1, "hospital"), said_by(2, "morgue")};
  mark.others = {said_by(255, "union")};
  const std::string made = fact_mark(mark, draw::Voice("en"));
  EXPECT_EQ(test::times(made, "data-fact="), 2u);
  EXPECT_NE(made.find("data-fact=\"0000000000000002\""), std::string::npos);
  EXPECT_NE(made.find("data-fact=\"00000000000000ff\""), std::string::npos);
  EXPECT_NE(made.find("≠"), std::string::npos);
}

TEST(FactMark, NothingFromOutsideIsMarkup) {
  FactMark mark;
  mark.label = "<b>";
  FactSource source = said_by(1, "<script>");
  source.text = source.locator = source.confidence = source.reliability = source.day =
      source.where = source.where_href = source.hash = "\"<i>";
  mark.same = {source};
  mark.others = {source};
  mark.rule = "<u>";
  const std::string made = fact_mark(mark, draw::Voice("en"));
  for (const char* part : {"<b>", "<script>", "<i>", "<u>", "\"\"<"})
    EXPECT_EQ(made.find(part), std::string::npos) << part;
}

TEST(FactMark, ALabelWithinASentenceBeginsSmall) {
  EXPECT_EQ(within_sentence("Born"), "born");
  EXPECT_EQ(within_sentence("Родился"), "родился");
  EXPECT_EQ(within_sentence("Ұсталды"), "ұсталды");
  EXPECT_EQ(within_sentence("ID number"), "ID number");
  EXPECT_EQ(within_sentence("№ 7"), "№ 7");
  EXPECT_EQ(within_sentence(""), "");
}

}  // namespace
}  // namespace sanaq::pages
