#include "sanaq/ledger/chain_scan.h"

#include <gtest/gtest.h>

#include "ledger/forging.h"

namespace sanaq::ledger {
namespace {

class AChain : public testing::Test {
 protected:
  AChain() : writer_(ledger_.write(3)), path_(ledger_.chain_path(writer_)) {
    text_ = base::read_file(path_);
  }
  [[nodiscard]] ScannedChain scan() const {
    return scan_chain(chain_file(ledger_.folder(), writer_));
  }
  void put(const std::string& text) const { base::write_file_whole(path_, text); }
  [[nodiscard]] std::size_t begin_of_line(int number) const {
    std::size_t at = 0;
    for (int line = 1; line < number; ++line) at = text_.find('\n', at) + 1;
    return at;
  }

  ALedger ledger_;
  std::string writer_, path_, text_;
};

TEST_F(AChain, IsAuthenticUpToItsLastSignedLine) {
  const ScannedChain chain = scan();
  EXPECT_EQ(chain.line_count, 5);
  EXPECT_EQ(chain.end, 5);
  EXPECT_EQ(chain.end_offset, text_.size());
  EXPECT_EQ(chain.first_signed, 1);
  ASSERT_TRUE(chain.opening);
  EXPECT_EQ(chain.opening->kind, KeyEventKind::founded);
  EXPECT_EQ(chain.id, line_hash(text_.substr(0, text_.find('\n'))));
  EXPECT_EQ(chain.last_hash, line_hash(last_whole_line(text_)));
  EXPECT_FALSE(chain.is_interrupted);
}

TEST_F(AChain, EndsBeforeLinesThatNobodySigned) {
  Forger forger(ledger_.folder(), writer_);
  forger.add("statement", ALedger::fact(7));
  const Signer another = signer_of("a thief");
  forger.add("statement", ALedger::fact(8), &another);
  const ScannedChain chain = scan();
  EXPECT_EQ(chain.line_count, 7);
  EXPECT_EQ(chain.end, 5);
  EXPECT_EQ(chain.end_offset, text_.size());
  EXPECT_FALSE(chain.is_interrupted);
}

TEST_F(AChain, ALineWithinThatWasChangedIsToldFromAnEndThatWas) {
  for (const int line : {2, 3, 4, 5}) {
    std::string changed = text_;
    char& letter = changed[begin_of_line(line) + 40];
    letter = letter == 'x' ? 'y' : 'x';
    put(changed);
    const ScannedChain chain = scan();
    EXPECT_EQ(chain.end, line - 1) << line;
    EXPECT_EQ(chain.is_interrupted, line < 5) << line;
  }
}

TEST_F(AChain, LineEndsOfAMailerAreKnown) {
  std::string mailed;
  for (const char letter : text_) mailed += letter == '\n' ? "\r\n" : std::string(1, letter);
  put(mailed);
  const ScannedChain chain = scan();
  EXPECT_TRUE(chain.has_crlf);
}

TEST_F(AChain, KnowsItsOwnLinesAlone) {
  const ScannedChain chain = scan();
  EXPECT_TRUE(has_line(chain, 5, chain.last.self));
  EXPECT_FALSE(has_line(chain, 4, chain.last.self));
  EXPECT_FALSE(has_line(chain, 6, chain.last.self));
}

TEST_F(AChain, LinesAreFoundByTheirNumbers) {
  const auto lines = lines_numbered(text_, {1, 4, 9});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines.at(1), text_.substr(0, text_.find('\n')));
  EXPECT_EQ(parse_chain_line(lines.at(4))->seq, 4);
}

TEST_F(AChain, BodiesAreFoundWhereverTheyStandAndOnlyThoseThatFit) {
  std::vector<Entry> entries;
  for (const std::int64_t seq : {3, 4})
    entries.push_back(*parse_chain_line(lines_numbered(text_, {seq}).begin()->second));
  const std::string bodies = base::read_file(ledger_.bodies_path(writer_));
  const auto third = lines_numbered(bodies, {3, 4});
  fill_bodies(entries, std::string(third.at(4)) + "\n" + std::string(third.at(3)) + "\n");
  EXPECT_TRUE(entries[0].body && entries[1].body);
  for (Entry& entry : entries) entry.body.reset();
  std::string spoilt(third.at(3));
  spoilt[20] = spoilt[20] == 'x' ? 'y' : 'x';
  fill_bodies(entries, spoilt + "\n");
  EXPECT_FALSE(entries[0].body || entries[1].body);
}

}  // namespace
}  // namespace sanaq::ledger
