#include "sanaq/cli/withdraw_command.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/retract_command.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

constexpr const char* reason = "A CLOSED REASON";

// A town with persons, an event from a table and one from the ledger, published once.
class Withdraw : public testing::Test {
 protected:
  Withdraw() {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    scratch_.write("town/events.csv",
                   "event,title,start,place,source,visibility\ne1,The first march,2011-12-16,"
                   "Square,a paper,public\ne2,The second march,2011-12-17,Square,a paper,public\n");
    statement_ = say("event:e2", "note", "ten thousand came");
    (void)say("event:e2", "weather", "frost");
    EXPECT_EQ(publish(), 0) << error_;
    std::filesystem::copy(folder_ + "/site", older_, std::filesystem::copy_options::recursive);
  }
  std::string say(const std::string& subject, const std::string& property,
                  const std::string& value) {
    const Ended said = run_the_program(
        add_say, {"say", subject, property, value, "--visibility", "public", "--in", folder_});
    EXPECT_EQ(said.code, 0) << said.error;
    return said.output.substr(said.output.rfind(' ') + 1,
                              said.output.size() - said.output.rfind(' ') - 2);
  }
  int publish() {
    const Ended ended = run_the_program(add_publish, {"publish", folder_, "--yes"});
    error_ = ended.error;
    return ended.code;
  }
  Ended withdraw(const std::string& subject, const std::string& ground) {
    return run_the_program(add_withdraw, {"withdraw", subject, "--ground", ground, "--reason",
                                          reason, "--in", folder_});
  }
  std::string against_older() {
    const Ended ended =
        run_the_program(add_verify, {"verify", folder_ + "/site", "--against", older_});
    EXPECT_EQ(ended.code, 0) << ended.output << ended.error;
    return ended.output;
  }
  // The address of the page that shows the name.
  std::string address_of(const std::string& name) {
    for (const auto& file : std::filesystem::directory_iterator(older_ + "/person")) {
      const std::string path = file.path();
      if (path.ends_with(".html") && base::read_file(path).find(name) != std::string::npos)
        return file.path().stem();
    }
    return "";
  }
  std::vector<nlohmann::json> withdrawals() {
    std::vector<nlohmann::json> all;
    std::string opened = base::read_file(folder_ + "/site/log/opened.jsonl");
    for (std::size_t end = 0; (end = opened.find('\n')) != opened.npos; opened.erase(0, end + 1)) {
      const auto body = nlohmann::json::parse(opened.substr(0, end)).at("body");
      if (body.at("kind") == "withdrawal") all.push_back(body);
    }
    return all;
  }
  void expect_nowhere_in_the_site(const std::string& text) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder_ + "/site")) {
      if (file.is_regular_file())
        EXPECT_EQ(base::read_file(file.path()).find(text), std::string::npos) << file.path();
    }
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(
      scratch_, "[scope]\nstatus = \"dead\"\n[[table]]\nkind = \"event\"\nfile = \"events.csv\"\n");
  std::string older_ = scratch_ / "older", statement_, error_;
};

TEST_F(Withdraw, APersonGoesWithThePageAndTheLogSaysOnWhichGroundAndNoName) {
  const std::string address = address_of("Степнов");
  ASSERT_FALSE(address.empty());
  const Ended ended = withdraw("person:" + address, "safety");
  ASSERT_EQ(ended.code, 0) << ended.error;
  ASSERT_EQ(publish(), 0) << error_;
  EXPECT_FALSE(base::file_exists(folder_ + "/site/person/" + address + ".html"));
  const std::string said = against_older();
  EXPECT_NE(said.find("WITHDRAWN"), std::string::npos) << said;
  EXPECT_NE(said.find("safety"), std::string::npos) << said;
  const auto all = withdrawals();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].at("ground"), "safety");
  EXPECT_EQ(all[0].at("pages"), nlohmann::json({"person/" + address + ".html"}));
  expect_nowhere_in_the_site("Степнов");
  expect_nowhere_in_the_site(reason);
  const std::string log = base::read_file(folder_ + "/site/log/checkpoint");
  ASSERT_EQ(publish(), 0) << error_;
  EXPECT_EQ(base::read_file(folder_ + "/site/log/checkpoint"), log) << "nothing new";
}

