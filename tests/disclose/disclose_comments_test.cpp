#include "sanaq/disclose/disclose_comments.h"

#include <gtest/gtest.h>

#include <map>

#include "investigation/invented_outcome.h"
#include "sanaq/articles/article.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/intake/envelope.h"
#include "sanaq/pages/site.h"

namespace sanaq::disclose {
namespace {

using ledger::Moderation;

ledger::ModeratedComment a_comment(char digit, Moderation decision, const std::string& text,
                                   const std::string& page = "articles/open.html") {
  ledger::ModeratedComment one;
  one.comment.envelope = std::string(64, digit);
  one.comment.day = "2026-11-30";
  one.comment.page = page;
  one.comment.language = "en";
  one.comment.name = "Reader " + std::string(1, digit);
  one.comment.text = text;
  one.comment.place = {std::string(64, 'f'), digit};
  one.decision = decision;
  if (decision == Moderation::accepted) one.shown = text;
  return one;
}

investigation::Outcome with_comments(std::vector<ledger::ModeratedComment> comments) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.config.publish.register_pages = false;
  outcome.articles = {
      articles::read_article("open.en.md", "---\ntitle: Open\nvisibility: public\n---\nText.\n")};
  outcome.comments = std::move(comments);
  return outcome;
}

std::string site_text(const pages::PublicView& view) {
  std::string all;
  base::Progress silent;
  pages::build_site(
      view,
      [&](const std::string& path, std::string_view bytes) {
        all += path + "\n" + std::string(bytes) + "\n";
      },
      silent);
  return all;
}

}  // namespace

TEST(DiscloseComments, AcceptedOnesLeaveAndOfTheOthersOnlyTheNumberByDay) {
  const pages::PublicView view = disclose(with_comments(
      {a_comment('a', Moderation::accepted, "xqaccepted"),
       a_comment('b', Moderation::held, "xqheld"), a_comment('c', Moderation::refused, "xqrefused"),
       a_comment('d', Moderation::accepted, "xqelsewhere", "articles/gone.html")}));
  const std::string all = site_text(view);
  EXPECT_NE(all.find("xqaccepted"), std::string::npos);
  for (const char* closed : {"xqheld", "xqrefused", "xqelsewhere", "Reader b", "Reader c"})
    EXPECT_EQ(all.find(closed), std::string::npos) << closed;
  ASSERT_EQ(view.written.refused.size(), 1U);
  EXPECT_EQ(view.written.refused[0].count, 1);
  ASSERT_EQ(view.comment_forms.size(), 1U);
  EXPECT_NE(view.comment_forms.begin()->second.find("xqaccepted"), std::string::npos);
}

TEST(DiscloseComments, TheirIdsLeadToNoEnvelope) {
  const auto outcome = with_comments({a_comment('a', Moderation::accepted, "text")});
  const pages::PublicView view = disclose(outcome);
  const pages::PublicComment& shown = view.written.articles.at(0).comments.at(0);
  EXPECT_EQ(shown.id, public_id_of(outcome.addresses.secret, std::string(64, 'a')));
  EXPECT_EQ(site_text(view).find("aaaaaaaaaaaaaaaa"), std::string::npos);
  EXPECT_NE(public_id_of("another", std::string(64, 'a')), shown.id);
}

TEST(DiscloseComments, NothingInThemSteersTheLine) {
  const pages::PublicView view = disclose(
      with_comments({a_comment('a', Moderation::accepted, "one\xE2\x80\xAEtwo\r\n\x07three")}));
  const std::string& text = view.written.articles.at(0).comments.at(0).text;
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos) << text;
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find('\r'), std::string::npos);
  EXPECT_NE(text.find("two\n"), std::string::npos) << text;
}

TEST(DiscloseIntake, WithoutASettingOrAKeyNoPageHasAForm) {
  investigation::Outcome outcome = with_comments({});
  EXPECT_EQ(site_text(disclose(outcome)).find("<form class=\"write\""), std::string::npos);
  outcome.config.publish.intake = "here";
  pages::PublicView view = disclose(outcome);
  EXPECT_FALSE(view.written.intake.is_open);
  EXPECT_FALSE(view.warnings.empty());
  const std::string key = intake::key_text(intake::new_key_pair().public_half);
  outcome.intake_keys = {{key, key, "A. Tester"}};
  view = disclose(outcome);
  const std::string all = site_text(view);
  EXPECT_NE(all.find("<form class=\"write\""), std::string::npos);
  EXPECT_NE(all.find("server/intake-keys.txt\nsanaq intake keys 1\n" + key + "\n"),
            std::string::npos);
  EXPECT_NE(all.find("server/kk/guard.html"), std::string::npos);
}

}  // namespace sanaq::disclose
