#include "sanaq/answers/ask_answer.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::answers {

TEST(AskAnswer, IsSentencesAroundATable) {
  Answer answer;
  answer.before = {"before"};
  answer.after = {"after"};
  answer.table = {{"a", "b"}, {"1", "two"}};
  EXPECT_EQ(answer_text(answer).find("before\n"), 0U);
  EXPECT_NE(answer_text(answer).find("two"), std::string::npos);
  answer.table.resize(1);
  EXPECT_EQ(answer_text(answer), "before\nafter\n");
}

TEST(AskAnswer, ADayIsAWholeDay) {
  EXPECT_EQ(day_asked("1970-01-02"), 1);
  EXPECT_THROW((void)day_asked("1970-01"), base::Error);
  EXPECT_EQ(range_text({1, 2}), "1–2");
  EXPECT_EQ(range_text({2, 2}), "2");
}

}  // namespace sanaq::answers
