#include "sanaq/ledger/comments.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

Comment a_comment(char digit, const std::string& text = "One two three. (invented)") {
  Comment comment;
  comment.envelope = std::string(64, digit);
  comment.day = "2026-11-30";
  comment.page = "articles/open.html";
  comment.language = "en";
  comment.name = "An invented reader";
  comment.text = text;
  return comment;
}

class Comments : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<ModeratedComment> all() const {
    return moderated_comments(at_.folder());
  }
  Entry decide(Moderation decision, const std::string& shown = "", const std::string& reason = "") {
    Writer writer(at_.folder());
    return decide_comment(writer, all().at(0).comment, decision, shown, reason, "A. Tester");
  }
  void enter(const Comment& comment) {
    Writer writer(at_.folder());
    (void)writer.append("comment", body_of(comment));
  }
  ALedger at_;
};

}  // namespace

TEST_F(Comments, AreHeldUntilSomebodyDecidesAndTheLastDecisionInForceCounts) {
  Comment first = a_comment('a');
  first.reply_to = "0123456789abcdef";
  first.is_suspect = true;
  enter(first);
  enter(a_comment('a', "the same envelope once more"));
  ASSERT_EQ(all().size(), 1U);
  EXPECT_EQ(all()[0].decision, Moderation::held);
  EXPECT_EQ(all()[0].comment.text, first.text);
  EXPECT_EQ(all()[0].comment.reply_to, first.reply_to);
  EXPECT_TRUE(all()[0].comment.is_suspect);
  decide(Moderation::accepted);
  EXPECT_EQ(all()[0].shown, first.text);
  const Entry refused = decide(Moderation::refused, "", "insults");
  EXPECT_EQ(all()[0].decision, Moderation::refused);
  EXPECT_EQ(all()[0].shown, "");
  EXPECT_EQ(all()[0].reason, "insults");
  Writer writer(at_.folder());
  retract(writer, {refused.writer, refused.seq}, "a mistake", "A. Tester");
  EXPECT_EQ(moderated_comments(at_.folder())[0].decision, Moderation::accepted);
}

TEST_F(Comments, AreShortenedByNothingButTheMarkAndBothTextsStay) {
  enter(a_comment('b'));
  EXPECT_THROW(decide(Moderation::shortened, "One […] four."), base::Error);
  EXPECT_THROW(decide(Moderation::shortened, "One two three. (invented)"), base::Error);
  EXPECT_THROW(decide(Moderation::refused), base::Error);
  EXPECT_THROW(decide(Moderation::held), base::Error);
  decide(Moderation::shortened, "One […] three. (invented)");
  EXPECT_EQ(all()[0].shown, "One […] three. (invented)");
  EXPECT_EQ(all()[0].comment.text, "One two three. (invented)");
}

TEST_F(Comments, ADecisionOfAnotherProgramWithOtherWordsDecidesNothing) {
  enter(a_comment('c'));
  Writer writer(at_.folder());
  const EntryPlace place = all().at(0).comment.place;
  for (const nlohmann::json& more :
       {nlohmann::json{{"decides", "shorten"}, {"text", "I did it […]"}},
        nlohmann::json{{"decides", "publish"}}}) {
    nlohmann::json body = {{"comment", {{"seq", place.seq}, {"writer", place.writer}}}};
    body.update(more);
    (void)writer.append("comment", body);
  }
  EXPECT_EQ(moderated_comments(at_.folder()).at(0).decision, Moderation::held);
}

TEST_F(Comments, AreFoundByTheBeginningOfTheirId) {
  enter(a_comment('d'));
  enter(a_comment('e'));
  const auto found = all();
  EXPECT_EQ(find_comment(found, "dddd").comment.envelope, std::string(64, 'd'));
  EXPECT_THROW((void)find_comment(found, "ddd"), base::Error);
  EXPECT_THROW((void)find_comment(found, "ffff"), base::Error);
}

TEST(Shortening, KeepsTheOrderTheBeginningAndTheEnd) {
  const std::string whole = "abc abc def";
  for (const char* shown : {"[…]", "abc[…]", "[…]def", "abc […] def", "a[…]b[…]f", "abc abc[…]def"})
    EXPECT_TRUE(is_shortening(shown, whole)) << shown;
  for (const char* shown : {"abc abc def", "def[…]abc", "bc[…]", "[…]de", "abc x[…]", "", "abc"})
    EXPECT_FALSE(is_shortening(shown, whole)) << shown;
  // Beginning and end may not overlap.
  EXPECT_FALSE(is_shortening("aba[…]aba", "ababa"));
  EXPECT_EQ(without_passages(whole, {"abc "}), "[…][…]def");
  EXPECT_EQ(without_passages(whole, {"def", "abc"}), "[…] […] […]");
  EXPECT_EQ(without_passages(whole, {"x"}), std::nullopt);
  EXPECT_EQ(without_passages(whole, {""}), std::nullopt);
}

}  // namespace sanaq::ledger
