#include "sanaq/ledger/vouching.h"

#include <gtest/gtest.h>

#include "ledger/a_folder_of_facts.h"

namespace sanaq::ledger {
namespace {

std::string key(const std::string& name) { return AFolderOfFacts::key(name); }

// A has 6 lines, and forks "one" and "two" that part after line 3. Items: A's founding.
class VouchingTest : public ::testing::Test {
 protected:
  VouchingTest() {
    folder_.found("A");
    folder_.write("A", 5);
    for (const char* name : {"one", "two"}) {
      folder_.fork("A", name, 3);
      folder_.write("A", 2);
      folder_.fork("A", "");
    }
    facts_ = folder_.facts();
    known_.emplace(facts_, check_);
  }
  Vouch vouch(const std::string& person, std::int64_t last, const std::string& fork = "") {
    const std::string name = fork.empty() ? "" : AFolderOfFacts::fork_name(fork);
    return {0, person, key("A"), last, known_->file(key("A"), name)->selfs.at(last)};
  }
  AFolderOfFacts folder_;
  Facts facts_;
  SignatureCheck check_ = AFolderOfFacts::holds;
  std::optional<KnownChains> known_;
};

TEST_F(VouchingTest, CoversAChainUpToTheLineThatIsNamed) {
  const Vouches vouches(*known_, {vouch("B", 2)});
  ASSERT_NE(vouches.of(key("A")), nullptr);
  EXPECT_EQ(vouches.of(key("A"))->last, 2);
  EXPECT_TRUE(vouches.cover({key("A"), 2}, ""));
  EXPECT_TRUE(vouches.cover({key("A"), 2}, AFolderOfFacts::fork_name("two")));
  EXPECT_FALSE(vouches.cover({key("A"), 3}, ""));
  EXPECT_EQ(vouches.of(key("B")), nullptr);
}

TEST_F(VouchingTest, ChoosesTheContinuationThatMostVouchFor) {
  const Vouches vouches(*known_, {vouch("B", 5, "one"), vouch("C", 4, "one"), vouch("D", 6)});
  EXPECT_EQ(vouches.of(key("A"))->file->fork, AFolderOfFacts::fork_name("one"));
  EXPECT_EQ(vouches.of(key("A"))->last, 5);
  EXPECT_TRUE(vouches.cover({key("A"), 5}, AFolderOfFacts::fork_name("one")));
  EXPECT_TRUE(vouches.cover({key("A"), 3}, ""));
  EXPECT_FALSE(vouches.cover({key("A"), 4}, ""));
  EXPECT_FALSE(vouches.cover({key("A"), 4}, AFolderOfFacts::fork_name("two")));
}

TEST_F(VouchingTest, ChoosesNoneWhereAsManyVouchForAnother) {
  const Vouches vouches(*known_, {vouch("B", 5, "one"), vouch("C", 5, "two"), vouch("D", 3)});
  EXPECT_EQ(vouches.of(key("A"))->last, 3);  // what all have in common
  EXPECT_EQ(Vouches(*known_, {vouch("B", 5, "one"), vouch("C", 5, "two")}).of(key("A")), nullptr);
}

TEST_F(VouchingTest, ALineThatIsNotHereIsVouchedForByNobody) {
  Vouch unknown = vouch("B", 5);
  unknown.self = key("another line");
  EXPECT_EQ(Vouches(*known_, {unknown}).of(key("A")), nullptr);
}

}  // namespace
}  // namespace sanaq::ledger
