#include "sanaq/ledger/bodies_ahead.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"

namespace sanaq::ledger {

TEST(BodiesAhead, GivesWhatReadingLineByLineGives) {
  const ALedger ledger;
  const std::string writer = ledger.write(5);
  std::string bytes = base::read_file(ledger.bodies_path(writer));
  // Many batches, a line that is no body, a CR, and an end that is cut short.
  std::string many;
  for (int at = 0; at < 1500; ++at) many += bytes;
  many += "no body\n" + bytes.substr(0, bytes.find('\n')) + "\r\n" + bytes.substr(0, 20);
  BodiesAhead ahead(many);
  Lines lines(many);
  Line line;
  ReadBody read;
  std::int64_t parsed = 0;
  while (lines.next(line)) {
    ASSERT_TRUE(ahead.next(read));
    EXPECT_EQ(read.line.number, line.number);
    EXPECT_EQ(read.line.text.data(), line.text.data());
    EXPECT_EQ(read.line.is_ended, line.is_ended);
    const auto body = parse_body_line(
        line.text.ends_with('\r') ? line.text.substr(0, line.text.size() - 1) : line.text);
    ASSERT_EQ(read.body.has_value(), body.has_value());
    if (!body) continue;
    ++parsed;
    EXPECT_EQ(read.body->body, body->body);
    EXPECT_EQ(std::string(read.commitment.data(), 64), commit(body->salt, body->body));
  }
  EXPECT_FALSE(ahead.next(read));
  EXPECT_FALSE(ahead.next(read));
  EXPECT_EQ(parsed, 1500 * 7 + 1);
}

TEST(BodiesAhead, MayBeLeftBeforeItsEnd) {
  const ALedger ledger;
  const std::string bytes = base::read_file(ledger.bodies_path(ledger.write(5)));
  BodiesAhead ahead(bytes);
  ReadBody read;
  EXPECT_TRUE(ahead.next(read));
}

}  // namespace sanaq::ledger
