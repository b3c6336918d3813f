#include "sanaq/ledger/reader.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"

namespace sanaq::ledger {

TEST(Reader, TheUnionIsInTheOrderOfClockWriterAndSeq) {
  const ALedger ledger;
  ledger.write(3);
  (void)ledger.copy("case", "copy");
  ledger.write(3, "copy");
  std::vector<std::tuple<std::int64_t, std::string, std::int64_t>> order;
  for_each_entry(ledger.folder("copy"), [&](const Entry& entry) {
    order.emplace_back(entry.clock, entry.writer, entry.seq);
  });
  EXPECT_EQ(order.size(), 9U);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST(Reader, NothingIsReadFromWhereThereIsNoLedger) {
  const ALedger ledger;
  for_each_entry(ledger.folder(), [](const Entry&) { FAIL(); });
}

TEST(Reader, ADamagedLineIsNamed) {
  const ALedger ledger;
  const std::string writer = ledger.write(2);
  std::string text = base::read_file(ledger.bodies_path(writer));
  text.replace(text.find("crowd"), 5, "cloud");
  ledger.scratch().write("case/ledger/" + writer + ".bodies.jsonl", text);
  try {
    for_each_entry(ledger.folder(), [](const Entry&) {});
    FAIL() << "a changed body was read";
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::corrupt);
    EXPECT_EQ(error.message().arguments[1], "3");
  }
}

}  // namespace sanaq::ledger
