#include "sanaq/cli/erase_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {

TEST(EraseCommand, DestroysWhatWasSaidAndVerifyListsIt) {
  ASession session;
  ASSERT_EQ(
      session.run(add_say, {"say", "person:1", "seen at", "the bridge", "--in", session.folder()}),
      0);
  const std::string entry = session.entered();
  EXPECT_EQ(session.run(add_erase, {"erase", entry, "--reason", "an endangered witness", "--in",
                                    session.folder()}),
            0)
      << session.error;
  for (const ledger::ChainFile& file : ledger::chain_files(session.folder()))
    EXPECT_EQ(base::read_file(file.bodies_path).find("the bridge"), std::string::npos);
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder()}), 0);
  EXPECT_NE(session.output.find("an endangered witness"), std::string::npos);
  const std::string key = entry.substr(0, 8) + ":1";
  EXPECT_EQ(session.run(add_erase, {"erase", key, "--reason", "no", "--in", session.folder()}), 64);
}

}  // namespace sanaq::cli
