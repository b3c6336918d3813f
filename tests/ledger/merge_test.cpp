#include "sanaq/ledger/merge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>

#include "ledger/a_ledger.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/merge_stage.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/recovery.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

// Three offices that began as copies of one and worked apart; `forks` of them as if the first one's
// key were theirs.
void work_apart(const ALedger& ledger, const std::vector<int>& counts, bool with_fork) {
  ledger.write(2, "a");
  (void)ledger.copy("a", "b");
  (void)ledger.copy("a", "c");
  (void)ledger.copy("a", "origin");
  ledger.write(counts[0], "a");
  if (with_fork) {
    // The key is used in two places: a's continuation is set aside while b's is written under the
    // same name.
    (void)ledger.copy("a", "kept");
    (void)ledger.copy("origin", "a");
    ledger.forget("a");
    ledger.write(counts[1] + 1, "a", 50);
    (void)ledger.copy("a", "b");
    (void)ledger.copy("kept", "a");
    ledger.forget("a");
  } else {
    ledger.write(counts[1], "b", 50);
  }
  ledger.write(counts[2], "c", 70);
}

// Offices a and b, which have something of everything that a merge does: chains that go on on
// either side, a new writer, a body that only b still has, an erasure by b of an entry of a's, a
// document that a lacks and one that stands at a with other bytes; and a fork, where asked.
void differ_in_everything(const ALedger& ledger, bool with_fork) {
  const std::string first = ledger.write(4, "a");
  (void)ledger.copy("a", "b");
  work_apart(ledger, {1, 1, 0}, with_fork);
  (void)ledger.copy("b", "other");  // begins a third chain at b
  Writer writer(ledger.folder("other"));
  const std::string right = ledger.scratch().write("right.txt", "what the witness photographed");
  const std::string second = ledger.scratch().write("second.txt", "a second document");
  (void)add_document(writer, right, {});
  (void)add_document(writer, second, {});
  writer.append("erasure", erasure_body({first, 3}, "an endangered witness", "B. Tester"));
  EXPECT_EQ(writer.remove_erased_bodies().size(), 1U);
  ledger.scratch().write("a/evidence/" + base::sha256_of_file(right) + ".txt", "something else");
  // a has lost a body; b has it.
  const std::string path = ledger.bodies_path(first, "a");
  std::string bodies = base::read_file(path);
  const std::size_t third = bodies.find(R"("seq":4})");
  const std::size_t start = bodies.rfind('\n', third) + 1;
  bodies.erase(start, bodies.find('\n', start) + 1 - start);
  ledger.scratch().write("a/ledger/" + first + ".bodies.jsonl", bodies);
}

// A process that is killed needs no sync: what it had written is there.
constexpr base::DiskFaults quick = {.skips_sync = true};

struct QuickDisk {
  QuickDisk() { base::set_disk_faults(quick); }
  ~QuickDisk() { base::set_disk_faults({}); }
};

std::map<std::string, std::string> bytes_without_aside(const std::string& folder) {
  auto files = ALedger::bytes_of(folder);
  std::erase_if(files, [](const auto& file) {
    return file.first.starts_with(".sanaq/aside/") ||
           file.first.find(".unfinished-") != std::string::npos;
  });
  return files;
}

// Two sets of files that should be one, named where they are not.
void expect_same(const std::map<std::string, std::string>& left,
                 const std::map<std::string, std::string>& right) {
  for (const auto& [name, bytes] : left) {
    const auto other = right.find(name);
    EXPECT_TRUE(other != right.end() && other->second == bytes) << name;
  }
  for (const auto& [name, bytes] : right) EXPECT_TRUE(left.contains(name)) << name;
}

void put_right(const std::string& folder) {
  (void)finish_merge(folder);
  for (const ChainFile& file : chain_files(folder)) (void)recover(file);
}

std::set<std::string> damage_in(const std::string& folder) {
  std::set<std::string> damage;
  for (const Finding& finding : ALedger::check(folder).findings) {
    if (finding.weight == Weight::damage)
      damage.insert(finding.file + ": " + finding.what.english());
  }
  return damage;
}

