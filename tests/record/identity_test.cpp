#include "sanaq/record/identity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::record {

TEST(Identity, IsTheSha256OfListAndId) {
  // printf 'id6:morgue2:17' | sha256sum | cut -c1-32
  EXPECT_EQ(Identities("morgue").of_id("17"), "db45779e2d9c8ef34207944d5cfb58d2");
  // printf 'cells6:morgue1:14:name4:Aida' | sha256sum | cut -c1-32
  EXPECT_EQ(Identities("morgue").of_cells({{"name", "Aida"}}, 1),
            "61e4919d9399fe7aa388a461288575d0");
}

TEST(Identity, DiffersByListIdCellsAndOccurrence) {
  Identities morgue("morgue");
  EXPECT_NE(morgue.of_id("1"), morgue.of_id("2"));
  EXPECT_NE(morgue.of_id("1"), Identities("hospital").of_id("1"));
  EXPECT_NE(morgue.of_cells({{"name", "ab"}, {"place", "c"}}, 1),
            morgue.of_cells({{"name", "a"}, {"place", "bc"}}, 1));
  EXPECT_NE(morgue.of_cells({{"name", "a"}}, 1), morgue.of_cells({{"name", "a"}}, 2));
  EXPECT_EQ(morgue.of_cells({{"name", "a"}, {"place", ""}}, 1),
            morgue.of_cells({{"name", "a"}}, 1));
}

RC_GTEST_PROP(Identity, ShowsNoCell, (const std::string& id)) {
  const std::string identity = Identities("list").of_id(id);
  RC_ASSERT(identity.size() == 32U);
  RC_ASSERT(identity.find_first_not_of("0123456789abcdef") == identity.npos);
}

}  // namespace sanaq::record
