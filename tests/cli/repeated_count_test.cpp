#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "sanaq/cli/run_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {

TEST(RepeatedCount, TheCountComesOutAsItWasEntered) {
  ASession session;
  session.with_lists();
  ASSERT_EQ(session.run(add_run, {"run", session.folder()}), 0) << session.error;
  EXPECT_NE(session.error.find("signed by a new key"), std::string::npos) << session.error;
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--repeat", "--json"}), 0)
      << session.error;
  const auto json = nlohmann::json::parse(session.output);
  EXPECT_EQ(json.at("repeat").at("verdict"), "same bytes");
  ASSERT_EQ(json.at("repeat").at("steps").size(), 4U);
  EXPECT_EQ(json.at("repeat").at("steps").at(3).at("name"), "publish");
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--repeat"}), 0);
  EXPECT_NE(session.output.find("the whole: same bytes"), std::string::npos) << session.output;
}

TEST(RepeatedCount, AnotherOutcomeThanTheOneEnteredIsSaidWithItsFigures) {
  ASession session;
  session.with_lists();
  ASSERT_EQ(session.run(add_run, {"run", session.folder()}), 0) << session.error;
  ledger::Run run = ledger::runs(session.folder()).at(1);
  ASSERT_EQ(run.verb, "link");
  run.outputs = {{"register", std::string(64, '0')}};
  run.figures = {{"decisions", "0"}, {"persons", "99"}};
  {
    ledger::Writer writer(session.folder());
    ledger::record_run(writer, run);
  }
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--repeat", "--language", "en"}),
            74);
  EXPECT_NE(session.output.find("persons: it was 99, now it is 2"), std::string::npos)
      << session.output;
  EXPECT_NE(session.output.find("the whole: different"), std::string::npos);
}

}  // namespace sanaq::cli
