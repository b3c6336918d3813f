#include "sanaq/ledger/merge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/reader.h"
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
    ledger.write(counts[1] + 1, "a", 50);
    (void)ledger.copy("a", "b");
    (void)ledger.copy("kept", "a");
  } else {
    ledger.write(counts[1], "b", 50);
  }
  ledger.write(counts[2], "c", 70);
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
  EXPECT_EQ(report.chains[0].fork_seq, 4);
  EXPECT_EQ(statements_in_force(ledger.folder("a")).size(), 2U);
  const VerifyReport check = ALedger::check(ledger.folder("a"));
  ASSERT_EQ(check.findings.size(), 1U);
  EXPECT_EQ(check.findings[0].line, 4);
  EXPECT_EQ(fork_points(ledger.folder("a")).begin()->second, 4);
  // Whoever writes on begins a new chain.
  EXPECT_NE(ledger.write(1, "a"), report.chains[0].writer);
}

TEST(Merge, AnErasureTakesTheBodyOutOfEveryCopy) {
  const ALedger ledger;
  const std::string first = ledger.write(2, "a");
  (void)ledger.copy("a", "b");
  {
    Writer writer(ledger.folder("b"));
    writer.append("erasure", erasure_body({first, 2}, "an endangered witness", "B. Tester"));
    writer.erase_body(first, 2);
  }
  const MergeReport report = merge(ledger.folder("a"), ledger.folder("b"));
  EXPECT_TRUE(ALedger::check(ledger.folder("a")).findings.empty());
  EXPECT_EQ(statements_in_force(ledger.folder("a")).size(), 1U);
  merge(ledger.folder("b"), ledger.folder("a"));
  EXPECT_EQ(ALedger::bytes_of(ledger.folder("a")), ALedger::bytes_of(ledger.folder("b")));
}

TEST(Merge, BringsTheFilesThatEntriesName) {
  const ALedger ledger;
  ledger.write(1, "a");
  ledger.write(1, "b");
  const std::string name = std::string(64, '7') + ".txt";
  ledger.scratch().write("b/evidence/" + name, "x");
  merge(ledger.folder("a"), ledger.folder("b"));
  EXPECT_EQ(base::read_file(ledger.folder("a") + "/evidence/" + name), "x");
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
