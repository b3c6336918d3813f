#include "sanaq/ledger/merge_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/merge.h"

namespace sanaq::ledger {
namespace {

const std::string photograph = "what the witness photographed";

// Office b has a document and a version of a list that a lacks.
struct TwoOffices {
  ALedger ledger;
  std::string document, version;  // names below the investigation

  TwoOffices() {
    ledger.write(1, "a");
    (void)ledger.copy("a", "b");
    Writer writer(ledger.folder("b"));
    document = add_document(writer, ledger.scratch().write("a photo.txt", photograph), {}).file;
    const std::string rows = "id;name\n1;Asan Kulov\n";
    version = "lists/.versions/" + base::sha256_hex(rows) + ".csv";
    ledger.scratch().write("b/" + version, rows);
    record_list(writer, {"hospital", "hospital.csv", base::sha256_hex(rows), 1, {}});
  }
  [[nodiscard]] std::string a(const std::string& name) const {
    return ledger.folder("a") + "/" + name;
  }
  [[nodiscard]] std::string b(const std::string& name) const {
    return ledger.folder("b") + "/" + name;
  }
  [[nodiscard]] MergeReport merge() const {
    return ledger::merge(ledger.folder("a"), ledger.folder("b"));
  }
};

void expect_refused(const TwoOffices& offices, const std::string& path) {
  const auto before = ALedger::bytes_of(offices.ledger.folder("a"));
  try {
    (void)offices.merge();
    FAIL() << path;
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    EXPECT_EQ(error.message().arguments[0], path);
  }
  EXPECT_EQ(ALedger::bytes_of(offices.ledger.folder("a")), before);
}

}  // namespace

TEST(MergeFiles, DocumentsAndVersionsThatEntriesNameComeAlong) {
  const TwoOffices offices;
  EXPECT_EQ(offices.merge().new_files,
            (std::vector<std::string>{offices.document, offices.version}));
  EXPECT_EQ(base::read_file(offices.a(offices.document)), photograph);
  EXPECT_TRUE(base::file_exists(offices.a(offices.version)));
  EXPECT_TRUE(offices.merge().changes_nothing());
}

TEST(MergeFiles, MapsBetweenVersionsComeAlongAsTheyWereEntered) {
  const TwoOffices offices;
  const std::string map = R"({"identities":["a"]})", history = base::sha256_hex(map);
  offices.ledger.scratch().write("b/" + map_file(history), map);
  const std::string altered = map_file(std::string(64, '7'));
  offices.ledger.scratch().write("b/" + altered, "altered");
  {
    Writer writer(offices.ledger.folder("b"));
    record_names(writer, {"case file", "", "", 1, {}, history, ""});
    record_names(writer, {"case file", "", "", 1, {}, std::string(64, '7'), history});
  }
  (void)offices.merge();
  EXPECT_EQ(base::read_file(offices.a(map_file(history))), map);
  EXPECT_FALSE(base::file_exists(offices.a(altered)));
}

TEST(MergeFiles, WhatNoEntryNamesStaysWhereItIs) {
  const TwoOffices offices;
  const std::string stray = "evidence/" + base::sha256_hex("stray") + ".txt";
  offices.ledger.scratch().write("b/" + stray, "stray");
  const MergeReport report = offices.merge();
  EXPECT_EQ(report.new_files.size(), 2U);
  ASSERT_EQ(report.said.size(), 1U);
  EXPECT_EQ(report.said[0].arguments[1], offices.b(stray));
  EXPECT_FALSE(base::file_exists(offices.a(stray)));
}

TEST(MergeFiles, BytesThatAreNotThoseOfTheNameAreNotTaken) {
  const TwoOffices offices;
  // Of the same length, and of another.
  for (const std::string& bytes : {std::string(photograph.size(), 'x'), std::string("short")}) {
    offices.ledger.scratch().write("b/" + offices.document, bytes);
    const MergeReport report = offices.merge();
    ASSERT_EQ(report.said.size(), 1U);
    EXPECT_EQ(report.said[0].arguments[0], offices.b(offices.document));
    EXPECT_FALSE(base::file_exists(offices.a(offices.document)));
  }
}

TEST(MergeFiles, LinksAndPipesInTheOtherFolderAreRefusedByName) {
  const TwoOffices offices;
  const std::string secret = offices.ledger.scratch().write("secret.txt", photograph);
  const std::string path = offices.b(offices.document);
  std::filesystem::remove(path);
  std::filesystem::create_symlink(secret, path);
  expect_refused(offices, path);
  std::filesystem::remove(path);
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  expect_refused(offices, path);
  std::filesystem::remove(path);

  const std::string evidence = offices.b("evidence");
  std::filesystem::rename(evidence, offices.b("elsewhere"));
  std::filesystem::create_directory_symlink(offices.b("elsewhere"), evidence);
  expect_refused(offices, evidence);
  std::filesystem::remove(evidence);
  std::filesystem::rename(offices.b("elsewhere"), evidence);

  const ChainFile chain = chain_files(offices.ledger.folder("b")).front();
  std::filesystem::rename(chain.chain_path, offices.b("chain"));
  std::filesystem::create_symlink(offices.b("chain"), chain.chain_path);
  expect_refused(offices, chain.chain_path);
}

TEST(MergeFiles, AWrongFileUnderAHashsNameIsMovedAsideAndNamed) {
  const TwoOffices offices;
  offices.ledger.scratch().write("a/" + offices.document, "something else");
  const MergeReport report = offices.merge();
  EXPECT_EQ(base::read_file(offices.a(offices.document)), photograph);
  ASSERT_EQ(report.said.size(), 1U);
  EXPECT_EQ(report.said[0].arguments[0], offices.document);
  EXPECT_EQ(base::read_file(offices.a(report.said[0].arguments[1])), "something else");
}

TEST(MergeFiles, AnErasedEntryNamesNothing) {
  const TwoOffices offices;
  {
    Writer writer(offices.ledger.folder("b"));
    const Document document = documents(offices.ledger.folder("b")).front();
    const EntryPlace place = document.first().place;
    (void)erase(writer, place, "an endangered witness", "B. Tester");
  }
  EXPECT_EQ(offices.merge().new_files, std::vector<std::string>{offices.version});
}

}  // namespace sanaq::ledger
