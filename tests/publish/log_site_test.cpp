#include "sanaq/publish/log_site.h"

#include <gtest/gtest.h>

#include "help/note_signer.h"
#include "help/scratch.h"

namespace sanaq::publish {

TEST(LogSite, ALinkAndWhatLiesBehindOneIsNotThere) {
  const help::Scratch scratch;
  scratch.write("a.txt", "a");
  ASSERT_EQ(std::system(("cd " + scratch.path() +
                         " && mkdir b && cp a.txt b/ && ln -s a.txt l && ln -s b m")
                            .c_str()),
            0);
  const log::ReadFile read_file = read_files_of(scratch.path());
  EXPECT_EQ(read_file("a.txt"), "a");
  EXPECT_EQ(read_file("b/a.txt"), "a");
  for (const char* path : {"l", "m/a.txt", "b", "c"}) EXPECT_FALSE(read_file(path)) << path;
}

TEST(LogSite, AFolderWithSettingsIsAnInvestigationAndNoSite) {
  const help::Scratch scratch;
  EXPECT_FALSE(has_log(scratch.path()));
  ASSERT_EQ(std::system(("mkdir " + scratch.path() + "/log").c_str()), 0);
  scratch.write("log/checkpoint", "x");
  EXPECT_TRUE(has_log(scratch.path()));
  scratch.write("investigation.toml", "");
  EXPECT_FALSE(has_log(scratch.path()));
}

TEST(LogSite, KeysOfTheLogAreNamedAsTheLog) {
  const help::NoteSigner key("example.org/count", log::ed25519_type, 1);
  const help::NoteSigner second("example.org/count", log::ed25519_type, 2);
  const help::NoteSigner witness("example.org/count", log::cosignature_type, 1);
  const std::string first = log::vkey_text(key.key) + "\n",
                    both = first + log::vkey_text(second.key) + "\n";
  EXPECT_EQ(read_log_keys(both, "example.org/count")->size(), 2U);
  EXPECT_FALSE(read_log_keys(both, "example.org/other"));
  EXPECT_FALSE(read_log_keys(first + log::vkey_text(witness.key) + "\n", "example.org/count"));
  EXPECT_FALSE(read_log_keys("", "example.org/count"));
  EXPECT_FALSE(read_log_keys(log::vkey_text(key.key), "example.org/count"));
}

TEST(LogSite, ACheckpointWithExtensionsIsNoneOfOurs) {
  const help::NoteSigner key("o", log::ed25519_type, 1);
  const std::string text = "o\n1\n" + std::string(43, 'A') + "=\n";
  EXPECT_TRUE(read_checkpoint(log::note_text({text, {log::sign_note(key.key, text, key.sign)}})));
  const std::string more = text + "more\n";
  EXPECT_FALSE(read_checkpoint(log::note_text({more, {log::sign_note(key.key, more, key.sign)}})));
  EXPECT_FALSE(read_checkpoint(text));
}

}  // namespace sanaq::publish