// After an interruption: it can be read at once; the next that writes leaves it as it was before or
// as it is after, and merging again leads to the same. True: it was carried out.
bool expect_before_or_after(const ALedger& ledger, const std::string& name, bool with_fork,
                            const std::map<std::string, std::string>& before,
                            const std::map<std::string, std::string>& after) {
  const std::string folder = ledger.folder(name);
  EXPECT_NO_THROW(for_each_entry(folder, [](const Entry&) {}));
  if (!with_fork) {
    const std::set<std::string> known = damage_in(ledger.folder("a"));
    for (const std::string& damage : damage_in(folder))
      EXPECT_TRUE(known.contains(damage)) << damage;
  }
  put_right(folder);
  const auto now = bytes_without_aside(folder);
  const bool is_after = now == after;
  EXPECT_TRUE(is_after || now == before);
  EXPECT_NE(stage_state(folder), StageState::decided);
  merge(folder, ledger.folder("other"));
  expect_same(bytes_without_aside(folder), after);
  return is_after;
}

std::map<std::string, std::string> merged(const ALedger& ledger,
                                          const std::vector<std::string>& order) {
  (void)ledger.copy(order[0], "result");
  for (std::size_t at = 1; at < order.size(); ++at)
    merge(ledger.folder("result"), ledger.folder(order[at]));
  return ALedger::bytes_of(ledger.folder("result"));
}

}  // namespace

RC_GTEST_PROP(Merge, IsCommutativeAssociativeAndIdempotentToTheByte, ()) {
  rc::Gen<int> few = rc::gen::inRange(0, 3);
  const std::vector<int> counts = {*few, *few, *few};
  const bool with_fork = *rc::gen::arbitrary<bool>();
  static int runs = 0;
  if (++runs > 12) return;  // each writes hundreds of synced files
  const ALedger ledger;
  work_apart(ledger, counts, with_fork);
  const auto union_of_all = merged(ledger, {"a", "b", "c"});
  for (const auto& order : std::vector<std::vector<std::string>>{
           {"c", "b", "a"}, {"b", "a", "c"}, {"a", "c", "b"}, {"a", "b", "c", "a", "b"}}) {
    RC_ASSERT(merged(ledger, order) == union_of_all);
  }
  (void)merged(ledger, {"b", "c"});
  (void)ledger.copy("result", "bc");
  RC_ASSERT(merged(ledger, {"a", "bc"}) == union_of_all);
  const bool is_whole = ALedger::check(ledger.folder("result")).is_whole();
  RC_ASSERT(is_whole != (with_fork && counts[0] > 0));
}

TEST(Merge, PreviewsWhatComesInAndWritesNothing) {
  const ALedger ledger;
  ledger.write(1, "a");
  (void)ledger.copy("a", "b");
  const std::string second = ledger.write(3, "b");
  const auto before = ALedger::bytes_of(ledger.folder("a"));
  const MergeReport report = preview_merge(ledger.folder("a"), ledger.folder("b"));
  ASSERT_EQ(report.chains.size(), 1U);
  EXPECT_EQ(report.chains[0].writer, second);
  EXPECT_EQ(report.chains[0].new_entries, 4);
  EXPECT_EQ(ALedger::bytes_of(ledger.folder("a")), before);
  merge(ledger.folder("a"), ledger.folder("b"));
  EXPECT_TRUE(preview_merge(ledger.folder("a"), ledger.folder("b")).changes_nothing());
}

TEST(Merge, AForkIsKeptNamedAndNotBelieved) {
  const ALedger ledger;
  work_apart(ledger, {2, 1, 0}, true);
  const MergeReport report = merge(ledger.folder("a"), ledger.folder("b"));
  ASSERT_EQ(report.chains.size(), 1U);
  EXPECT_EQ(report.chains[0].fork_seq, 5);
  EXPECT_EQ(statements_in_force(ledger.folder("a")).size(), 2U);
  const VerifyReport check = ALedger::check(ledger.folder("a"));
  ASSERT_EQ(check.findings.size(), 1U);
  EXPECT_EQ(check.findings[0].line, 5);
  EXPECT_EQ(standing_here(ledger.folder("a")).keys.at(report.chains[0].writer).first_parting, 5);
  // Whoever writes on begins a new chain.
  EXPECT_NE(ledger.write(1, "a"), report.chains[0].writer);
}

