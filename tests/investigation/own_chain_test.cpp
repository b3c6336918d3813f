#include "sanaq/investigation/own_chain.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {
namespace {

TEST(OwnChain, IsTheOneThatTheReadersKeySigns) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  scratch.write("case/investigation.toml", "title = \"A\"\n");
  const std::string folder = scratch / "case";
  EXPECT_TRUE(own_chains(folder).empty());
  EXPECT_EQ(end_of_own_chain(folder), "");
  std::string writer;
  {
    ledger::Writer open(folder);
    const ledger::Entry entry = open.append("comment", {{"day", "2026-11-30"},
                                                        {"envelope", std::string(64, 'a')},
                                                        {"lang", "en"},
                                                        {"page", "articles/a.html"},
                                                        {"text", "x"}});
    writer = entry.writer;
    EXPECT_EQ(end_of_own_chain(folder), writer + ":" + std::to_string(entry.seq));
  }
  EXPECT_EQ(own_chains(folder), (std::set<std::string>{writer}));
  ::setenv("SANAQ_KEYS", (scratch / "other").c_str(), 1);
  EXPECT_TRUE(own_chains(folder).empty());
  EXPECT_EQ(end_of_own_chain(folder), "");
}

}  // namespace
}  // namespace sanaq::investigation
