#include "sanaq/cli/verify_logged_site.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_the_program.h"
#include "help/plain_site.h"
#include "help/scratch.h"
#include "sanaq/cli/checkpoint_command.h"
#include "sanaq/cli/verify_command.h"

namespace sanaq::cli {
namespace {

class VerifyLoggedSite : public testing::Test {
 protected:
  VerifyLoggedSite() {
    made_.publish({{"index.html", "one"}}, {R"({"n":1})"});
    made_.write_to(site_);
  }
  [[nodiscard]] Ended verify(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"verify", site_});
    return run_the_program(add_verify, more);
  }
  help::Scratch scratch_;
  std::string site_ = scratch_ / "site";
  help::PlainSite made_;
};

}  // namespace

TEST_F(VerifyLoggedSite, SaysItsCodeAndThatItIsWhole) {
  const Ended ended = verify();
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find(made_.code()), std::string::npos) << ended.output;
  EXPECT_EQ(run_the_program(add_checkpoint, {"checkpoint", site_}).output, made_.code() + "\n");
}

TEST_F(VerifyLoggedSite, NamesEachPlaceInWordsAndAsJsonAndEndsWith74) {
  scratch_.write("site/index.html", "two");
  scratch_.write("site/more.html", "more");
  const Ended ended = verify();
  EXPECT_EQ(ended.code, 74);
  EXPECT_NE(ended.output.find("CHANGED  index.html"), std::string::npos) << ended.output;
  EXPECT_NE(ended.output.find("EXTRA  more.html"), std::string::npos) << ended.output;
  const auto json = nlohmann::json::parse(verify({"--json"}).output);
  EXPECT_EQ(json["whole"], false);
  EXPECT_EQ(json["findings"][0]["word"], "CHANGED");
  EXPECT_EQ(json["findings"][0]["place"], "index.html");
  EXPECT_EQ(run_the_program(add_checkpoint, {"checkpoint", site_}).code, 74);
}

TEST_F(VerifyLoggedSite, IsHeldAgainstAnOlderCode) {
  const std::string old_code = made_.code();
  made_.publish({{"index.html", "two"}}, {R"({"n":2})"});
  made_.write_to(site_);
  EXPECT_EQ(verify({"--against", old_code}).code, 0);
  help::PlainSite other;
  other.publish({}, {R"({"n":3})"});
  const Ended forked = verify({"--against", other.code()});
  EXPECT_EQ(forked.code, 74);
  EXPECT_NE(forked.output.find("FORKED"), std::string::npos);
}

TEST_F(VerifyLoggedSite, WitnessesAreCounted) {
  const help::NoteSigner witness("w.example", log::cosignature_type, 5);
  EXPECT_EQ(verify({"--witness", vkey_text(witness.key)}).code, 74);
  EXPECT_EQ(verify({"--witness", vkey_text(made_.signer.key)}).code, 64);
  EXPECT_EQ(verify({"--repeat"}).code, 64);
}

}  // namespace sanaq::cli