TEST(Merge, AnErasureTakesTheBodyOutOfEveryCopy) {
  const ALedger ledger;
  const std::string first = ledger.write(2, "a");
  (void)ledger.copy("a", "b");
  {
    Writer writer(ledger.folder("b"));
    writer.append("erasure", erasure_body({first, 3}, "an endangered witness", "B. Tester"));
    EXPECT_EQ(writer.remove_erased_bodies().size(), 1U);
  }
  const MergeReport report = merge(ledger.folder("a"), ledger.folder("b"));
  EXPECT_TRUE(ALedger::check(ledger.folder("a")).findings.empty());
  EXPECT_EQ(statements_in_force(ledger.folder("a")).size(), 1U);
  merge(ledger.folder("b"), ledger.folder("a"));
  EXPECT_EQ(ALedger::bytes_of(ledger.folder("a")), ALedger::bytes_of(ledger.folder("b")));
}

TEST(Merge, AFailureOfTheDiskAtAnyCallLeavesBeforeOrAfter) {
  const QuickDisk quick_disk;
  for (const bool with_fork : {false, true}) {
    const ALedger ledger;
    differ_in_everything(ledger, with_fork);
    const auto before = bytes_without_aside(ledger.copy("a", "result"));
    base::set_disk_faults(quick);
    merge(ledger.folder("result"), ledger.folder("other"));
    const std::int64_t calls = base::disk_call_count();
    const auto after = bytes_without_aside(ledger.folder("result"));
    ASSERT_NE(before, after);
    int carried_out = 0;
    for (std::int64_t call = 1; call <= calls; ++call) {
      for (const std::int64_t count : {1, 1'000'000}) {
        SCOPED_TRACE(
            fmt::format("call {} of {}, failing {}, fork {}", call, calls, count, with_fork));
        (void)ledger.copy("a", "broken");
        base::set_disk_faults({.first = call,
                               .count = count,
                               .writes_half_first = call % 2 == 0,
                               .skips_sync = true});
        try {
          merge(ledger.folder("broken"), ledger.folder("other"));
        } catch (const base::Error& error) {
          EXPECT_EQ(error.kind(), base::Kind::io);
        }
        base::set_disk_faults(quick);
        carried_out += expect_before_or_after(ledger, "broken", with_fork, before, after) ? 1 : 0;
      }
    }
    EXPECT_GT(carried_out, calls / 2);
    EXPECT_LT(carried_out, 2 * calls);
  }
}

TEST(Merge, KilledAtAnyCallItLeavesBeforeOrAfter) {
  const QuickDisk quick_disk;
  for (const bool with_fork : {false, true}) {
    const ALedger ledger;
    differ_in_everything(ledger, with_fork);
    const auto before = bytes_without_aside(ledger.copy("a", "result"));
    merge(ledger.folder("result"), ledger.folder("other"));
    const auto after = bytes_without_aside(ledger.folder("result"));
    bool is_killed = true;
    std::int64_t call = 0;
    while (is_killed) {
      SCOPED_TRACE(fmt::format("killed at call {}, fork {}", ++call, with_fork));
      (void)ledger.copy("a", "broken");
      const pid_t child = ::fork();
      ASSERT_GE(child, 0);
      if (child == 0) {
        base::set_disk_faults({.first = call, .skips_sync = true, .ends_process = true});
        merge(ledger.folder("broken"), ledger.folder("other"));
        ::_exit(0);
      }
      int status = 0;
      ::waitpid(child, &status, 0);
      is_killed = WEXITSTATUS(status) == 137;
      ASSERT_TRUE(is_killed || status == 0);
      EXPECT_TRUE(expect_before_or_after(ledger, "broken", with_fork, before, after) || is_killed);
    }
    EXPECT_GT(call, 40);
  }
}

