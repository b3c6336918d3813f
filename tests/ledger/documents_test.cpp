#include "sanaq/ledger/documents.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
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

TEST(Documents, ADamagedCopyIsNotEnteredAgain) {
  const ALedger ledger;
  const std::string source = ledger.scratch().write("in/a.txt", "statement");
  Writer writer(ledger.folder());
  const AddedDocument added = add_document(writer, source, {});
  ledger.scratch().write("case/" + added.file, "stetement");
  try {
    (void)add_document(writer, source, {});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::corrupt);
  }
}

TEST(Documents, AFolderIsNoDocument) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  EXPECT_THROW((void)add_document(writer, ledger.folder(), {}), base::Error);
  EXPECT_THROW((void)add_document(writer, ledger.folder() + "/nothing", {}), base::Error);
}

}  // namespace sanaq::ledger
