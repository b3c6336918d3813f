#include "sanaq/investigation/history.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "help/small_investigation.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {
namespace {

class History : public testing::Test {
 protected:
  History() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  [[nodiscard]] std::vector<HistoryEntry> now() const {
    return history_of(folder_, [](const std::string& identity) { return "row " + identity; });
  }
  [[nodiscard]] static std::string words(const std::vector<HistoryEntry>& history) {
    std::string text;
    for (const HistoryEntry& entry : history) text += entry.words.english() + "\n";
    return text;
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
};

TEST_F(History, AFolderWithoutALedgerHasNone) { EXPECT_TRUE(now().empty()); }

TEST_F(History, EveryKindOfEntryIsSaidInWords) {
  base::Progress silent;
  const base::Catalog english;
  enter_steps(estimate_total(folder_, {silent, english}),
              [this] { return ledger::Writer(folder_); });
  const std::string text = words(now());
  for (const char* said : {"the investigation was founded", "the list hospital came in: 4 rows",
                           "the lists were read: 11 records", "the records were linked: "})
    EXPECT_NE(text.find(said), text.npos) << said << " is not in\n" << text;
  EXPECT_EQ(text.find("done: "), text.npos) << text;
}

TEST_F(History, TheNewestIsFirstAndWhatWasTakenBackSaysSo) {
  ledger::Writer writer(folder_);
  ledger::Decision decision;
  decision.records = {std::string(32, 'a'), std::string(32, 'b')};
  decision.reason = "one mother";
  decision.by = "A. Reviewer";
  const ledger::Entry decided = writer.append("decision", ledger::body_of(decision));
  const ledger::Entry back =
      ledger::retract(writer, {decided.writer, decided.seq}, "a slip", "A. Reviewer");
  std::vector<HistoryEntry> history = now();
  ASSERT_GE(history.size(), 2U);
  EXPECT_EQ(history[0].kind, "retraction");
  EXPECT_TRUE(history[1].is_taken_back);
  EXPECT_EQ(history[1].who, "A. Reviewer");
  EXPECT_EQ(history[1].details,
            (std::vector<std::string>{"row " + std::string(32, 'a'), "row " + std::string(32, 'b'),
                                      "one mother"}));
  ledger::retract(writer, {back.writer, back.seq}, "it was right", "A. Reviewer");
  history = now();
  EXPECT_TRUE(history[1].is_taken_back);
  EXPECT_FALSE(history[2].is_taken_back) << "a retraction of a retraction restores";
}

}  // namespace
}  // namespace sanaq::investigation
