#include "sanaq/cli/progress_lines.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/cli/ingest_command.h"

namespace sanaq::cli {
namespace {

using nlohmann::json;

// A pipe that holds what was told until it is read.
class Told {
 public:
  Told() { EXPECT_EQ(::pipe(ends_), 0); }
  ~Told() { ::close(ends_[0]); }
  [[nodiscard]] int pipe() const { return ends_[1]; }
  std::vector<json> lines() {
    ::close(ends_[1]);
    std::string all;
    char bytes[4096];
    for (ssize_t size = 1; (size = ::read(ends_[0], bytes, sizeof bytes)) > 0;)
      all.append(bytes, static_cast<std::size_t>(size));
    std::vector<json> lines;
    std::istringstream text(all);
    for (std::string line; std::getline(text, line);) lines.push_back(json::parse(line));
    return lines;
  }

 private:
  int ends_[2] = {-1, -1};
};

TEST(ProgressLines, TellsWhatIsDoneAndNotMoreThanTenTimesASecond) {
  Told told;
  ProgressLines lines(told.pipe());
  lines.start(base::message("reading {}", "hospital"), 1000);
  for (int done = 0; done < 1000; ++done) lines.advance_to(done);
  lines.end(0, std::nullopt);
  const std::vector<json> all = told.lines();
  ASSERT_GE(all.size(), 2U);
  EXPECT_LT(all.size(), 20U);
  EXPECT_EQ(all.front(), json::parse(R"({"what":{"id":"reading {}","arguments":["hospital"]},
                                         "done":0,"total":1000})"));
  EXPECT_EQ(all.back(), json::parse(R"({"code":0})"));
}

TEST(ProgressLines, ACommandSaysWhyItFailedAsASentenceWithItsArguments) {
  const help::Scratch scratch;
  Told told;
  const Ended ended = run_the_program(
      add_ingest, {"ingest", scratch / "nowhere", "--progress-fd", std::to_string(told.pipe())});
  const std::vector<json> all = told.lines();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.back().at("code"), ended.code);
  EXPECT_NE(ended.code, 0);
  EXPECT_TRUE(all.back().at("says").at("id").is_string());
}

TEST(ProgressLines, ACommandThatWorksTellsItsPartsAndItsEnd) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  Told told;
  const Ended ended =
      run_the_program(add_ingest, {"ingest", folder, "--progress-fd", std::to_string(told.pipe())});
  EXPECT_EQ(ended.code, 0) << ended.error;
  const std::vector<json> all = told.lines();
  ASSERT_GE(all.size(), 2U);
  EXPECT_EQ(all.front().at("what").at("id"), "reading {}");
  EXPECT_EQ(all.back(), json::parse(R"({"code":0})"));
}

TEST(ProgressLines, NoHelpNamesThePipesAndAWrongOneIsRefused) {
  EXPECT_EQ(run_the_program(add_ingest, {"--help"}).output.find("progress-fd"), std::string::npos);
  EXPECT_EQ(run_the_program(add_ingest, {"ingest", "--help"}).output.find("-fd"),
            std::string::npos);
  for (const char* wrong : {"1", "x", "999", "-3", "99999999999999"})
    EXPECT_EQ(run_the_program(add_ingest, {"ingest", ".", "--progress-fd", wrong}).code, 64)
        << wrong;
  EXPECT_EQ(run_the_program(add_ingest, {"ingest", ".", "--passphrase-fd", "0"}).code, 64);
}

TEST(PassphraseHandedOver, IsWhatStandsInThePipe) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], "secret", 6), 6);
  ::close(ends[1]);
  EXPECT_EQ(passphrase_handed_over({"run", "--passphrase-fd", std::to_string(ends[0])}), "secret");
  EXPECT_EQ(passphrase_handed_over({"run", "--passphrase-fd", std::to_string(ends[0])}),
            std::nullopt);
  ::close(ends[0]);
  EXPECT_EQ(passphrase_handed_over({"run"}), std::nullopt);
}

}  // namespace
}  // namespace sanaq::cli
