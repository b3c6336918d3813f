#include "sanaq/log/log_entry.h"

#include <gtest/gtest.h>

#include "sanaq/base/sha256.h"

namespace sanaq::log {

TEST(LogEntry, ACommitmentIsTheHashOfSaltAndForm) {
  const Hash salt = sha256("salt");
  EXPECT_EQ(hex_of(commitment_of(salt, "{}")), base::sha256_hex(bytes_of(salt) + "{}"));
  const std::string entry = entry_text(commitment_of(salt, "{}"));
  EXPECT_EQ(entry, "{\"commitment\":\"" + hex_of(commitment_of(salt, "{}")) + "\",\"v\":1}");
  EXPECT_EQ(parse_entry(entry), commitment_of(salt, "{}"));
  EXPECT_FALSE(parse_entry("{\"commitment\":\"\",\"v\":1}"));
  EXPECT_FALSE(parse_entry(entry + " "));
}

TEST(LogEntry, AnOpenedLineGivesTheBodyByteForByte) {
  // A body that looks like the end of a line.
  const OpenedLeaf leaf{R"({"a":"\",\"index\":1,\"salt\":\"","b":{"c":",\"index\":"},"index":5})",
                        12, sha256("s")};
  EXPECT_EQ(parse_opened_line(opened_line(leaf)), leaf);
  const std::string zeros(64, '0');
  for (const std::string& line :
       {std::string(), "{\"body\":{},\"index\":01,\"salt\":\"" + zeros + "\"}",
        "{\"body\":[],\"index\":1,\"salt\":\"" + zeros + "\"}",
        "{\"body\":{,\"index\":1,\"salt\":\"" + zeros + "\"}",
        "{\"body\":{},\"index\":1,\"salt\":\"" + zeros + "\"} ",
        "{\"body\":{},\"index\":-1,\"salt\":\"" + zeros + "\"}",
        "{\"body\":{},\"index\":1,\"salt\":\"" + zeros.substr(1) + "\"}",
        "{\"body\":{},\"index\":1,\"x\":2,\"salt\":\"" + zeros + "\"}"})
    EXPECT_FALSE(parse_opened_line(line)) << line;
  EXPECT_TRUE(parse_opened_line("{\"body\":{},\"index\":1,\"salt\":\"" + zeros + "\"}"));
}

TEST(LogEntry, FilesHaveALineForEachLeaf) {
  const std::vector<OpenedLeaf> leaves = {{"{}", 1, {}}, {"{\"a\":1}", 2, {}}};
  const std::string first = opened_line(leaves[0]), second = opened_line(leaves[1]);
  EXPECT_EQ(opened_text(leaves), first + "\n" + second + "\n");
  EXPECT_EQ(entries_json(leaves), "[\n" + first + ",\n" + second + "\n]\n");
  EXPECT_EQ(entries_json({}), "[\n]\n");
}

}  // namespace sanaq::log
