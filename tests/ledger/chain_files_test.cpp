#include "sanaq/ledger/chain_files.h"

#include <gtest/gtest.h>

#include "help/scratch.h"

namespace sanaq::ledger {

TEST(ChainFiles, AreFoundByNameMainChainFirst) {
  const help::Scratch scratch;
  const std::string a(64, 'a'), b(64, 'b'), c(64, 'c');
  scratch.write("ledger/" + b + ".chain.jsonl", "");
  scratch.write("ledger/" + a + ".fork-" + c + ".chain.jsonl", "");
  scratch.write("ledger/" + a + ".chain.jsonl", "");
  scratch.write("ledger/" + a + ".bodies.jsonl", "");
  scratch.write("ledger/notes.txt", "");
  scratch.write("ledger/x.chain.jsonl", "");
  const auto files = chain_files(scratch.path());
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0].writer, a);
  EXPECT_EQ(files[0].fork, "");
  EXPECT_EQ(files[1].fork, c);
  EXPECT_EQ(files[2].writer, b);
  EXPECT_EQ(foreign_files(scratch.path()),
            (std::vector<std::string>{"notes.txt", "x.chain.jsonl"}));
}

TEST(ChainFiles, LinesAreCountedAndATornOneIsSeen) {
  Lines lines("one\n\ntorn");
  Line line;
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line.text, "one");
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line.text, "");
  ASSERT_TRUE(lines.next(line));
  EXPECT_EQ(line.number, 3);
  EXPECT_FALSE(line.is_ended);
  EXPECT_FALSE(lines.next(line));
  EXPECT_EQ(last_whole_line("one\ntwo\nto"), "two");
  EXPECT_EQ(last_whole_line("one\n"), "one");
  EXPECT_EQ(last_whole_line("to"), "");
}

}  // namespace sanaq::ledger
