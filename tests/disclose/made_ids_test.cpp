#include "sanaq/disclose/made_ids.h"

#include <gtest/gtest.h>

namespace sanaq::disclose {
namespace {

casefile::Statement said(const std::string& subject, const std::string& value) {
  casefile::Statement one;
  one.subject = subject;
  one.property = "victim";
  one.value = value;
  one.visibility = "public";
  one.origin.file = "acts.csv";
  return one;
}

const std::string secret(32, 's');

}  // namespace

TEST(MadeIds, AreUnderTheSecretAndNoHashOfTheCells) {
  const std::vector<casefile::Statement> all = {said("act:0123456789ab", "A Sample"),
                                                said("act:ba9876543210", "A Sample"),
                                                said("act:mine", "A Sample")};
  const MadeIds ids(all, secret), others(all, std::string(32, 't'));
  EXPECT_NE(ids.public_id("0123456789ab"), "0123456789ab");
  EXPECT_NE(ids.public_id("0123456789ab"), ids.public_id("ba9876543210")) << "equal rows are two";
  EXPECT_NE(ids.public_id("0123456789ab"), others.public_id("0123456789ab"));
  EXPECT_EQ(ids.public_id("mine"), "mine");
  EXPECT_EQ(ids.public_id("0123456789ab"), MadeIds(all, secret).public_id("0123456789ab"));
  EXPECT_EQ(MadeIds(all, "").public_id("ba9876543210"), "n2");
}

TEST(MadeIds, StandInSubjectsAndInWhatRefersToThem) {
  const std::vector<casefile::Statement> all = {said("act:0123456789ab", "A Sample")};
  const MadeIds ids(all, secret);
  casefile::Statement one = said("act:0123456789ab", "custody:0123456789ab");
  ids.put_into(one);
  EXPECT_EQ(one.subject, "act:" + ids.public_id("0123456789ab"));
  EXPECT_EQ(one.value, "custody:" + ids.public_id("0123456789ab"));
}

TEST(MadeIds, AreMadeFromWhatIsPublic) {
  casefile::Statement closed = said("act:0123456789ab", "A Sample");
  closed.visibility = "sealed";
  EXPECT_TRUE(harmless_public_part({closed}).empty());
}

}  // namespace sanaq::disclose
