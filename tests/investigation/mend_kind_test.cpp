#include "sanaq/investigation/mend_kind.h"

#include <gtest/gtest.h>

#include "investigation/a_mended_town.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/settings_changes.h"

namespace sanaq::investigation {
namespace {

// A list with one fault in many cells, and another in one.
class AFaultyTown : public AMendedTown {
 public:
  AFaultyTown() {
    std::string rows = "id,name,sex,birth,place\n";
    for (int at = 1; at <= 54; ++at)
      rows += std::to_string(at) + ",Name" + std::to_string(at) + " Of" + std::to_string(at * 3) +
              "," + (at % 2 == 0 ? "8" : "9") + "," + (at == 7 ? "long ago" : "1970-01-01") +
              ",Square\n";
    scratch.write("town/lists/hospital.csv", rows);
  }
  [[nodiscard]] std::string toml() const { return read_settings(folder).toml; }
};

const BadKind* find(const std::vector<BadKind>& kinds, const std::string& text) {
  for (const BadKind& kind : kinds) {
    if (kind.text == text) return &kind;
  }
  return nullptr;
}

TEST(MendKind, OneFaultIsOneLineWithItsRows) {
  AFaultyTown town;
  const std::vector<BadKind> kinds = bad_kinds(town.ingested());
  ASSERT_EQ(kinds.size(), 3U);
  EXPECT_EQ(kinds[0].rows.size(), 27U);
  EXPECT_EQ(kinds[0].list, "hospital");
  EXPECT_EQ(kinds[0].field, "sex");
  EXPECT_EQ(kinds[2].text, "long ago");
  EXPECT_EQ(kinds[2].rows, (std::vector<std::int64_t>{8}));
}

TEST(MendKind, OneAnswerMendsThemAllAndItsEffectIsKnownBefore) {
  AFaultyTown town;
  const std::string before = town.toml();
  const KindEffect effect = effect_of(
      town.ingested(), {KindAnswer::means, "hospital", "sex", "8", "m", ""}, before, town.silent);
  EXPECT_EQ(effect.readable, 27);
  EXPECT_EQ(effect.unreadable, 0);
  EXPECT_EQ(effect.left, 0);
  EXPECT_EQ(settings::spelled(effect.edit.path), "list.hospital.values.sex.8");
  EXPECT_EQ(town.toml(), before);  // nothing is written
  const SettingsFile file = read_settings(town.folder);
  EXPECT_EQ(
      save_settings(file, town.folder, effect.toml, settings::spelled(effect.edit.path)).number, 1);
  const Outcome after = town.ingested();
  EXPECT_EQ(find(bad_kinds(after), "8"), nullptr);
  EXPECT_NE(find(bad_kinds(after), "9"), nullptr);
  (void)undo_settings(town.folder, 1);
  EXPECT_EQ(town.toml(), before);
}

TEST(MendKind, AnAnswerThatDoesNotHelpSaysSo) {
  AFaultyTown town;
  const KindEffect effect =
      effect_of(town.ingested(), {KindAnswer::means, "hospital", "sex", "8", "perhaps", ""},
                town.toml(), town.silent);
  EXPECT_EQ(effect.readable, 0);
  EXPECT_EQ(effect.left, 27);
  EXPECT_FALSE(effect.reason.id.empty());
}

TEST(MendKind, AWordForNobodyHoldsForAllLists) {
  AFaultyTown town;
  const KindEffect effect =
      effect_of(town.ingested(), {KindAnswer::nobody, "hospital", "birth", "long ago", "", ""},
                town.toml(), town.silent);
  EXPECT_EQ(effect.readable, 1);
  EXPECT_EQ(effect.edit.value.toml, "[\"long ago\"]");
  EXPECT_NE(effect.toml.find("[words]\nnobody = [\"long ago\"]\n"), std::string::npos);
}

TEST(MendKind, AnOrderOfDatesIsOneOfThree) {
  AFaultyTown town;
  town.scratch.write("town/lists/hospital.csv",
                     "id,name,birth\n1,Aibar Tanbaev,03/02/1970\n2,Alibek Munarov,05/06/1981\n");
  const Outcome outcome = town.ingested();
  const std::vector<BadKind> kinds = bad_kinds(outcome);
  if (!kinds.empty()) {
    const KindEffect effect =
        effect_of(outcome, {KindAnswer::dates, "hospital", "birth", kinds[0].text, "dmy", ""},
                  town.toml(), town.silent);
    EXPECT_EQ(effect.left, 0);
    EXPECT_EQ(effect.readable, static_cast<std::int64_t>(outcome.lists[0].bad_cells.size()));
    EXPECT_EQ(AMendedTown::kind_of([&] {
                (void)effect_of(outcome,
                                {KindAnswer::dates, "hospital", "birth", kinds[0].text, "dym", ""},
                                town.toml(), town.silent);
              }),
              base::Kind::bad_input);
  }
  EXPECT_EQ(AMendedTown::kind_of([&] {
              (void)effect_of(outcome, {KindAnswer::means, "hospital", "birth", "none", "m", ""},
                              town.toml(), town.silent);
            }),
            base::Kind::not_found);
}

TEST(MendKind, RowsThatAreNoPersonsAreOneDecision) {
  AFaultyTown town;
  const Outcome before = town.linked();
  KindEffect effect =
      effect_of(before, {KindAnswer::no_person, "hospital", "sex", "9", "", "totals"}, town.toml(),
                town.silent);
  EXPECT_EQ(effect.decision.records.size(), 27U);
  EXPECT_EQ(effect.readable, 28);  // the one with another fault, too
  EXPECT_EQ(effect.rows.size(), 10U);
  EXPECT_TRUE(effect.toml.empty());
  {
    ledger::Writer writer(town.folder);
    writer.append("decision", ledger::body_of(effect.decision));
  }
  const Outcome after = town.linked();
  EXPECT_EQ(after.lists[0].no_person, 27);
  EXPECT_EQ(after.lists[0].out_of_scope, before.lists[0].out_of_scope);
  EXPECT_EQ(after.no_person.size(), 27U);
  EXPECT_EQ(find(bad_kinds(after), "9"), nullptr);
  EXPECT_EQ(find(bad_kinds(town.ingested()), "9"), nullptr);
  EXPECT_NE(find(bad_kinds(after), "8"), nullptr);
  EXPECT_LT(after.persons.size(), before.persons.size());
}

}  // namespace
}  // namespace sanaq::investigation
