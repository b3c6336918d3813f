#include "sanaq/cli/verify_site.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/cli/witness_command.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::cli {
namespace {

namespace fs = std::filesystem;

class VerifySite : public testing::Test {
 protected:
  VerifySite() {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    EXPECT_EQ(run_the_program(add_publish, {"publish", folder_, "--out", site_}).code, 0);
  }
  [[nodiscard]] Ended verify(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"verify", site_});
    return run_the_program(add_verify, more);
  }
  // As a version without a log left it.
  void drop_the_log() const {
    auto mark = publish::read_mark(site_);
    ASSERT_TRUE(mark);
    mark = publish::without_log(*mark);
    for (const std::string& path : publish::strangers_in(site_, *mark))
      fs::remove_all(site_ + "/" + path);
    publish::write_mark(site_, *mark);
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
  std::string site_ = scratch_ / "elsewhere";
};

TEST_F(VerifySite, AWholeSiteIsWholeAsFarAsItsOwnMarkGoes) {
  drop_the_log();
  const Ended ended = verify();
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find("whole, as far as its own mark goes"), std::string::npos);
  EXPECT_EQ(ended.output.find("is what it was"), std::string::npos);
}

TEST_F(VerifySite, EveryFileThatIsNotWhatItWasIsNamedAndTheCodeIs74) {
  drop_the_log();
  scratch_.write("elsewhere/index.html", "Nobody died.");
  fs::remove(site_ + "/method.html");
  const Ended ended = verify();
  EXPECT_EQ(ended.code, 74);
  for (const char* part : {"index.html: this is not what was published",
                           "method.html: this was published and is missing"})
    EXPECT_NE(ended.output.find(part), std::string::npos) << ended.output;
  EXPECT_EQ(ended.output.find("whole"), std::string::npos);
  const Ended json = verify({"--json"});
  EXPECT_EQ(json.code, 74);
  const auto report = nlohmann::json::parse(json.output);
  EXPECT_EQ(report["whole"], false);
  EXPECT_EQ(report["changed"][0], "index.html");
  EXPECT_EQ(report["missing"][0], "method.html");
}

TEST_F(VerifySite, AFlipInAnyFileIsSeen) {
  for (const char* file : {"sanaq.css", "data/results.json", "data/cells.csv", "verify.html"}) {
    std::string bytes = base::read_file(site_ + "/" + file);
    bytes[bytes.size() / 3] ^= 2;
    base::write_file_whole(site_ + "/" + file, bytes);
    EXPECT_EQ(verify().code, 74) << file;
    bytes[bytes.size() / 3] ^= 2;
    base::write_file_whole(site_ + "/" + file, bytes);
  }
  EXPECT_EQ(verify().code, 0);
}

TEST_F(VerifySite, ADamagedMarkIs74AndNoMarkIsNoSite) {
  drop_the_log();
  const std::string path = site_ + "/" + publish::mark_file, mark = base::read_file(path);
  base::write_file_whole(path, mark.substr(0, mark.size() - 5));
  EXPECT_EQ(verify().code, 74);
  fs::remove(path);
  EXPECT_EQ(verify().code, 66);
  EXPECT_EQ(run_the_program(add_verify, {"verify", scratch_ / "nothing"}).code, 66);
}

TEST_F(VerifySite, WhatTheMarkDoesNotListIsNamed) {
  drop_the_log();
  scratch_.write("elsewhere/index2.html", "theirs");
  const Ended ended = verify();
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.output.find("index2.html: the mark does not list this"), std::string::npos);
}

TEST_F(VerifySite, BesideALogTheMarkIsHeldAgainstTheFilesToo) {
  EXPECT_EQ(verify().code, 0);
  const std::string path = site_ + "/" + publish::mark_file, mark = base::read_file(path);
  const std::size_t line = mark.find("  index.html\n") - 64;
  for (const std::string& other : {mark.substr(0, mark.size() - 5), mark + "more\n",
                                   mark.substr(0, line) + mark.substr(mark.find('\n', line) + 1)}) {
    base::write_file_whole(path, other);
    const Ended ended = verify();
    EXPECT_EQ(ended.code, 74);
    EXPECT_NE(ended.output.find("CHANGED  sanaq-site.txt"), std::string::npos) << ended.output;
  }
}

TEST_F(VerifySite, MoreWitnessesThanAreNamedAreNotAskedFor) {
  EXPECT_EQ(verify({"--quorum", "1"}).code, 64);
}

TEST_F(VerifySite, AWitnessChangesNothingThatIsJudged) {
  ASSERT_EQ(run_the_program(add_witness, {"witness", site_, "--key", scratch_ / "witness.key",
                                          "--new", "witness.example"})
                .code,
            0);
  EXPECT_NE(base::read_file(site_ + "/log/checkpoint").find("witness.example"), std::string::npos);
  const Ended ended = verify();
  EXPECT_EQ(ended.code, 0) << ended.output;
}

TEST_F(VerifySite, WhatIsForAnInvestigationIsRefused) {
  EXPECT_EQ(verify({"--repeat"}).code, 64);
  EXPECT_TRUE(is_site_folder(site_));
  EXPECT_FALSE(is_site_folder(folder_));
}

TEST_F(VerifySite, AnInvestigationIsHeldAgainstItsPublication) {
  const auto verify_case = [&] { return run_the_program(add_verify, {"verify", folder_}); };
  ASSERT_EQ(run_the_program(add_publish, {"publish", folder_}).code, 0);
  ASSERT_EQ(verify_case().code, 0) << verify_case().output;
  scratch_.write("town/site/index.html", "Nobody died.");
  const Ended changed = verify_case();
  EXPECT_EQ(changed.code, 74);
  EXPECT_NE(changed.output.find("site/index.html"), std::string::npos) << changed.output;
  const Ended again = run_the_program(add_publish, {"publish", folder_});
  EXPECT_NE(again.error.find("index.html"), std::string::npos) << again.error;
  EXPECT_EQ(verify_case().code, 0);
}

TEST_F(VerifySite, ALinkInThePlaceOfADocumentIsDamage) {
  ASSERT_EQ(run_the_program(add_publish, {"publish", folder_}).code, 0);
  fs::create_directory(folder_ + "/evidence");
  fs::create_symlink("/etc/passwd", folder_ + "/evidence/a.txt");
  const Ended ended = run_the_program(add_verify, {"verify", folder_});
  EXPECT_EQ(ended.code, 74);
  EXPECT_NE(ended.output.find("evidence/a.txt"), std::string::npos) << ended.output;
}

}  // namespace
}  // namespace sanaq::cli