// The one that carries it out may be killed as well.
TEST(Merge, KilledTwiceItIsStillCarriedOut) {
  const QuickDisk quick_disk;
  const ALedger ledger;
  differ_in_everything(ledger, true);
  (void)ledger.copy("a", "result");
  merge(ledger.folder("result"), ledger.folder("other"));
  const auto after = bytes_without_aside(ledger.folder("result"));
  // Where the first is killed: right behind the decision, found as the first call from which it
  // stands.
  std::int64_t decided_at = 0;
  for (std::int64_t call = 1; decided_at == 0; ++call) {
    (void)ledger.copy("a", "decided");
    base::set_disk_faults({.first = call, .count = 1'000'000, .skips_sync = true});
    EXPECT_THROW(merge(ledger.folder("decided"), ledger.folder("other")), base::Error);
    base::set_disk_faults(quick);
    if (stage_state(ledger.folder("decided")) == StageState::decided) decided_at = call;
  }
  bool fails = true;
  for (std::int64_t call = 1; fails; ++call) {
    SCOPED_TRACE(call);
    (void)ledger.copy("decided", "broken");
    base::set_disk_faults({.first = call, .count = 1'000'000, .skips_sync = true});
    fails = false;
    try {
      (void)finish_merge(ledger.folder("broken"));
    } catch (const base::Error&) {
      fails = true;
    }
    base::set_disk_faults(quick);
    EXPECT_NO_THROW(for_each_entry(ledger.folder("broken"), [](const Entry&) {}));
    put_right(ledger.folder("broken"));
    expect_same(bytes_without_aside(ledger.folder("broken")), after);
  }
}

TEST(Merge, ACopyOfAFolderWithADecidedMergeBringsBothIn) {
  const QuickDisk quick_disk;
  const ALedger ledger;
  differ_in_everything(ledger, false);
  (void)ledger.copy("a", "result");
  merge(ledger.folder("result"), ledger.folder("other"));
  const auto after = bytes_without_aside(ledger.folder("result"));
  for (std::int64_t call = 1;; ++call) {
    (void)ledger.copy("a", "decided");
    base::set_disk_faults({.first = call, .count = 1'000'000, .skips_sync = true});
    try {
      merge(ledger.folder("decided"), ledger.folder("other"));
    } catch (const base::Error&) {
    }
    base::set_disk_faults(quick);
    if (stage_state(ledger.folder("decided")) != StageState::decided) continue;
    (void)ledger.copy("a", "third");
    merge(ledger.folder("third"), ledger.folder("decided"));
    expect_same(bytes_without_aside(ledger.folder("third")), after);
    return;
  }
}

TEST(Merge, APlantedStageTakesNothingAway) {
  const ALedger ledger;
  const std::string writer = ledger.write(4);
  const std::string chain = base::read_file(ledger.chain_path(writer));
  const auto before = ALedger::bytes_of(ledger.folder());
  const std::string staged = "case/ledger/merge.unfinished/ledger/" + writer;
  for (const std::string& text : {std::string(), chain.substr(0, chain.find('\n') + 1),
                                  std::string("no chain\n"), chain.substr(chain.find('\n') + 1)}) {
    ledger.scratch().write(staged + ".chain.jsonl", text);
    ledger.scratch().write(staged + ".bodies.jsonl", "");
    ledger.scratch().write("case/ledger/merge.unfinished/decided", "sanaq merge 1\n");
    { const Writer again(ledger.folder()); }
    expect_same(bytes_without_aside(ledger.folder()), before);
  }
}

TEST(Merge, WhatIsNotOursInTheStagesPlaceStays) {
  const ALedger ledger;
  ledger.write(1);
  const std::string thesis =
      ledger.scratch().write("case/ledger/merge.unfinished/thesis.txt", "three years of work");
  for (int time = 0; time < 2; ++time) {
    const Writer writer(ledger.folder());
    ASSERT_EQ(writer.recovered().size(), 1U);
    EXPECT_EQ(writer.recovered()[0].arguments[0], "ledger/merge.unfinished/thesis.txt");
  }
  EXPECT_EQ(base::read_file(thesis), "three years of work");
}

TEST(Merge, ADamagedChainIsNotMerged) {
  const ALedger ledger;
  ledger.write(1, "a");
  const std::string writer = ledger.write(3, "b");
  std::string text = base::read_file(ledger.chain_path(writer, "b"));
  text.erase(0, text.find('\n') + 1);
  ledger.scratch().write("b/ledger/" + writer + ".chain.jsonl", text);
  try {
    merge(ledger.folder("a"), ledger.folder("b"));
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::corrupt);
    EXPECT_EQ(error.message().arguments[1], "1");
  }
  EXPECT_THROW(merge(ledger.folder("a"), ledger.folder("nothing")), base::Error);
}

}  // namespace sanaq::ledger
