#include "sanaq/ledger/anchor.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::ledger {

TEST(Anchor, WhatIsRememberedOfAFolderIsFoundUnderThatFolderAlone) {
  const ALedger ledger;
  EXPECT_FALSE(read_anchor(ledger.folder()).has_value());
  const Anchor anchor{
      std::string(64, '1'), std::string(64, '2'), {{std::string(64, '3'), {7, "self"}}}};
  write_anchor(ledger.folder(), anchor);
  EXPECT_EQ(read_anchor(ledger.folder()), anchor);
  EXPECT_FALSE(read_anchor(ledger.folder("other")).has_value());
  move_anchor(ledger.folder(), ledger.folder("other"));
  EXPECT_FALSE(read_anchor(ledger.folder()).has_value());
  EXPECT_EQ(read_anchor(ledger.folder("other")), anchor);
  remove_anchor(ledger.folder("other"));
  EXPECT_FALSE(read_anchor(ledger.folder("other")).has_value());
}

TEST(Anchor, IsItsOwnersAloneAndADamagedOneIsNotTakenForNone) {
  const ALedger ledger;
  write_anchor(ledger.folder(), {});
  for (const auto& file : std::filesystem::directory_iterator(keys_folder() + "/folders")) {
    EXPECT_EQ(file.status().permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    ledger.scratch().write(std::filesystem::relative(file.path(), ledger.scratch().path()).string(),
                           "{}");
  }
  EXPECT_THROW((void)read_anchor(ledger.folder()), base::Error);
}

}  // namespace sanaq::ledger
