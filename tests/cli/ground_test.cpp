#include "sanaq/cli/ground.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/retract_command.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/ledger/reader.h"

namespace sanaq::cli {

TEST(Ground, IsOneOfFiveWordsAndWithoutOneItIsNotGiven) {
  ASession session;
  std::vector<std::string> grounds;
  for (const AddCommand command : {add_retract, add_erase}) {
    const std::string name = command == add_retract ? "retract" : "erase";
    for (const char* ground : {"", "safety", "somebody asked"}) {
      ASSERT_EQ(session.run(add_say, {"say", "event:1", "dead", "11", "--in", session.folder()}),
                0);
      std::vector<std::string> line = {name,   session.entered(), "--reason", "why",
                                       "--in", session.folder()};
      if (*ground != 0) line.insert(line.end(), {"--ground", ground});
      EXPECT_EQ(session.run(command, line), std::string(ground) == "somebody asked" ? 64 : 0)
          << session.error;
    }
  }
  ledger::for_each_entry(session.folder(), [&](const ledger::Entry& entry) {
    if (entry.kind == "retraction" || entry.kind == "erasure")
      grounds.push_back(nlohmann::json::parse(*entry.body).value("ground", ""));
  });
  EXPECT_EQ(grounds, (std::vector<std::string>{"not-given", "safety", "not-given", "safety"}));
}

}  // namespace sanaq::cli
