#include "sanaq/cli/add_command.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "cli/a_session.h"
#include "evidence/made_files.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/ledger/ledger.h"

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

TEST(AddCommand, WhereOneOfSeveralIsNotThereNoneIsTakenIn) {
  ASession session;
  const std::string path = session.scratch().write("photo.jpg", "photograph");
  EXPECT_EQ(
      session.run(add_add, {"add", path, session.scratch() / "nothing", "--in", session.folder()}),
      66);
  EXPECT_EQ(session.output, "");
  EXPECT_FALSE(base::folder_exists(session.folder() + "/evidence"));
}

TEST(AddCommand, AFileWhoseNameIsNoUtf8IsTakenInAndNamed) {
  ASession session;
  const std::string path = session.scratch().write("\xEF\xEE\xEA.jpg", "photograph");
  ASSERT_EQ(session.run(add_add, {"add", path, "--in", session.folder()}), 0) << session.error;
  EXPECT_EQ(ledger::documents(session.folder()).at(0).first().name, "\\xEF\\xEE\\xEA.jpg");
}

TEST(AddCommand, AnEmptyFileIsTakenInAndSaid) {
  ASession session;
  const std::string path = session.scratch().write("scan.pdf", "");
  ASSERT_EQ(session.run(add_add, {"add", path, "--in", session.folder()}), 0);
  EXPECT_NE(session.error.find("scan.pdf: the file is empty"), std::string::npos) << session.error;
}

TEST(AddCommand, WarnsInWordsOfWhatCouldBetrayASourceAndNeverShowsIt) {
  ASession session;
  const std::string path = session.scratch().write("photo.jpg", evidence::photo_jpeg());
  ASSERT_EQ(session.run(add_add, {"add", path, "--in", session.folder()}), 0);
  for (const char* word : {"GPS", "serial number", "author", "thumbnail", "--clean"})
    EXPECT_NE(session.error.find(word), std::string::npos) << word;
  for (const char* word : {"43.5", "INV-000123", "Aigul"})
    EXPECT_EQ((session.error + session.output).find(word), std::string::npos) << word;
  for (const ledger::Statement& said : ledger::statements_in_force(session.folder())) {
    if (said.property == "metadata.exif.gps_position") {
      EXPECT_EQ(said.visibility, "sealed");
    }
  }
}

TEST(AddCommand, CleanSealsTheOriginalAndAddsAWorkingCopyOfIt) {
  ASession session;
  const std::string path = session.scratch().write("photo.jpg", evidence::photo_jpeg());
  ASSERT_EQ(session.run(add_add, {"add", path, "--clean", "--visibility", "public", "--in",
                                  session.folder()}),
            0)
      << session.error;
  const auto documents = ledger::documents(session.folder());
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].visibility, "sealed");
  EXPECT_EQ(documents[1].visibility, "public");
  EXPECT_EQ(documents[1].first().custody.of, documents[0].sha256);
  EXPECT_FALSE(documents[1].first().custody.is_original);
  EXPECT_EQ(documents[1].first().name.find("photo"), std::string::npos);
  EXPECT_EQ(base::read_file(path), evidence::photo_jpeg());
}

TEST(AddCommand, ADamagedFileIsAWarningAndAFileThatCannotBeCleanedIsSealedAndExits65) {
  ASession session;
  const std::string damaged = session.scratch().write("a.pdf", evidence::made_pdf().substr(0, 500));
  EXPECT_EQ(session.run(add_add, {"add", damaged, "--in", session.folder()}), 0);
  EXPECT_NE(session.error.find("the PDF is damaged"), std::string::npos);
  const std::string text = session.scratch().write("b.txt", "a statement");
  EXPECT_EQ(session.run(add_add, {"add", "--clean", text, "--in", session.folder()}), 65);
  const auto documents = ledger::documents(session.folder());
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].visibility, "restricted");
  EXPECT_EQ(documents[1].visibility, "sealed");
}

TEST(AddCommand, APublicDocumentThatTellsOfItsMakerIsWarnedOfTwice) {
  ASession session;
  const std::string path = session.scratch().write("photo.jpg", evidence::photo_jpeg());
  ASSERT_EQ(session.run(add_add, {"add", path, "--visibility", "public", "--in", session.folder()}),
            0);
  EXPECT_NE(session.error.find("it is marked public"), std::string::npos);
  EXPECT_EQ(session.run(add_add, {"add", path, "--visibility", "secret", "--in", session.folder()}),
            64);
}

TEST(AddCommand, NothingIsWrittenThroughALinkAndNoPipeIsWaitedFor) {
  ASession session;
  const std::string file = session.scratch().write("a.txt", "a statement");
  session.scratch().write("outside/x", "theirs");
  std::filesystem::create_directory_symlink(session.scratch() / "outside",
                                            session.folder() + "/evidence");
  EXPECT_EQ(session.run(add_add, {"add", file, "--in", session.folder()}), 65);
  std::filesystem::remove(session.folder() + "/evidence");
  session.scratch().write("case/evidence/x", "");
  std::filesystem::create_symlink(file, session.folder() + "/evidence/a.txt");
  EXPECT_EQ(session.run(add_add, {"add", file, "--in", session.folder()}), 65);
  EXPECT_NE(session.error.find("evidence/a.txt"), std::string::npos) << session.error;
  std::filesystem::remove(session.folder() + "/evidence/a.txt");
  ASSERT_EQ(::mkfifo((session.scratch() / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(session.run(add_add, {"add", session.scratch() / "pipe", "--in", session.folder()}),
            65);
  EXPECT_EQ(base::list_folder(session.scratch() / "outside"), std::vector<std::string>{"x"});
}

}  // namespace sanaq::cli
