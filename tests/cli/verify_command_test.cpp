#include "sanaq/cli/verify_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {

TEST(VerifyCommand, NamesTheFileAndTheLineOfDamageAndExits74) {
  ASession session;
  ASSERT_EQ(session.run(add_say, {"say", "event:1", "dead", "11", "--in", session.folder()}), 0);
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder()}), 0);
  const std::string path = ledger::chain_files(session.folder()).at(0).bodies_path;
  std::string text = base::read_file(path);
  text.replace(text.find("\"11\""), 4, "\"17\"");
  session.scratch().write("case/ledger/" + base::file_name(path), text);
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder()}), 74);
  EXPECT_NE(session.output.find("ledger/" + base::file_name(path) + ", line 3"), std::string::npos)
      << session.output;
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--json"}), 74);
  const auto report = nlohmann::json::parse(session.output);
  EXPECT_EQ(report["whole"], false);
  EXPECT_EQ(report["findings"][0]["line"], 3);
  EXPECT_EQ(session.run(add_verify, {"verify", session.scratch() / "nothing"}), 66);
}

}  // namespace sanaq::cli
