#include "sanaq/ledger/index.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"

namespace sanaq::ledger {
namespace {

// Stand for text's spellings, which this room does not know.
std::string latin(std::string_view word) {
  return word == "Құрманов" ? "Qurmanov" : std::string(word);
}
std::string sound(std::string_view word) {
  return word == "Құрманов" || word == "Kourmanoff" ? "KRMNF" : "";
}

Index open(const ALedger& ledger) {
  base::Progress silent;
  return Index(ledger.folder(), {latin, sound}, silent);
}

}  // namespace

TEST(Index, FindsALatinSpellingOfACyrillicName) {
  const ALedger ledger;
  {
    Writer writer(ledger.folder());
    writer.append("statement",
                  {{"subject", "person:1"}, {"property", "name"}, {"value", "Құрманов"}});
    writer.append("statement", ALedger::fact(1));
  }
  const Index index = open(ledger);
  EXPECT_TRUE(index.was_rebuilt());
  EXPECT_EQ(index.entry_count(), 4);
  for (const char* words :
       {"Qurmanov", "qurm", "құрманов", "person qurmanov", "Kourmanoff", "(Qurmanov),"}) {
    const auto hits = index.search(words, 10);
    ASSERT_EQ(hits.size(), 1U) << words;
    EXPECT_EQ(hits[0].seq, 3);
  }
  EXPECT_TRUE(index.search("nobody", 10).empty());
  EXPECT_TRUE(index.search("", 10).empty());
  EXPECT_TRUE(index.search("\" OR *", 10).empty());
  EXPECT_TRUE(index.search("KRMNF", 10).empty());  // a key is not what people write
}

TEST(Index, IsRebuiltWhenMissingOldOrDamagedAndOnlyThen) {
  const ALedger ledger;
  ledger.write(3);
  EXPECT_TRUE(open(ledger).was_rebuilt());
  EXPECT_FALSE(open(ledger).was_rebuilt());
  ledger.write(1);
  EXPECT_TRUE(open(ledger).was_rebuilt());
  EXPECT_EQ(open(ledger).entry_count(), 6);
  ledger.scratch().write("case/.sanaq/ledger.sqlite", "this is no database");
  EXPECT_TRUE(open(ledger).was_rebuilt());
  std::filesystem::remove_all(ledger.folder() + "/.sanaq");
  EXPECT_TRUE(open(ledger).was_rebuilt());
}

}  // namespace sanaq::ledger
