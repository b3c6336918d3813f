#include "sanaq/base/translation_state.h"

#include <gtest/gtest.h>

namespace sanaq::base {
namespace {

PoEntry entry(const std::string& id, const std::string& form, const std::string& remark = "") {
  PoEntry made;
  made.id = id;
  made.forms = {form};
  if (!remark.empty()) made.remarks = {remark};
  return made;
}

TEST(TranslationState, IsMissingMachineReviewedOrStale) {
  const std::string hash = source_hash(entry("held", ""));
  EXPECT_EQ(hash.size(), 16U);
  EXPECT_EQ(state_of(entry("held", "")), TranslationState::missing);
  EXPECT_EQ(state_of(entry("held", "содержится")), TranslationState::machine);
  EXPECT_EQ(state_of(entry("held", "содержится", "sanaq: machine " + hash)),
            TranslationState::machine);
  EXPECT_EQ(state_of(entry("held", "содержится", "sanaq: reviewed " + hash)),
            TranslationState::reviewed);
  EXPECT_EQ(state_of(entry("is held", "содержится", "sanaq: reviewed " + hash)),
            TranslationState::stale);
  EXPECT_EQ(state_of(entry("is held", "содержится", "sanaq: machine " + hash)),
            TranslationState::stale);
  PoEntry guessed = entry("held", "содержится", "sanaq: reviewed " + hash);
  guessed.is_fuzzy = true;
  EXPECT_EQ(state_of(guessed), TranslationState::stale);
}

TEST(TranslationState, AFormThatIsEmptyIsMissing) {
  PoEntry days = entry("{} day", "{} день");
  days.plural = "{} days";
  days.forms.push_back("");
  EXPECT_EQ(state_of(days), TranslationState::missing);
}

TEST(TranslationState, TheHashIsOfContextTextAndPlural) {
  PoEntry in_context = entry("held", "");
  in_context.context = "custody";
  PoEntry plural = entry("held", "");
  plural.plural = "helds";
  EXPECT_NE(source_hash(in_context), source_hash(entry("held", "")));
  EXPECT_NE(source_hash(plural), source_hash(entry("held", "")));
}

TEST(TranslationState, TheCountAddsUpAndAPluralThatChangedIsStale) {
  PoEntry days = entry("{} day", "{} күн");
  days.plural = "{} days";
  days.remarks = {"sanaq: reviewed " + source_hash(days)};
  PoEntry wanted_days = days;
  wanted_days.plural = "{} whole days";
  const std::vector<PoEntry> wanted = {entry("a", ""), entry("b", ""), entry("c", ""), wanted_days};
  const std::vector<PoEntry> translated = {
      entry("a", "а"), entry("b", "б", "sanaq: reviewed " + source_hash(entry("b", ""))), days,
      entry("nobody asks for this", "x")};
  const TranslationCount count = count_translations(wanted, translated);
  EXPECT_EQ(count.total, 4);
  EXPECT_EQ(count.missing, 1);
  EXPECT_EQ(count.machine, 1);
  EXPECT_EQ(count.reviewed, 1);
  EXPECT_EQ(count.stale, 1);
  const auto missing = missing_translations(wanted, translated);
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].id, "c");
}

}  // namespace
}  // namespace sanaq::base
