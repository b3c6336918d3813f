#include "sanaq/publish/opened_lines.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/sha256.h"
#include "sanaq/log/log_entry.h"

namespace sanaq::publish {
namespace {

std::string line_of(std::uint64_t leaf, const std::string& body = "{}") {
  return log::opened_line({body, leaf, log::sha256(body)});
}

class OpenedLinesTest : public testing::Test {
 protected:
  [[nodiscard]] std::optional<OpenedLines> read(const std::string& text,
                                                const std::set<std::uint64_t>& open) const {
    scratch_.write("opened.jsonl", text);
    return OpenedLines::read(scratch_ / "opened.jsonl", base::sha256_hex(text), open, 2000);
  }
  help::Scratch scratch_;
};

}  // namespace

TEST_F(OpenedLinesTest, AreFoundByTheirLeaf) {
  const std::string one = line_of(7, R"({"value":"a"})"), two = line_of(1234);
  const auto lines = read(one + "\n" + two + "\n", {7, 1234});
  ASSERT_TRUE(lines);
  EXPECT_EQ(lines->line(7), one);
  EXPECT_EQ(lines->line(1234), two);
  EXPECT_EQ(lines->line(8), "");
  EXPECT_EQ(lines->line(9999), "");
}

TEST_F(OpenedLinesTest, AreNoneWhereTheLeavesAreOthers) {
  const std::string text = line_of(7) + "\n" + line_of(12) + "\n";
  EXPECT_TRUE(read(text, {7, 12}));
  EXPECT_FALSE(read(text, {7}));
  EXPECT_FALSE(read(text, {7, 12, 13}));
  EXPECT_FALSE(read(text, {7, 2}));
  EXPECT_FALSE(read(text, {6, 12}));
  EXPECT_FALSE(read(text.substr(0, text.size() - 1), {7, 12}));
  EXPECT_FALSE(read(line_of(2000) + "\n", {2000}));
}

TEST_F(OpenedLinesTest, AreNoneOfAnotherFile) {
  scratch_.write("opened.jsonl", line_of(7) + "\n");
  EXPECT_FALSE(OpenedLines::read(scratch_ / "opened.jsonl", base::sha256_hex("x"), {7}, 8));
  EXPECT_FALSE(OpenedLines::read(scratch_ / "none", base::sha256_hex("x"), {7}, 8));
}

}  // namespace sanaq::publish
