#include "sanaq/ledger/about_envelope.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/ledger/comments.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/taken_envelopes.h"
#include "sanaq/ledger/testimonies.h"

namespace sanaq::ledger {
namespace {

class AboutEnvelope : public testing::Test {
 protected:
  AboutEnvelope() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  [[nodiscard]] std::string folder() const { return scratch_ / "case"; }
  static Comment comment(char digit) {
    Comment comment;
    comment.envelope = std::string(64, digit);
    comment.day = "2026-11-30";
    comment.page = "articles/open.html";
    comment.language = "en";
    comment.text = "An invented comment";
    return comment;
  }
  help::Scratch scratch_;
};

TEST_F(AboutEnvelope, AllThatIsAboutOneIsFoundAndNothingOfAnother) {
  Writer writer(folder());
  const std::string envelope(64, 'c');
  (void)writer.append("comment", body_of(comment('a')));
  enter_testimonies(writer, {{envelope, "2026-11-30", "sealed"}, {std::string(64, 'd'), "", "x"}});
  enter_testimonies(writer, {{envelope, "2026-11-30", "sealed by another office"}});
  enter_reply(writer, envelope, "a sealed reply", "A");
  name_source(writer, envelope, "witness 7", "A");
  EXPECT_EQ(entries_about_envelope(folder(), envelope).size(), 4U);
  Comment received = moderated_comments(folder()).at(0).comment;
  (void)decide_comment(writer, received, Moderation::accepted, "", "", "A");
  const auto about = entries_about_envelope(folder(), received.envelope);
  ASSERT_EQ(about.size(), 2U);
  EXPECT_EQ(about[0], received.place);
  EXPECT_EQ(envelope_at(folder(), about[1]), "");  // a decision came in no envelope
}

}  // namespace
}  // namespace sanaq::ledger
