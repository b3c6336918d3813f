#include "sanaq/cli/question.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <deque>

#include "sanaq/base/error.h"

namespace sanaq::cli {
namespace {

using base::message;

// A terminal at which these answers are typed, one after the other.
class Questions : public ::testing::Test {
 protected:
  explicit Questions() { ::unsetenv("SANAQ_PASSPHRASE"); }
  void types(std::deque<std::string> answers) {
    answers_ = std::move(answers);
    context_.ask = [this](std::string_view question, bool is_hidden) -> std::optional<std::string> {
      (is_hidden ? hidden_ : asked_) += std::string(question) + "\n";
      if (answers_.empty()) return std::nullopt;
      std::string answer = answers_.front();
      answers_.pop_front();
      return answer;
    };
  }
  base::Catalog catalog_;
  base::Progress progress_;
  std::deque<std::string> answers_;
  std::string asked_, hidden_;
  Context context_{catalog_, progress_, [](std::string_view) {}, [](std::string_view) {}};
};

TEST_F(Questions, OnlyYesIsYes) {
  for (const char* answer : {"y", "yes", "YES", "Y", "  yes "}) {
    types({answer});
    EXPECT_TRUE(ask_yes(context_, message("Shall it?"))) << answer;
  }
  for (const char* answer : {"", "n", "no", "yess", "ok", "1", "да"}) {
    types({answer});
    EXPECT_FALSE(ask_yes(context_, message("Shall it?"))) << answer;
  }
  EXPECT_NE(asked_.find("Shall it? [yes/NO]"), std::string::npos) << asked_;
  types({});
  EXPECT_FALSE(ask_yes(context_, message("Shall it?")));
}

TEST_F(Questions, AreAnsweredInTheReadersLanguage) {
  catalog_ = base::Catalog("ru");
  for (const char* answer : {"да", "Да", "yes", "д"}) {
    types({answer});
    EXPECT_TRUE(ask_yes(context_, message("Shall it?"))) << answer;
  }
  types({"нет"});
  EXPECT_FALSE(ask_yes(context_, message("Shall it?")));
}

TEST_F(Questions, ANumberHasToBeTyped) {
  types({"12", "12 ", "yes", "13"});
  EXPECT_TRUE(ask_number(context_, message("How many?"), 12));
  EXPECT_TRUE(ask_number(context_, message("How many?"), 12));
  EXPECT_FALSE(ask_number(context_, message("How many?"), 12));
  EXPECT_FALSE(ask_number(context_, message("How many?"), 12));
}

TEST_F(Questions, WhereNobodyCanBeAskedNothingIsAgreedTo) {
  EXPECT_FALSE(can_ask(context_));
  EXPECT_FALSE(ask_yes(context_, message("Shall it?")));
  EXPECT_FALSE(ask_number(context_, message("How many?"), 0));
  EXPECT_EQ(ask_secret(context_, message("Code:")), std::nullopt);
  EXPECT_EQ(passphrase_from(context_)(), std::nullopt);
  EXPECT_THROW((void)ask_new_passphrase(context_), base::Error);
}

TEST_F(Questions, AskForAPassphraseOnceAndHidden) {
  types({" two words ", "another"});
  const ledger::AskPassphrase ask = passphrase_from(context_);
  EXPECT_EQ(ask(), " two words ");
  EXPECT_EQ(ask(), " two words ");
  EXPECT_EQ(passphrase_from(context_)(), " two words ");
  EXPECT_EQ(asked_, "");
  EXPECT_NE(hidden_, "");
  ::setenv("SANAQ_PASSPHRASE", "set", 1);
  EXPECT_EQ(ask(), "set");
  ::unsetenv("SANAQ_PASSPHRASE");
}

TEST_F(Questions, ANewPassphraseIsTypedTwice) {
  types({"one", "one"});
  EXPECT_EQ(ask_new_passphrase(context_), "one");
  types({"one", "two"});
  EXPECT_THROW((void)ask_new_passphrase(context_), base::Error);
  types({""});
  EXPECT_THROW((void)ask_new_passphrase(context_), base::Error);
}

}  // namespace
}  // namespace sanaq::cli
