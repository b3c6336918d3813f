#include "sanaq/answers/agreement_shown.h"

#include <gtest/gtest.h>

namespace sanaq::answers {

TEST(AgreementShown, RatesHaveTheirIntervalsAndOfNothingThereIsNone) {
  const base::Catalog english;
  EXPECT_EQ(agreement_text({}, english), "no task of the queue was answered one by one yet\n");
  investigation::Agreement one;
  one.who = {std::string(64, 'a'), ""};
  one.answered = 120;
  one.as_before = investigation::wilson_rate(8, 10);
  one.unsure_drawn = 2;
  EXPECT_EQ(agreement_text({one}, english),
            "aaaaaaaa: tasks answered: 120\n"
            "  answered as before, of those shown again: 8 of 10: 80 % (95 % interval 49 to 94 %)\n"
            "  as the threshold does, of those drawn at random: no such task was answered yet\n"
            "  drawn at random and left unsure: 2\n");
  const auto json = agreement_json({one});
  EXPECT_EQ(json[0]["as_before"]["count"], 8);
  EXPECT_FALSE(json[0]["as_threshold"].contains("low"));
}

}  // namespace sanaq::answers
