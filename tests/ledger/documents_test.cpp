#include "sanaq/ledger/documents.h"

#include <gtest/gtest.h>

#include <memory>

#include "ledger/a_ledger.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/reader.h"

namespace sanaq::ledger {

TEST(Documents, TheSameBytesTwiceAreOneDocumentWithTwoCustodyEntries) {
  const ALedger ledger;
  const std::string first = ledger.scratch().write("in/Photo.JPG", "bytes of a photograph"),
                    second = ledger.scratch().write("in/copy.jpeg", "bytes of a photograph");
  const auto before = std::filesystem::last_write_time(first);
  Writer writer(ledger.folder());
  const AddedDocument once = add_document(writer, first,
                                          {.when = "2011-12-17",
                                           .by = "A. Tester",
                                           .how = "",
                                           .from = "",
                                           .is_original = true,
                                           .of = ""});
  const AddedDocument twice = add_document(writer, second, {});
  EXPECT_FALSE(once.was_known);
  EXPECT_TRUE(twice.was_known);
  EXPECT_EQ(once.sha256, base::sha256_hex("bytes of a photograph"));
  EXPECT_EQ(once.file, "evidence/" + once.sha256 + ".jpg");
  EXPECT_EQ(twice.file, once.file);
  EXPECT_EQ(base::list_folder(ledger.folder() + "/evidence").size(), 1U);
  EXPECT_EQ(base::read_file(first), "bytes of a photograph");
  EXPECT_EQ(std::filesystem::last_write_time(first), before);
  int custody = 0;
  for_each_entry(ledger.folder(),
                 [&](const Entry& entry) { custody += entry.kind == "document" ? 1 : 0; });
  EXPECT_EQ(custody, 2);
  EXPECT_TRUE(ALedger::check(ledger.folder()).findings.empty());
}

TEST(Documents, AThousandEntriesLeaveTheBytesAndTheTimeOfAnOriginalAsTheyWere) {
  const ALedger ledger;
  const std::string source = ledger.scratch().write("in/a.txt", "statement");
  Writer writer(ledger.folder());
  const AddedDocument added = add_document(writer, source, {});
  const std::string kept = ledger.folder() + "/" + added.file;
  const auto before = std::filesystem::last_write_time(kept);
  std::vector<std::pair<std::string, nlohmann::json>> many(1000, {"statement", ALedger::fact(1)});
  writer.append_all(many);
  (void)add_document(writer, source, {});
  EXPECT_EQ(std::filesystem::last_write_time(kept), before);
  EXPECT_EQ(base::read_file(kept), "statement");
}

TEST(Documents, OtherBytesUnderTheNameOfAHashMakeWayAndAreKept) {
  const ALedger ledger;
  const std::string source = ledger.scratch().write("in/a.txt", "statement");
  Writer writer(ledger.folder());
  const AddedDocument added = add_document(writer, source, {});
  EXPECT_EQ(added.moved_aside, "");
  const std::string kept = ledger.folder() + "/" + added.file;
  ledger.scratch().write("case/" + added.file, "stetement");
  const AddedDocument again = add_document(writer, source, {});
  EXPECT_FALSE(again.was_known);
  EXPECT_EQ(base::read_file(kept), "statement");
  EXPECT_EQ(base::read_file(ledger.folder() + "/" + again.moved_aside), "stetement");
  // A link is moved itself, and what it leads to is neither read nor changed.
  std::filesystem::remove(kept);
  std::filesystem::create_symlink(source, kept);
  const AddedDocument third = add_document(writer, source, {});
  EXPECT_TRUE(std::filesystem::is_symlink(ledger.folder() + "/" + third.moved_aside));
  EXPECT_FALSE(std::filesystem::is_symlink(kept));
  EXPECT_EQ(base::read_file(kept), "statement");
}

TEST(Documents, ANameThatIsNoUtf8IsTakenAndNamed) {
  const ALedger ledger;
  const std::string source = ledger.scratch().write("in/\xEF\xEE\xEA\xE0\xE7.jpg", "statement");
  Writer writer(ledger.folder());
  const AddedDocument added = add_document(writer, source, {});
  EXPECT_EQ(added.file, "evidence/" + added.sha256 + ".jpg");
  EXPECT_EQ(documents(ledger.folder()).at(0).first().name, "\\xEF\\xEE\\xEA\\xE0\\xE7.jpg");
  EXPECT_TRUE(ALedger::check(ledger.folder()).findings.empty());
}

TEST(Documents, NothingOfWhatCouldNotBeEnteredStays) {
  const ALedger ledger;
  auto writer = std::make_unique<Writer>(ledger.folder());
  Custody not_utf8;
  not_utf8.how = "by \xEF";
  const NewDocument good = {"a statement", "a.txt", {}, {}};
  EXPECT_THROW((void)add_documents(*writer, {good, {"another", "b.txt", not_utf8, {}}}),
               base::Error);
  EXPECT_FALSE(base::folder_exists(ledger.folder() + "/evidence"));
  // At any call of the disk that fails: either the entry and its bytes are there, or neither.
  std::int64_t calls = 1;
  for (std::int64_t first = 1; first <= calls; ++first) {
    const std::string bytes = "statement " + std::to_string(first);
    base::set_disk_faults({.first = first, .skips_sync = true});
    bool is_entered = true;
    try {
      (void)add_documents(*writer, {{bytes, "a.txt", {}, {}}});
    } catch (const base::Error&) {
      is_entered = false;
      calls = first + 1;
    }
    base::set_disk_faults({});
    const std::string name = base::sha256_hex(bytes) + ".txt";
    EXPECT_EQ(base::file_exists(ledger.folder() + "/evidence/" + name), is_entered) << first;
    if (is_entered) continue;
    writer.reset();
    writer = std::make_unique<Writer>(ledger.folder());
  }
  EXPECT_GT(calls, 4);
  EXPECT_TRUE(unlisted_files(ledger.folder(), documents(ledger.folder())).empty());
}

TEST(Documents, AFolderIsNoDocument) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  EXPECT_THROW((void)add_document(writer, ledger.folder(), {}), base::Error);
  EXPECT_THROW((void)add_document(writer, ledger.folder() + "/nothing", {}), base::Error);
}

