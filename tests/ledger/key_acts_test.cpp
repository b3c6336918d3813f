#include "sanaq/ledger/key_acts.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/anchor.h"
#include "sanaq/ledger/codes.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

using Kind = KeyEventKind;

KeyEvent event_of(Kind kind, const std::string& key) {
  KeyEvent event;
  event.kind = kind;
  event.key = key;
  return event;
}

// Offices with a folder and a key store each.
class KeyActs : public ::testing::Test {
 protected:
  ALedger ledger_;

  [[nodiscard]] std::string folder(const std::string& office) const {
    return ledger_.folder(office);
  }
  void as(const std::string& office) const {
    ::setenv("SANAQ_KEYS", (ledger_.scratch() / ("keys-" + office)).c_str(), 1);
  }
  [[nodiscard]] Writer writer(const std::string& office) const {
    as(office);
    return Writer(folder(office), {.name = "Office " + office});
  }
  std::string write(const std::string& office, int count) const {
    as(office);
    return ledger_.write(count, office);
  }
  // What merging does where no chain has two continuations.
  void copy_chains(const std::string& from, const std::string& to) const {
    std::filesystem::create_directories(folder(to) + "/ledger");
    for (const auto& file : std::filesystem::directory_iterator(folder(from) + "/ledger")) {
      if (file.path().extension() != ".jsonl") continue;
      const std::string there = folder(to) + "/ledger/" + file.path().filename().string();
      if (std::filesystem::exists(there) && std::filesystem::file_size(there) >= file.file_size())
        continue;
      std::filesystem::copy_file(file.path(), there,
                                 std::filesystem::copy_options::overwrite_existing);
    }
  }
  [[nodiscard]] Standing standing(const std::string& office) const {
    return standing_for_all(folder(office), gather_facts(folder(office)));
  }
  [[nodiscard]] std::size_t counted_statements(const std::string& office) const {
    return statements_in_force(folder(office)).size();
  }
  // B works in a copy of A's folder, A takes it in.
  std::pair<std::string, std::string> two_offices() const {
    const std::string a = write("a", 1);
    copy_chains("a", "b");
    const std::string b = write("b", 2);
    copy_chains("b", "a");
    {
      Writer founder = writer("a");
      KeyEvent event = event_of(Kind::member, b);
      event.began = founder.investigation_id();
      event.name = "Office b";
      enter_key_event(founder, event);
    }
    copy_chains("a", "b");
    return {a, b};
  }
};

TEST_F(KeyActs, AnotherOfficeIsTakenInAndHasAVoice) {
  const auto [a, b] = two_offices();
  for (const char* office : {"a", "b"}) {
    as(office);
    const Standing found = standing(office);
    ASSERT_NE(found.person_of(b), nullptr) << office;
    EXPECT_EQ(found.person_of(b)->voice, Voice::active);
    EXPECT_EQ(found.person_of(b)->name, "Office b");
    EXPECT_EQ(counted_statements(office), 3U);
  }
}

TEST_F(KeyActs, ANewKeyGoesOnInAChainThatRestsOnTheOldOne) {
  const auto [a, b] = two_offices();
  std::string now;
  {
    as("b");
    Writer next = replace_key(folder("b"), {}, "a new computer");
    now = next.id();
    next.append("statement", ALedger::fact(7));
  }
  EXPECT_NE(now, b);
  EXPECT_EQ(write("b", 1), now);  // the old key is found no more
  copy_chains("b", "a");
  as("a");
  Standing found = standing("a");
  EXPECT_EQ(found.keys.at(now).person, b);
  EXPECT_EQ(found.keys.at(b).ends, std::nullopt);  // it ends with the entry that names the new one
  EXPECT_EQ(found.person_of(now)->voice, Voice::resting);
  EXPECT_EQ(found.person_of(now)->unconfirmed, std::set<std::string>{now});
  EXPECT_EQ(counted_statements("a"), 5U);
  {
    Writer founder = writer("a");
    enter_key_event(founder, event_of(Kind::confirmed, now));
  }
  EXPECT_EQ(standing("a").person_of(now)->voice, Voice::active);
}

