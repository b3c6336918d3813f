#include "sanaq/ledger/erased_bodies.h"

#include <gtest/gtest.h>

#include "ledger/forging.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

TEST(ErasedBodies, OnesOwnGoAndAnothersWaitForASecondVoice) {
  const Offices offices;
  const std::string founder = offices.write("a", 2);
  (void)offices.ledger().copy("a", "b");
  const std::string member = offices.write("b", 2, 10);
  offices.copy_files("b", "a");
  offices.take_in("a", member, "Office B");
  const auto ask = [&](const EntryPlace& place) {
    Writer writer(offices.folder("a"));
    writer.append("erasure", erasure_body(place, "a witness", "A. Tester"));
  };
  ask({founder, 3});
  ask({member, 3});
  const auto found = bodies_to_destroy(offices.folder("a"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].writer, founder);
  EXPECT_EQ(found[0].seq, 3);
  EXPECT_TRUE(found[0].body.has_value());
}

TEST(ErasedBodies, AreTakenOutAndTheOthersStayToTheByte) {
  const ALedger ledger;
  const std::string writer = ledger.write(3);
  const std::string path = ledger.bodies_path(writer), before = base::read_file(path);
  remove_bodies(ledger.folder(), {{writer, 4}});
  const auto lines = lines_numbered(before, {1, 2, 3, 5});
  std::string expected;
  for (const auto& [number, line] : lines) expected += std::string(line) + "\n";
  EXPECT_EQ(base::read_file(path), expected);
  remove_bodies(ledger.folder(), {{writer, 4}});
  EXPECT_EQ(base::read_file(path), expected);
}

}  // namespace
}  // namespace sanaq::ledger
