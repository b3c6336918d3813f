#include "sanaq/cli/witness_command.h"

#include <gtest/gtest.h>

#include "cli/run_the_program.h"
#include "help/plain_site.h"
#include "help/scratch.h"
#include "sanaq/cli/verify_command.h"

namespace sanaq::cli {

TEST(WitnessCommand, MakesAKeySignsWhatContinuesAndRefusesARollback) {
  const help::Scratch scratch;
  const std::string site = scratch / "site", key = scratch / "w.key";
  help::PlainSite made;
  made.publish({}, {R"({"n":1})"});
  const help::PlainSite before = made;
  made.write_to(site);
  const Ended fresh = run_the_program(add_witness, {"witness", "--key", key, "--new", "w.example"});
  ASSERT_EQ(fresh.code, 0) << fresh.error;
  const std::string vkey = fresh.output.substr(0, fresh.output.size() - 1);
  EXPECT_EQ(run_the_program(add_witness, {"witness", "--key", key, "--new", "w.example"}).code, 75);
  EXPECT_EQ(run_the_program(add_witness, {"witness", "--key", key}).code, 64);

  const Ended line = run_the_program(add_witness, {"witness", site, "--key", key});
  EXPECT_EQ(line.code, 0) << line.error;
  EXPECT_TRUE(log::parse_signature_line(line.output.substr(0, line.output.size() - 1)));
  const auto verify = [&] {
    return run_the_program(add_verify, {"verify", site, "--witness", vkey}).code;
  };
  EXPECT_EQ(verify(), 0);
  made.publish({}, {R"({"n":2})"});
  made.write_to(site);
  EXPECT_EQ(verify(), 74);
  EXPECT_EQ(run_the_program(add_witness, {"witness", site, "--key", key}).code, 0);
  before.write_to(site);
  EXPECT_EQ(run_the_program(add_witness, {"witness", site, "--key", key}).code, 74);
}

}  // namespace sanaq::cli
