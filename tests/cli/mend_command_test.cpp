#include "sanaq/cli/mend_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/ask_command.h"
#include "sanaq/cli/link_command.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(MendCommand, RepeatsTheRowAndHowTheTextIsReadBeforeItEnters) {
  ASession session;
  session.with_lists();
  EXPECT_EQ(session.run(add_mend, {"mend", session.folder(), "morgue:17", "birth", "1971", "--was",
                                   "1970-02-03", "--reason", "the passport"}),
            0)
      << session.error;
  EXPECT_TRUE(says(session.output, "morgue:17 Aibar Tanbaev (birth 1970-02-03)"));
  EXPECT_TRUE(says(session.output, "column birth: it was \"1970-02-03\", now \"1971\""));
  EXPECT_TRUE(says(session.output, "it is read as a day from 1971-01-01 to 1971-12-31"));
  const auto said = ledger::statements_in_force(session.folder());
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].property, "mend/birth");
  EXPECT_EQ(said[0].reason, "the passport");
  EXPECT_EQ(said[0].visibility, "restricted");
  EXPECT_TRUE(said[0].subject.starts_with("record:"));
  // What was mended of a record is told where its sources are asked for.
  EXPECT_EQ(session.run(add_ask, {"ask", "sources", "--of", "morgue:17", "--json", "--in",
                                  session.folder()}),
            0)
      << session.error;
  EXPECT_TRUE(says(session.output, "\"was\": \"1970-02-03\"")) << session.output;
}

TEST(MendCommand, WhatCannotBeEntersNothing) {
  ASession session;
  session.with_lists();
  const auto code = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"mend", session.folder()});
    words.insert(words.end(), {"--reason", "why"});
    return session.run(add_mend, words);
  };
  EXPECT_EQ(code({"morgue:17", "birth", "31.02.1971"}), 65);
  EXPECT_EQ(code({"morgue:99", "birth", "1971"}), 66);
  EXPECT_EQ(code({"morgue:17", "brith", "1971"}), 66);
  EXPECT_TRUE(says(session.error, "did you mean birth?"));
  EXPECT_EQ(code({"morgue:17", "birth", "1971", "--was", "1969"}), 75);
  EXPECT_FALSE(says(session.error, "1970"));  // no cell stands in a complaint
  EXPECT_EQ(code({"morgue:17", "id", "5"}), 64);
  EXPECT_EQ(code({"morgue:17", "birth"}), 64);
  EXPECT_EQ(session.run(add_mend, {"mend", session.folder(), "morgue:17", "birth", "1971"}), 64);
  EXPECT_FALSE(base::folder_exists(ledger::ledger_folder(session.folder())) &&
               !ledger::statements_in_force(session.folder()).empty());
  EXPECT_EQ(session.run(add_say, {"say", "record:x", "mend/birth", "1", "--in", session.folder()}),
            64);
}

TEST(MendCommand, NobodyKnowsIsAnEmptyText) {
  ASession session;
  session.with_lists();
  EXPECT_EQ(session.run(add_mend, {"mend", session.folder(), "union:#2", "birth", "", "--reason",
                                   "a guess of the clerk"}),
            0)
      << session.error;
  EXPECT_TRUE(says(session.output, "it is read as: nobody knows"));
}

}  // namespace
}  // namespace sanaq::cli
