#include "sanaq/cli/serve_public.h"

#include <gtest/gtest.h>

#include "cli/run_the_program.h"
#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/serve_command.h"

namespace sanaq::cli {
namespace {

std::string error_of(const std::vector<std::string>& words, int code) {
  const Ended ended = run_the_program(add_serve, words);
  EXPECT_EQ(code, ended.code);
  return ended.error;
}

TEST(ServePublic, KnowsNoInvestigation) {
  const help::Scratch scratch;
  for (const std::vector<std::string>& more : {std::vector<std::string>{scratch.path()},
                                               {"--port", "8000"},
                                               {"--no-browser"},
                                               {"--desktop"}}) {
    std::vector<std::string> words = {"serve",        "--public", "127.0.0.1:0",    "--site",
                                      scratch.path(), "--spool",  scratch / "spool"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_NE(std::string::npos, error_of(words, 64).find("knows no investigation"));
  }
}

TEST(ServePublic, NeedsAllThree) {
  const help::Scratch scratch;
  error_of({"serve", "--public", "127.0.0.1:0"}, 64);
  error_of({"serve", "--site", scratch.path()}, 64);
  error_of({"serve", "--public", "127.0.0.1:0", "--site", scratch.path()}, 64);
  error_of({"serve", "--i-have-a-proxy"}, 64);
}

TEST(ServePublic, AnAddressForOthersNeedsAProxy) {
  const help::Scratch scratch;
  const std::vector<std::string> words = {"serve",        "--public", "0.0.0.0:0",      "--site",
                                          scratch.path(), "--spool",  scratch / "spool"};
  EXPECT_NE(std::string::npos, error_of(words, 64).find("--i-have-a-proxy"));
  error_of({"serve", "--public", "nonsense", "--site", scratch.path(), "--spool", "x"}, 64);
}

// A captured server holds no ledger, and what comes in is no part of what is given out.
TEST(ServePublic, TheSpoolLiesNeitherInTheSiteNorInAnInvestigation) {
  const help::Scratch scratch;
  scratch.write("case/investigation.toml", "title = \"x\"\n");
  scratch.write("case/site/index.html", "");
  const auto serve = [&](const std::string& site, const std::string& spool) {
    return error_of({"serve", "--public", "127.0.0.1:0", "--site", site, "--spool", spool}, 64);
  };
  for (const char* spool : {"case/site", "case/site/spool", "case"}) {
    EXPECT_NE(serve(scratch / "case/site", scratch / spool), "") << spool;
    EXPECT_FALSE(base::folder_exists(scratch / "case/site/spool"));
  }
  EXPECT_NE(serve(scratch / "case", scratch / "spool").find("this is an investigation"),
            std::string::npos);
  EXPECT_NE(serve(scratch / "case/site", scratch / "case/spool").find("this is an investigation"),
            std::string::npos);
  scratch.write("site/index.html", "");
  EXPECT_NE(serve(scratch / "site", scratch / "site/spool").find("one in the other"),
            std::string::npos);
  EXPECT_FALSE(base::folder_exists(scratch / "spool"));
}

TEST(ServePublic, ASiteThatIsNotThereOrTakesNothingInIsNotFound) {
  const help::Scratch scratch;
  error_of({"serve", "--public", "127.0.0.1:0", "--site", scratch / "none", "--spool",
            scratch / "spool"},
           66);
}

}  // namespace
}  // namespace sanaq::cli
