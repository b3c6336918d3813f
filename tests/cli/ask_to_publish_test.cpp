#include "sanaq/cli/ask_to_publish.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/run_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

// An invented town all of whose persons have died: its site opens facts about them.
class AskToPublish : public testing::Test {
 protected:
  AskToPublish() {
    (void)help::small_investigation(session_.scratch(), "[scope]\nstatus = \"dead\"\n");
  }
  [[nodiscard]] bool is_published() const {
    return base::file_exists(folder() + "/site/index.html");
  }
  [[nodiscard]] std::string folder() const { return session_.scratch() / "town"; }
  int run(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"run", folder()};
    words.insert(words.end(), more.begin(), more.end());
    return session_.run(add_run, words);
  }
  int publish(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"publish", folder()};
    words.insert(words.end(), more.begin(), more.end());
    return session_.run(add_publish, words);
  }
  ASession session_;
};

TEST_F(AskToPublish, WhereNobodySitsRunDoesTheRestAndSaysWhatWaits) {
  for (int times = 0; times < 2; ++times) {
    EXPECT_EQ(run(), 0) << session_.error;
    EXPECT_NE(session_.output.find("Documented"), std::string::npos) << session_.output;
    EXPECT_NE(session_.error.find("for the first time"), std::string::npos) << session_.error;
    EXPECT_NE(session_.error.find("--yes"), std::string::npos);
    EXPECT_FALSE(base::folder_exists(folder() + "/site"));
    EXPECT_TRUE(ledger::publications(folder()).empty());
  }
  EXPECT_EQ(run({"--yes"}), 0);
  EXPECT_TRUE(is_published());
  EXPECT_EQ(run(), 0);
  EXPECT_NE(session_.output.find("nothing was done"), std::string::npos) << session_.output;
}

TEST_F(AskToPublish, WhereNobodySitsPublishEndsWith64) {
  EXPECT_EQ(publish(), 64);
  EXPECT_NE(session_.error.find("--yes"), std::string::npos) << session_.error;
  EXPECT_FALSE(base::folder_exists(folder() + "/site"));
  for (const std::string& name : base::list_folder(folder()))
    EXPECT_EQ(name.find("unfinished"), std::string::npos) << name;
  EXPECT_EQ(publish({"--yes"}), 0);
  EXPECT_TRUE(is_published());
}

TEST_F(AskToPublish, WhoSitsThereIsAskedAndOnlyAYesPublishes) {
  session_.answers = {"no", "no"};
  EXPECT_EQ(publish(), 64);
  EXPECT_NE(session_.asked.find("Publish it?"), std::string::npos) << session_.asked;
  EXPECT_FALSE(is_published());
  session_.answers = {"", ""};
  EXPECT_EQ(run(), 0);
  EXPECT_FALSE(is_published());
  session_.answers = {"yes", "yes"};
  EXPECT_EQ(run(), 0);
  EXPECT_TRUE(is_published());
}

TEST_F(AskToPublish, ASiteWithoutFactsAboutPersonsNeedsNoYes) {
  (void)help::small_investigation(session_.scratch());
  EXPECT_EQ(publish(), 0) << session_.error;
  EXPECT_TRUE(is_published());
}

TEST_F(AskToPublish, AFewFactsMoreNeedNoneAndManyDo) {
  ASSERT_EQ(publish({"--yes"}), 0) << session_.error;
  std::string rows = help::hospital_rows;
  rows += "5,Bolat Tulegenov,1970-02-03,2011-12-16,Square\n";
  session_.scratch().write("town/lists/hospital.csv", rows);
  EXPECT_EQ(publish(), 0) << session_.error;
  for (int more = 0; more < 25; ++more)
    rows += std::to_string(100 + more) + ",Kunsulu Sagimova " +
            std::string(1, static_cast<char>('A' + more)) + ".,1970-02-03,2011-12-16,Square\n";
  session_.scratch().write("town/lists/hospital.csv", rows);
  const std::string before = base::read_file(folder() + "/site/register.html");
  EXPECT_EQ(publish(), 64) << session_.output;
  EXPECT_EQ(base::read_file(folder() + "/site/register.html"), before);
  EXPECT_EQ(publish({"--yes"}), 0) << session_.error;
  EXPECT_NE(base::read_file(folder() + "/site/register.html"), before);
}

TEST_F(AskToPublish, ADryRunNeedsNoYesAndSpeaksToMachines) {
  EXPECT_EQ(publish({"--dry-run", "--json"}), 0) << session_.error;
  EXPECT_EQ(session_.output.front(), '[');
  EXPECT_NE(session_.output.find("\"change\": \"new\""), std::string::npos) << session_.output;
  EXPECT_NE(session_.output.find("\"source\": \"hospital\""), std::string::npos);
  EXPECT_EQ(publish({"--json"}), 64);
}

}  // namespace
}  // namespace sanaq::cli
