#include "sanaq/cli/add_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/base/sha256.h"
#include "sanaq/cli/verify_command.h"

namespace sanaq::cli {

TEST(AddCommand, TakesADocumentInUnderItsHash) {
  ASession session;
  const std::string path = session.scratch().write("photo.jpg", "photograph");
  EXPECT_EQ(
      session.run(add_add, {"add", path, "--obtained", "2011-12-17", "--in", session.folder()}), 0)
      << session.error;
  const std::string hash = base::sha256_hex("photograph");
  EXPECT_EQ(session.output, hash + "  evidence/" + hash + ".jpg\n");  // as sha256sum -c reads it
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder()}), 0);
  session.scratch().write("case/evidence/" + hash + ".jpg", "photogroph");
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder()}), 74);
  EXPECT_NE(session.output.find("evidence/" + hash + ".jpg"), std::string::npos);
  EXPECT_EQ(session.run(add_add, {"add", session.scratch() / "nothing", "--in", session.folder()}),
            66);
}

}  // namespace sanaq::cli