TEST_F(Withdraw, ARecordStandsForThePersonWhoseItIsAndTheFolderMayStandBeforeIt) {
  ASSERT_EQ(
      run_the_program(add_withdraw, {"withdraw", folder_, "hospital:2", "--ground", "consent"})
          .code,
      0);
  ASSERT_EQ(publish(), 0) << error_;
  expect_nowhere_in_the_site("Степнов");
  EXPECT_EQ(withdrawals().at(0).at("ground"), "consent");
}

TEST_F(Withdraw, AnEventGoesWithAllThatIsSaidOfIt) {
  ASSERT_EQ(withdraw("event:e2", "order").code, 0);
  ASSERT_EQ(publish(), 0) << error_;
  const std::string said = against_older();
  EXPECT_EQ(said.find("not-given"), std::string::npos) << said;
  EXPECT_NE(said.find("order"), std::string::npos) << said;
  ASSERT_EQ(withdrawals().size(), 1u);
  EXPECT_EQ(withdrawals()[0].at("closes").size(), 3u) << "its row and two statements";
  expect_nowhere_in_the_site("The second march");
  expect_nowhere_in_the_site("frost");
}

TEST_F(Withdraw, OneStatementGoesAndStaysInForceInside) {
  ASSERT_EQ(withdraw(statement_, "error").code, 0);
  const auto in_force = ledger::statements_in_force(folder_);
  ASSERT_EQ(in_force.size(), 2u);
  EXPECT_EQ(in_force[1].value, "ten thousand came");
  EXPECT_EQ(in_force[1].visibility, "sealed");
  ASSERT_EQ(publish(), 0) << error_;
  const std::string said = against_older();
  EXPECT_NE(said.find("error"), std::string::npos) << said;
  EXPECT_EQ(said.find("not-given"), std::string::npos) << said;
  expect_nowhere_in_the_site("ten thousand came");
}

TEST_F(Withdraw, WhatIsTakenBackIsOpenAgain) {
  const Ended ended = withdraw("event:e2", "order");
  ASSERT_EQ(publish(), 0) << error_;
  const std::string entry = ended.output.substr(ended.output.rfind(' ') + 1);
  ASSERT_EQ(run_the_program(add_retract, {"retract", entry.substr(0, entry.size() - 1), "--reason",
                                          "a mistake", "--in", folder_})
                .code,
            0);
  ASSERT_EQ(publish(), 0) << error_;
  EXPECT_EQ(against_older().find("WITHDRAWN"), std::string::npos);
  ASSERT_EQ(withdraw("event:e2", "safety").code, 0);
  ASSERT_EQ(publish(), 0) << error_;
  EXPECT_NE(against_older().find("safety"), std::string::npos);
}

TEST_F(Withdraw, WhatWasNeverOpenLeavesNoTrace) {
  const Ended sealed = run_the_program(
      add_say, {"say", "event:e9", "note", "closed", "--visibility", "sealed", "--in", folder_});
  ASSERT_EQ(sealed.code, 0);
  ASSERT_EQ(withdraw("event:e9", "safety").code, 0);
  ASSERT_EQ(publish(), 0) << error_;
  EXPECT_TRUE(withdrawals().empty());
}

TEST_F(Withdraw, ASlipOfThePenIsRefused) {
  for (const std::string& subject :
       {std::string("event:e99"), std::string("person:Nobody Whatsoever"),
        std::string("hospital:99"), std::string("document:ab12"), std::string("ffffffff:99")})
    EXPECT_EQ(withdraw(subject, "safety").code, 66) << subject;
  for (const std::string& subject :
       {std::string("rubbish"), std::string("nolist:1"), std::string(":"), std::string("event:")})
    EXPECT_EQ(withdraw(subject, "safety").code, 64) << subject;
  EXPECT_EQ(withdraw("event:e1", "because").code, 64);
  EXPECT_EQ(run_the_program(add_withdraw, {"withdraw", "event:e1", "--in", folder_}).code, 64);
  EXPECT_EQ(run_the_program(add_withdraw, {"withdraw", "event:e1", "--ground", "safety", "--in",
                                           scratch_ / "nothing"})
                .code,
            66);
}

}  // namespace
}  // namespace sanaq::cli
