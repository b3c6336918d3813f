#include "sanaq/intake/guard.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "sanaq/intake/number_words.h"

namespace sanaq::intake {
namespace {

constexpr double noon = 1000000;

// A reader without our code: takes the shown texts apart, and tries every number in the blank.
int solved_slowly(const ShownSum& shown, const std::string& language) {
  for (int tried = 0; tried <= 10; ++tried) {
    std::istringstream words(shown.before + " " + std::to_string(tried) + " " + shown.after);
    std::string left, sign, right, equal, result;
    words >> left >> sign >> right >> equal >> result;
    const auto number = [&](const std::string& text) {
      return read_answer(text, language).value();
    };
    EXPECT_EQ("=", equal);
    const int made = sign == "−" ? number(left) - number(right) : number(left) + number(right);
    if (made == number(result)) return tried;
  }
  return -1;
}

std::vector<Sum> all_sums() {
  std::vector<Sum> sums;
  for (int left = 0; left <= 10; ++left) {
    for (int right = 0; right <= 10; ++right) {
      for (const bool is_minus : {false, true}) {
        const int result = is_minus ? left - right : left + right;
        if (result < 0 || result > 10) continue;
        for (const Blank blank : {Blank::first, Blank::middle, Blank::last}) {
          for (const bool in_words : {false, true})
            sums.push_back({left, right, result, is_minus, blank, in_words});
        }
      }
    }
  }
  return sums;
}

TEST(Guard, EverySumInEveryPositionIsSolvedByASlowReader) {
  for (const char* const language : {"en", "ru", "kk", "fr"}) {
    for (const Sum& sum : all_sums())
      ASSERT_EQ(answer_of(sum), solved_slowly(shown(sum, language), language)) << language;
  }
}

TEST(Guard, ExactlyOneOfTheKnownNumbersStandsInWords) {
  for (const char* const language : {"en", "ru", "kk"}) {
    for (const Sum& sum : all_sums()) {
      const ShownSum sentence = shown(sum, language);
      std::istringstream words(sentence.before + " " + sentence.after);
      int digits = 0, in_words = 0;
      for (std::string word; words >> word;) {
        if (word == "+" || word == "−" || word == "=") continue;
        (word.find_first_not_of("0123456789") == word.npos ? digits : in_words) += 1;
      }
      ASSERT_EQ(1, digits);
      ASSERT_EQ(1, in_words);
    }
  }
}

TEST(Guard, IsTheFoundingPagesSum) {
  const Sum sum{4, 2, 2, true, Blank::middle, false};
  EXPECT_EQ("4 −", shown(sum, "ru").before);
  EXPECT_EQ("= два", shown(sum, "ru").after);
  EXPECT_EQ("4 minus what is two?", shown(sum, "en").question);
  EXPECT_EQ("4 − ? = deux", shown(sum, "fr").question);
  EXPECT_NE(shown(sum, "en").question, shown(sum, "ru").question);
  EXPECT_NE(shown(sum, "ru").question, shown(sum, "kk").question);
}

TEST(Guard, RandomSumsHaveAllNumbersFromZeroToTenAndEachPosition) {
  std::set<int> answers, blanks;
  for (int count = 0; count < 3000; ++count) {
    const Sum sum = random_sum();
    EXPECT_EQ(sum.result, sum.is_minus ? sum.left - sum.right : sum.left + sum.right);
    for (const int number : {sum.left, sum.right, sum.result}) {
      EXPECT_GE(number, 0);
      EXPECT_LE(number, 10);
    }
    answers.insert(answer_of(sum));
    blanks.insert(static_cast<int>(sum.blank));
  }
  EXPECT_EQ(11U, answers.size());
  EXPECT_EQ(3U, blanks.size());
}

TEST(Guard, ATokenCountsOnceForItsPageAndItsAnswer) {
  Guard guard;
  const Sum sum = random_sum();
  const std::string token = guard.token(sum, "articles/a.html", noon);
  EXPECT_EQ(Verdict::old, guard.judge(token, "articles/b.html", answer_of(sum), noon));
  EXPECT_EQ(Verdict::right, guard.judge(token, "articles/a.html", answer_of(sum), noon + 3000));
  EXPECT_EQ(Verdict::used, guard.judge(token, "articles/a.html", answer_of(sum), noon + 3000));
}

TEST(Guard, AWrongAnswerUsesTheTokenUp) {
  Guard guard;
  const Sum sum = random_sum();
  for (const auto& wrong : {std::optional<int>((answer_of(sum) + 1) % 11), std::optional<int>()}) {
    const std::string token = guard.token(sum, "a", noon);
    EXPECT_EQ(Verdict::wrong, guard.judge(token, "a", wrong, noon));
    EXPECT_EQ(Verdict::used, guard.judge(token, "a", answer_of(sum), noon));
  }
}

TEST(Guard, ATokenIsOldAfterAnHourAndAfterARestart) {
  Guard guard, restarted;
  const Sum sum = random_sum();
  const std::string token = guard.token(sum, "a", noon);
  EXPECT_EQ(Verdict::old, restarted.judge(token, "a", answer_of(sum), noon));
  EXPECT_EQ(Verdict::old, guard.judge(token, "a", answer_of(sum), noon + 62 * 60));
  EXPECT_EQ(Verdict::right, guard.judge(token, "a", answer_of(sum), noon + 59 * 60));
}

TEST(Guard, ATokenSaysNothingOfItsAnswer) {
  Guard guard;
  Sum sum = random_sum();
  const std::string one = guard.token(sum, "a", noon), other = guard.token(sum, "a", noon);
  EXPECT_NE(one.substr(one.rfind('.')), other.substr(other.rfind('.')));
}

TEST(Guard, AForgedTokenIsOldAndTakesNoMemory) {
  Guard guard;
  const std::string token = guard.token(random_sum(), "a", noon);
  for (std::size_t at = 0; at < token.rfind('.'); ++at) {
    std::string forged = token;
    forged[at] = forged[at] == '1' ? '2' : '1';
    EXPECT_EQ(Verdict::old, guard.judge(forged, "a", 1, noon)) << at;
  }
  for (const char* const bad : {"", ".", "...", "....", "a.b.c.d", "\xff\0"})
    EXPECT_EQ(Verdict::old, guard.judge(bad, "a", 1, noon));
  EXPECT_EQ(Verdict::old, guard.judge(std::string(100000, '.'), "a", 1, noon));
  EXPECT_EQ(0U, guard.used_count());
}

TEST(Guard, AFullMemoryMakesTheOldestHourOldAndLetsNoTokenCountTwice) {
  Guard guard(100);
  const Sum sum = random_sum();
  std::vector<std::string> used;
  for (int count = 0; count < 350; ++count) {
    const double now = noon + count * 30.0;
    const std::string token = guard.token(sum, "a", now);
    EXPECT_EQ(Verdict::right, guard.judge(token, "a", answer_of(sum), now)) << count;
    used.push_back(token);
    EXPECT_LT(guard.used_count(), 100U);
    for (const std::string& again : used)
      EXPECT_NE(Verdict::right, guard.judge(again, "a", answer_of(sum), now));
  }
}

TEST(Guard, AFullMemoryWithinOneHourKeepsNewTokensGood) {
  Guard guard(50);
  const Sum sum = random_sum();
  const std::string waits = guard.token(sum, "a", noon);
  for (int count = 0; count < 60; ++count) {
    const std::string token = guard.token(sum, "a", noon);
    EXPECT_EQ(Verdict::right, guard.judge(token, "a", answer_of(sum), noon));
  }
  EXPECT_EQ(Verdict::old, guard.judge(waits, "a", answer_of(sum), noon));
}

}  // namespace
}  // namespace sanaq::intake
