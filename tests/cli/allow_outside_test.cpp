#include "sanaq/cli/allow_outside.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/cli/estimate_command.h"
#include "sanaq/cli/ingest_command.h"
#include "sanaq/cli/link_command.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/run_command.h"

namespace sanaq::cli {
namespace {

namespace fs = std::filesystem;
using base::Kind;

int code(Kind kind) { return static_cast<int>(kind); }

TEST(AllowOutside, LetsAFileBeReadUnderThatFolderAndNowhereElse) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  scratch.write("shared/claims.csv", "claim,what,min,asserted_by,source\na,dead,3,An office,x\n");
  scratch.write("other/x", "");
  fs::remove(folder + "/claims.csv");
  fs::create_symlink(scratch / "shared/claims.csv", folder + "/claims.csv");
  for (const auto& [add, verb] : {std::pair<AddCommand, const char*>{add_ingest, "ingest"},
                                  {add_link, "link"},
                                  {add_estimate, "estimate"},
                                  {add_run, "run"},
                                  {add_publish, "publish"}}) {
    const Ended refused = run_the_program(add, {verb, folder});
    EXPECT_EQ(refused.code, code(Kind::bad_input)) << verb;
    EXPECT_NE(refused.error.find("claims.csv"), std::string::npos) << refused.error;
    EXPECT_EQ(run_the_program(add, {verb, folder, "--allow-outside", scratch / "other"}).code,
              code(Kind::bad_input))
        << verb;
    const Ended allowed = run_the_program(add, {verb, folder, "--allow-outside", scratch / "other",
                                                "--allow-outside", scratch / "shared"});
    EXPECT_EQ(allowed.code, 0) << verb << allowed.error;
  }
}

TEST(AllowOutside, ALinkAsAListIsRefusedByName) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  fs::create_symlink("/etc/passwd", folder + "/lists/link.csv");
  const Ended ended = run_the_program(add_ingest, {"ingest", folder});
  EXPECT_EQ(ended.code, code(Kind::bad_input));
  EXPECT_NE(ended.error.find("lists/link.csv"), std::string::npos) << ended.error;
}

TEST(AllowOutside, APipeOrADeviceAsAListIsRefusedWithoutWaiting) {
  for (const bool is_pipe : {true, false}) {
    const help::Scratch scratch;
    const std::string folder = help::small_investigation(scratch);
    fs::remove(folder + "/lists/hospital.csv");
    if (is_pipe)
      ASSERT_EQ(::mkfifo((folder + "/lists/hospital.csv").c_str(), 0600), 0);
    else if (::mknod((folder + "/lists/hospital.csv").c_str(), S_IFCHR | 0600, 0x105) != 0)
      GTEST_SKIP() << "no right to make a device here";
    const Ended ended = run_the_program(add_ingest, {"ingest", folder});
    EXPECT_EQ(ended.code, code(Kind::bad_input)) << ended.error;
    EXPECT_NE(ended.error.find("hospital.csv"), std::string::npos) << ended.error;
  }
}

TEST(AllowOutside, APipeGivenToLinkIsRefusedWithoutWaiting) {
  const help::Scratch scratch;
  ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(run_the_program(add_link, {"link", scratch / "pipe"}).code, code(Kind::bad_input));
}

// Whatever the settings say, nothing is written outside.
TEST(AllowOutside, TheSiteOfTheSettingsIsAFolderWithin) {
  for (const char* site : {"", ".", "./", "..", "../x", "ledger", "Lists/x", "a/../../x", "/tmp/x",
                           "evidence/site", "C:x", "a\\\\b"}) {
    const help::Scratch scratch;
    const std::string folder =
        help::small_investigation(scratch, "[publish]\nsite = \"" + std::string(site) + "\"\n");
    const Ended ended = run_the_program(add_publish, {"publish", folder});
    EXPECT_EQ(ended.code, code(Kind::bad_input)) << site << ended.error;
    EXPECT_NE(ended.error.find("investigation.toml, line"), std::string::npos) << ended.error;
    EXPECT_FALSE(fs::exists(scratch / "x"));
  }
}

}  // namespace
}  // namespace sanaq::cli
