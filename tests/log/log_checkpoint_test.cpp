#include "sanaq/log/log_checkpoint.h"

#include <gtest/gtest.h>

#include "sanaq/log/note.h"

namespace sanaq::log {

// The example of c2sp.org/tlog-checkpoint, with the witness of c2sp.org/tlog-cosignature.
TEST(LogCheckpoint, TheExampleOfC2spIsRead) {
  const std::string text =
      "example.com/behind-the-sofa\n"
      "20852163\n"
      "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
      "\n"
      "\xE2\x80\x94 example.com/behind-the-sofa "
      "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/"
      "Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
      "\xE2\x80\x94 witness.example.com/w1 "
      "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/"
      "zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
  const auto note = parse_note(text);
  ASSERT_TRUE(note);
  EXPECT_EQ(note->signatures.size(), 2U);
  const auto checkpoint = parse_checkpoint(note->text);
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->origin, "example.com/behind-the-sofa");
  EXPECT_EQ(checkpoint->size, 20852163U);
  EXPECT_EQ(hex_of(checkpoint->root),
            "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62");
  EXPECT_EQ(checkpoint_text(*checkpoint), note->text);
}

TEST(LogCheckpoint, ExtensionsAreKeptAndAnyOtherTextIsRefused) {
  const std::string root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  const auto extended = parse_checkpoint("o\n0\n" + root + "more\n");
  ASSERT_TRUE(extended);
  EXPECT_EQ(extended->extensions, std::vector<std::string>{"more"});
  for (const std::string& text :
       {std::string(), std::string("o\n1\n"), "o\n01\n" + root, "o\n-1\n" + root, "\n1\n" + root,
        "o\n1 \n" + root, std::string("o\n1\nAAAA\n"), "o\n99999999999999999999\n" + root,
        "o\n1\n" + root + "x"})
    EXPECT_FALSE(parse_checkpoint(text)) << text;
}

}  // namespace sanaq::log
