#include "sanaq/casefile/view.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
using test::said;

TEST(View, TheLaterOfEqualsIsShownAndTheOtherStaysBesideIt) {
  const View view(
      {said("event:e", "count_min", "11", "one"), said("event:e", "count_min", "15", "two")});
  const Fact* fact = view.fact("event:e", "count_min");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(view.value("event:e", "count_min"), "15");
  EXPECT_EQ(fact->rule, Rule::recency);
  EXPECT_EQ(fact->others, (std::vector<std::size_t>{0}));
}

TEST(View, AReliableSourceGoesBeforeALaterOneAndUnknownBeforeUnreliable) {
  std::vector<Statement> all = {
      said("source:good", "reliability", "01"),     said("source:bad", "reliability", "04"),
      said("event:e", "place", "Here", "good"),     said("event:e", "place", "There", "bad"),
      said("event:f", "place", "Here", "unjudged"), said("event:f", "place", "There", "bad")};
  const View view(all);
  EXPECT_EQ(view.value("event:e", "place"), "Here");
  EXPECT_EQ(view.fact("event:e", "place")->rule, Rule::reliability);
  EXPECT_EQ(view.value("event:f", "place"), "Here");
}

TEST(View, AReviewersChoiceGoesBeforeEverything) {
  const View view(
      {said("source:good", "reliability", "01"), said("event:e", "place", "Here", "bad"),
       said("event:e", "place", "There", "good"), said("event:e", "view/place", "Here", "us")});
  EXPECT_EQ(view.value("event:e", "place"), "Here");
  EXPECT_EQ(view.fact("event:e", "place")->rule, Rule::reviewer);
}

TEST(View, NeverShowsAValueThatNobodySaid) {
  const View view({said("event:e", "count_min", "10"), said("event:e", "count_min", "20"),
                   said("event:e", "count_min", "60")});
  EXPECT_EQ(view.value("event:e", "count_min"), "60");
}

TEST(View, SeveralValuesOfOnePropertyDoNotContradict) {
  const View view({said("act:a", "method", "0101"), said("act:a", "method", "0301"),
                   said("act:a", "method", "0101", "two")});
  EXPECT_EQ(view.values("act:a", "method"), (std::vector<std::string>{"0101", "0301"}));
  EXPECT_EQ(view.facts("act:a")[0].same.size(), 2U);
  EXPECT_TRUE(view.facts("act:a")[0].others.empty());
}

TEST(View, TwoSayingTheSameAreUndisputed) {
  const View view(
      {said("event:e", "place", "Here", "one"), said("event:e", "place", "Here", "two")});
  EXPECT_EQ(view.fact("event:e", "place")->rule, Rule::undisputed);
  EXPECT_EQ(view.fact("event:e", "place")->same.size(), 2U);
}

TEST(View, SaysAValueInALanguageElseInNoneElseInEnglish) {
  const auto in = [](const std::string& language, const std::string& title) {
    Statement one = said("event:e", "title", title);
    one.language = language;
    return one;
  };
  const View all({in("ru", "Забастовка"), in("en", "The strike"), in("", "Ereuil")});
  EXPECT_EQ(all.value_in("ru", "event:e", "title"), "Забастовка");
  EXPECT_EQ(all.value_in("kk", "event:e", "title"), "Ereuil");
  const View two({in("ru", "Забастовка"), in("en", "The strike")});
  EXPECT_EQ(two.value_in("kk", "event:e", "title"), "The strike");
  const View one({in("ru", "Забастовка")});
  EXPECT_EQ(one.value_in("kk", "event:e", "title"), "Забастовка");
  EXPECT_EQ(one.value_in("kk", "event:none", "title"), "");
}

}  // namespace sanaq::casefile