TEST_F(KeyActs, TheCodeOnPaperBringsTheFounderBack) {
  std::string seed;
  {
    const Writer founder = writer("a");
    ASSERT_TRUE(founder.founding());
    seed = founder.founding()->recovery_seed;
  }
  const std::string a = write("a", 2);
  const std::int64_t last = standing("a").keys.at(a).counts_up_to;
  write("a", 3);  // a thief's
  copy_chains("a", "elsewhere");
  as("elsewhere");  // a new computer: the key store is gone
  const std::string code = recovery_code(seed);
  const Recovery recovery{a, last, parse_recovery_code(code), {}, "the laptop was stolen"};
  std::string now;
  {
    Writer next = recover_key(folder("elsewhere"), {.name = "Office a"}, recovery);
    now = next.id();
    next.append("statement", ALedger::fact(9));
  }
  const Standing found = standing("elsewhere");
  EXPECT_EQ(found.person_of(now)->person, a);
  EXPECT_EQ(found.person_of(now)->voice, Voice::active);
  EXPECT_EQ(found.keys.at(a).counts_up_to, last);
  EXPECT_EQ(found.keys.at(a).ends, CountReason::recovered);
  EXPECT_EQ(counted_statements("elsewhere"), 3U);
}

TEST_F(KeyActs, AnotherCodeBringsNothingBack) {
  const std::string a = write("a", 1);
  const auto before = ALedger::bytes_of(folder("a"));
  try {
    (void)recover_key(folder("a"), {}, {a, 2, random_salt(), {}, ""});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::usage);
  }
  EXPECT_EQ(ALedger::bytes_of(folder("a")), before);
}

TEST_F(KeyActs, BeginningAgainVouchesForWhatCounted) {
  const auto [a, b] = two_offices();
  const std::string old_id = standing("a").id;
  copy_chains("a", "d");
  as("d");
  std::string d;
  {
    Writer again = begin_again(folder("d"), {.name = "Office d"});
    ASSERT_TRUE(again.founding());
    EXPECT_NE(again.founding()->id, old_id);
    d = again.id();
  }
  const Standing found = standing("d");
  EXPECT_NE(found.id, old_id);
  EXPECT_TRUE(found.person_of(d)->is_founder);
  EXPECT_EQ(found.keys.at(a).counts, CountReason::vouched);
  EXPECT_EQ(found.keys.at(b).counts, CountReason::vouched);
  EXPECT_EQ(found.person_of(b), nullptr);
  EXPECT_EQ(counted_statements("d"), 3U);
  EXPECT_TRUE(ALedger::check(folder("d")).is_whole());
}

TEST_F(KeyActs, TwoFoundersAgreeOnOneInvestigation) {
  const std::string a = write("a", 1);
  const std::string b = write("b", 2);  // began apart
  const std::string id_a = standing("a").id;
  as("b");
  const std::string id_b = standing("b").id;
  copy_chains("b", "a");
  {
    Writer founder = writer("a");
    KeyEvent event = event_of(Kind::member, b);
    event.began = id_b;
    enter_key_event(founder, event);
  }
  copy_chains("a", "b");
  as("b");
  EXPECT_EQ(standing("b").id, id_b);
  join_investigation(folder("b"), {}, id_a);
  EXPECT_EQ(standing("b").id, id_a);
  EXPECT_EQ(counted_statements("b"), 3U);
  write("b", 1);
  copy_chains("b", "a");
  as("a");
  EXPECT_EQ(counted_statements("a"), 4U);
  // Whoever comes new finds the one that is left.
  copy_chains("a", "e");
  as("e");
  EXPECT_EQ(standing("e").id, id_a);
  EXPECT_THROW(join_investigation(folder("e"), {}, std::string(64, '1')), base::Error);
}

}  // namespace
}  // namespace sanaq::ledger
