#include "sanaq/investigation/erase.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/base/files.h"

namespace sanaq::investigation {
namespace {

struct ACase {
  help::Scratch scratch;
  std::string folder;
  ledger::Entry said;
  ACase() : folder(scratch / "case") {
    ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
    scratch.write("case/investigation.toml", "title = \"A test\"\nlanguages = [\"en\"]\n");
    ledger::Writer writer(folder);
    said = writer.append(
        "statement",
        {{"subject", "event:1"}, {"property", "seen"}, {"value", "Zubairasyl, from a roof"}});
  }
  [[nodiscard]] std::string bodies() const {
    return base::read_file(ledger::chain_file(folder, said.writer).bodies_path);
  }
};

}  // namespace

TEST(Erase, TheBodyGoesLastWhenEverythingElseIsForgotten) {
  const ACase a;
  a.scratch.write("case/site/index.html", "");
  ledger::Writer writer(a.folder);
  bool was_there = false;
  const Erasing erasing = erase(
      writer, {a.said.writer, a.said.seq}, "an endangered witness", "A. Tester",
      [&](const std::string&, const HoldsWords&, const std::function<void(const SiteAfter&)>&) {
        was_there = a.bodies().find("Zubairasyl") != std::string::npos;
        return TakenFromSite{};
      });
  EXPECT_TRUE(was_there);
  EXPECT_EQ(erasing.entry.kind, "erasure");
  EXPECT_EQ(a.bodies().find("Zubairasyl"), std::string::npos);
  EXPECT_EQ(erasing.said.front().arguments[1], std::to_string(a.said.seq));
  EXPECT_TRUE(carry_out_erasures(writer, {}).empty());
}

// Killed after the erasure was entered; or another office's erasure, copied here by hand.
TEST(Erase, AnErasureThatWasNotCarriedOutIsByTheNext) {
  const ACase a;
  {
    ledger::Writer writer(a.folder);
    (void)ledger::enter_erasure(writer, {a.said.writer, a.said.seq}, "a reason", "A. Tester");
  }
  EXPECT_NE(a.bodies().find("Zubairasyl"), std::string::npos);
  ledger::Writer writer(a.folder);
  EXPECT_FALSE(carry_out_erasures(writer, {}).empty());
  EXPECT_EQ(a.bodies().find("Zubairasyl"), std::string::npos);
  EXPECT_TRUE(carry_out_erasures(writer, {}).empty());
}

}  // namespace sanaq::investigation