TEST(Documents, TheStrictestVisibilityCountsUntilItsEntryIsRetracted) {
  const ALedger ledger;
  const std::string source = ledger.scratch().write("in/a.txt", "statement");
  Writer writer(ledger.folder(), {.name = "A. Tester", .passphrase = {}, .now = {}});
  Custody custody;
  (void)add_document(writer, source, custody);
  EXPECT_EQ(documents(ledger.folder()).at(0).visibility, "restricted");
  custody.visibility = "public";
  (void)add_document(writer, source, custody);
  EXPECT_EQ(documents(ledger.folder()).at(0).visibility, "public");
  custody.visibility = "sealed";
  const AddedDocument sealed = add_document(writer, source, custody);
  custody.visibility = "public";
  (void)add_document(writer, source, custody);
  EXPECT_EQ(documents(ledger.folder()).at(0).visibility, "sealed");
  writer.append("retraction", retraction_body({writer.id(), sealed.entry.seq}, "not needed", "A"));
  EXPECT_EQ(documents(ledger.folder()).at(0).visibility, "public");
  EXPECT_EQ(documents(ledger.folder()).at(0).custody.size(), 3U);
  EXPECT_EQ(documents(ledger.folder()).at(0).first().author, "A. Tester");
}

TEST(Documents, AWordThatNobodyKnowsIsAsStrictAsSealed) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  Custody custody;
  custody.visibility = "for the archive";
  (void)add_documents(writer, {{"statement", "a.txt", custody}});
  EXPECT_EQ(documents(ledger.folder()).at(0).visibility, "sealed");
}

TEST(Documents, DocumentsAddedTogetherStandTogetherWithTheirStatements) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  Statement said;
  said.property = "metadata.core.title";
  said.value = "A statement";
  Custody copy;
  copy.is_original = false;
  const auto added =
      add_documents(writer, {{"original", "a.txt", {}, {said}}, {"copy", "b.txt", copy}});
  ASSERT_EQ(added.size(), 2U);
  EXPECT_EQ(added[1].entry.seq, added[0].entry.seq + 2);
  const auto statements = statements_in_force(ledger.folder());
  ASSERT_EQ(statements.size(), 1U);
  EXPECT_EQ(statements[0].subject, "document:" + base::sha256_hex("original"));
  EXPECT_EQ(base::read_file(ledger.folder() + "/" + added[1].file), "copy");
}

TEST(Documents, AFileThatNoEntryInForceKnowsIsUnlisted) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  const auto added = add_documents(writer, {{"original", "a.txt", {}}});
  EXPECT_TRUE(unlisted_files(ledger.folder(), documents(ledger.folder())).empty());
  erase(writer, {writer.id(), added[0].entry.seq}, "endangered", "A");
  EXPECT_TRUE(documents(ledger.folder()).empty());
  EXPECT_EQ(unlisted_files(ledger.folder(), documents(ledger.folder())),
            std::vector<std::string>{base::file_name(added[0].file)});
}

}  // namespace sanaq::ledger
