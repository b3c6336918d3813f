#include "sanaq/ledger/entry.h"

#include <gtest/gtest.h>

#include "sanaq/base/sha256.h"

namespace sanaq::ledger {
namespace {

Entry an_entry() {
  Entry entry{.seq = 1,
              .clock = 1,
              .time = "2026-11-24T10:00:00Z",
              .writer = std::string(64, 'a'),
              .kind = "statement",
              .commitment = "",
              .seen = {{std::string(64, 'b'), std::string(64, 'c')}},
              .prev = std::string(first_prev),
              .self = "",
              .sig = "",
              .body = R"({"value":"7"})",
              .salt = std::string(64, '0')};
  entry.commitment = commit(entry.salt, *entry.body);
  seal(entry);
  return entry;
}

}  // namespace

TEST(Entry, WhatIsWrittenIsRead) {
  const Entry entry = an_entry();
  const auto read = parse_chain_line(chain_line(entry));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(chain_line(*read), chain_line(entry));
  EXPECT_EQ(read->seen, entry.seen);
  const auto body = parse_body_line(body_line(entry));
  ASSERT_TRUE(body.has_value());
  EXPECT_EQ(body->body, *entry.body);
  EXPECT_EQ(body->salt, entry.salt);
}

TEST(Entry, EveryFlippedBitIsSeen) {
  const std::string line = chain_line(an_entry());
  for (std::size_t at = 0; at < line.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = line;
      flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << bit));
      EXPECT_FALSE(parse_chain_line(flipped).has_value()) << at << " " << bit;
    }
  }
}

TEST(Entry, ASealIsTheHashOfTheLineWithoutIt) {
  const Entry entry = an_entry();
  std::string line = chain_line(entry);
  const std::string seal_text = ",\"self\":\"" + entry.self + "\"";
  line.erase(line.find(seal_text), seal_text.size());
  EXPECT_EQ(base::sha256_hex(line), entry.self);
}

TEST(Entry, ASignatureStandsBesideWhatIsSealed) {
  Entry entry = an_entry();
  EXPECT_FALSE(parse_chain_line(chain_line(entry))->is_signed());
  const std::string self = entry.self;
  entry.sig = std::string(86, 'A') + "==";
  seal(entry);
  EXPECT_EQ(entry.self, self);
  const auto read = parse_chain_line(chain_line(entry));
  ASSERT_TRUE(read.has_value()) << read.error().reason.english();
  EXPECT_EQ(read->sig, entry.sig);
  EXPECT_EQ(chain_line(*read), chain_line(entry));
  for (const std::string& wrong :
       {std::string("A"), std::string(88, 'A'), std::string(85, 'A') + "!=="}) {
    entry.sig = wrong;
    EXPECT_FALSE(parse_chain_line(chain_line(entry)).has_value()) << wrong;
  }
}

TEST(Entry, WhatIsSignedNamesTheInvestigationAndThePlace) {
  const Entry entry = an_entry();
  EXPECT_EQ(signed_text(no_id, entry), "sanaq entry 2\n" + std::string(64, '0') + " " +
                                           std::string(64, 'a') + " 1 " + entry.self + "\n");
}

TEST(Entry, TheSaltHidesEqualBodies) {
  EXPECT_NE(commit(std::string(64, '0'), "{}"), commit(std::string(64, '1'), "{}"));
}

TEST(Entry, LineEndsOfAMailerAreNamedAsThat) {
  const auto read = parse_chain_line(chain_line(an_entry()) + "\r");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().reason.id, "the line ends in CR LF");
}

}  // namespace sanaq::ledger
