#include "sanaq/ledger/taken_envelopes.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/ledger/comments.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/testimonies.h"

namespace sanaq::ledger {
namespace {

class TakenEnvelopes : public testing::Test {
 protected:
  TakenEnvelopes() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  [[nodiscard]] std::string folder() const { return scratch_ / "case"; }
  static EntryPlace place_of(const Entry& entry) { return {entry.writer, entry.seq}; }
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

TEST_F(TakenEnvelopes, StayKnownWhenTheyAreTakenBackOrErased) {
  Writer writer(folder());
  const EntryPlace first = place_of(writer.append("comment", body_of(comment('a'))));
  const EntryPlace second = place_of(writer.append("comment", body_of(comment('b'))));
  enter_testimonies(writer, {{std::string(64, 'c'), "2026-11-30", "sealed bytes"}});
  const EntryPlace third = testimonies(folder()).received.at(0).place;
  (void)retract(writer, first, "r", "A");
  EXPECT_EQ(envelope_at(folder(), second), std::string(64, 'b'));
  EXPECT_EQ(envelope_at(folder(), third), std::string(64, 'c'));
  (void)erase(writer, second, "r", "A");
  (void)erase(writer, third, "r", "A");
  EXPECT_EQ(envelope_at(folder(), second), "");
  EXPECT_EQ(
      taken_envelopes(folder()),
      (std::set<std::string>{std::string(64, 'a'), std::string(64, 'b'), std::string(64, 'c')}));
}

}  // namespace
}  // namespace sanaq::ledger
