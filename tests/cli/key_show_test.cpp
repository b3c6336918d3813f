#include "sanaq/cli/key_show.h"

#include <gtest/gtest.h>

#include <set>

#include "cli/a_session.h"
#include "ledger/forging.h"
#include "sanaq/cli/key_command.h"

namespace sanaq::cli {
namespace {

TEST(KeyShow, EveryReasonHasASentence) {
  const base::Catalog english;
  std::set<std::string> sentences;
  for (int reason = 0; reason <= static_cast<int>(ledger::CountReason::suspended); ++reason) {
    const std::string text = reason_text(static_cast<ledger::CountReason>(reason), english);
    EXPECT_FALSE(text.empty()) << reason;
    sentences.insert(text);
  }
  // A line of format 1 is not signed, whether it counts or not.
  EXPECT_EQ(sentences.size(), static_cast<std::size_t>(ledger::CountReason::suspended));
}

TEST(KeyShow, BeforeThereIsAnIdItSaysWhenThereWillBe) {
  ASession session;
  ledger::write_format_1(session.folder(), ledger::make_key(session.folder(), "Office A", {}), 2);
  ASSERT_EQ(session.run(add_key, {"key", session.folder()}), 0) << session.error;
  EXPECT_NE(session.output.find("No investigation was founded here yet"), std::string::npos);
  EXPECT_NE(session.output.find("Writers:"), std::string::npos);
  EXPECT_NE(session.output.find("entries: 3; not signed; your key, in "), std::string::npos)
      << session.output;
}

TEST(KeyShow, ANameThatIsAnOrderToTheTerminalIsShownAndNotObeyed) {
  ASession session;
  ledger::write_format_1(session.folder(),
                         ledger::make_key(session.folder(), "\x1b[2Jall is well", {}), 1);
  ASSERT_EQ(session.run(add_key, {"key", session.folder()}), 0) << session.error;
  EXPECT_EQ(session.output.find('\x1b'), std::string::npos);
  EXPECT_NE(session.output.find("all is well"), std::string::npos) << session.output;
}

}  // namespace
}  // namespace sanaq::cli
