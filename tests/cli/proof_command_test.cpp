#include "sanaq/cli/proof_command.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "cli/run_the_program.h"
#include "help/plain_site.h"
#include "help/scratch.h"
#include "sanaq/log/tlog_proof.h"

namespace sanaq::cli {

TEST(ProofCommand, WritesAProofForEachLeafOfAPage) {
  const help::Scratch scratch;
  help::PlainSite made;
  made.page_of_entries = "person/1.entries.json";
  made.publish({}, {R"({"n":1})", R"({"n":2})"});
  made.write_to(scratch / "site");
  std::filesystem::create_directory(scratch / "out");
  const auto prove = [&](const std::string& page) {
    return run_the_program(add_proof, {"proof", scratch / "site", page, "--out", scratch / "out"});
  };
  EXPECT_EQ(prove("person/1").code, 0);
  EXPECT_EQ(prove("person/1").code, 0);  // the same again
  EXPECT_EQ(prove("person/2").code, 66);
  int count = 0;
  for (const auto& file : std::filesystem::directory_iterator(scratch / "out")) {
    ++count;
    EXPECT_TRUE(log::parse_tlog_proof(base::read_file(file.path())));
    EXPECT_EQ(file.path().filename().string().substr(0, 9), "person-1-");
  }
  EXPECT_EQ(count, 2);
}

}  // namespace sanaq::cli
