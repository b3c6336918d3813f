#include "sanaq/ledger/verify_files.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::ledger {
namespace {

// An invented folder with one of each kind of file that the ledger vouches for.
class VerifyFiles : public testing::Test {
 protected:
  VerifyFiles() {
    Writer writer(ledger_.folder());
    document_ = add_documents(writer, {{"a letter", "letter.txt", {}}})[0].file;
    write("lists/morgue.csv", "id,name\n1,A\n");
    keep("lists/morgue.csv");
    map_ = map_file(base::sha256_hex(R"({"identities":["a"]})"));
    write(map_, R"({"identities":["a"]})");
    record_list(writer, {"morgue", "morgue.csv", hash("lists/morgue.csv"), 1, {}, hash(map_), ""});
    write("custody.csv", "custody,sentence\nc1,4y\n");
    keep("custody.csv");
    record_table(writer, {"custody.csv", "custody", hash("custody.csv")});
  }

  void write(const std::string& path, const std::string& bytes) const {
    ledger_.scratch().write("case/" + path, bytes);
  }
  [[nodiscard]] std::string whole(const std::string& path) const {
    return ledger_.folder() + "/" + path;
  }
  [[nodiscard]] std::string hash(const std::string& path) const {
    return base::sha256_of_file(whole(path));
  }
  [[nodiscard]] std::string version_of(const std::string& path) const {
    return "lists/.versions/" + hash(path) + ".csv";
  }
  void keep(const std::string& path) const {
    write(version_of(path), base::read_file(whole(path)));
  }

  // "damage custody.csv" of each finding.
  [[nodiscard]] std::set<std::string> found() const {
    std::set<std::string> said;
    const char* weights[] = {"damage ", "warning ", "note "};
    for (const Finding& finding : ALedger::check(ledger_.folder()).findings)
      said.insert(weights[static_cast<int>(finding.weight)] + finding.file);
    return said;
  }
  using Said = std::set<std::string>;

  const ALedger ledger_;
  std::string document_, map_;
};

}  // namespace

TEST_F(VerifyFiles, AllAreWholeAndCountedOnce) {
  const VerifyReport report = ALedger::check(ledger_.folder());
  EXPECT_TRUE(report.findings.empty());
  EXPECT_TRUE(report.changed.empty());
  EXPECT_EQ(report.documents, 1);
  EXPECT_EQ(report.lists, 2);
  EXPECT_EQ(report.checked.good, 4);  // the document, two versions, the map
  EXPECT_EQ(report.checked.files, 4);
}

TEST_F(VerifyFiles, AnyFlippedByteIsFoundInTheFileThatHasIt) {
  const std::string list = version_of("lists/morgue.csv"), table = version_of("custody.csv");
  for (const std::string& path : {document_, list, table, map_, std::string("lists/morgue.csv"),
                                  std::string("custody.csv")}) {
    const std::string bytes = base::read_file(whole(path));
    const bool is_theirs = path == "lists/morgue.csv" || path == "custody.csv";
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
      write(path, flipped);
      EXPECT_EQ(found(), Said{(is_theirs ? "note " : "damage ") + path}) << at;
      EXPECT_EQ(ALedger::check(ledger_.folder()).changed.size(), is_theirs ? 1U : 0U);
    }
    write(path, bytes);
  }
  EXPECT_EQ(found(), Said{});
}

TEST_F(VerifyFiles, AnyMissingFileIsNamed) {
  const std::string list = version_of("lists/morgue.csv");
  for (const std::string& path : {document_, list, map_, std::string("custody.csv")}) {
    const std::string bytes = base::read_file(whole(path));
    base::remove_file(whole(path));
    // Of what is known by its hash, only the hash can be named.
    const std::string named = path.starts_with("lists/.versions/") ? path.substr(0, 80) : path;
    EXPECT_EQ(found(), Said{(path == "custody.csv" ? "note " : "damage ") + named});
    write(path, bytes);
  }
}

TEST_F(VerifyFiles, AFileThatNoEntryNamesIsAWarning) {
  write("evidence/" + std::string(64, 'e') + ".jpg", "planted");
  write("lists/.versions/" + std::string(64, 'f') + ".csv", "planted");
  write("lists/.versions/union-00000000.json", "{}");
  EXPECT_EQ(found(), (Said{"warning evidence/" + std::string(64, 'e') + ".jpg",
                           "warning lists/.versions/" + std::string(64, 'f') + ".csv",
                           "warning lists/.versions/union-00000000.json"}));
}

TEST_F(VerifyFiles, TheSameBytesUnderASecondEndingAreCheckedToo) {
  const std::string twin = "lists/.versions/" + hash("custody.csv") + ".txt";
  write(twin, base::read_file(whole("custody.csv")));
  EXPECT_EQ(found(), Said{});
  write(twin, "other");
  EXPECT_EQ(found(), Said{"damage " + twin});
}

TEST_F(VerifyFiles, AMapOfAnOlderVersionIsSaid) {
  const std::string older = unnamed_map_file("hospital"), done = unnamed_map_file("morgue");
  write(older, "{}");
  EXPECT_EQ(found(), Said{"warning " + older});  // no list of that name
  {
    Writer writer(ledger_.folder());
    record_list(writer, {"hospital", "morgue.csv", hash("lists/morgue.csv"), 1, {}, "", ""});
  }
  EXPECT_EQ(found(), Said{"note " + older});
  write(done, "{}");  // of a list whose map was entered since
  EXPECT_EQ(found(), (Said{"note " + older, "warning " + done}));
}

TEST_F(VerifyFiles, EveryMapThatAnEntryNamesIsThere) {
  const std::string before = hash(map_), next = R"({"identities":["b"]})";
  Writer writer(ledger_.folder());
  record_list(
      writer,
      {"morgue", "morgue.csv", hash("lists/morgue.csv"), 1, {}, base::sha256_hex(next), before});
  record_names(writer, {"case file", "", "", 7, {}, base::sha256_hex("names"), ""});
  const std::string missing = "damage lists/.versions/";
  EXPECT_EQ(found(), (Said{missing + base::sha256_hex(next), missing + base::sha256_hex("names")}));
  write(map_file(base::sha256_hex(next)), next);
  write(map_file(base::sha256_hex("names")), "names");
  EXPECT_EQ(found(), Said{});
}

TEST_F(VerifyFiles, ATakenAwayLedgerIsDamage) {
  std::string own_chain;  // the key store remembers it
  for (const auto& [path, bytes] : ALedger::bytes_of(ledger_.folder())) {
    if (path.ends_with(".chain.jsonl")) own_chain = path;
    if (path.starts_with("ledger/")) base::remove_file(whole(path));
  }
  EXPECT_EQ(found(), (Said{"damage ledger", "damage " + own_chain, "warning " + document_,
                           "warning " + version_of("lists/morgue.csv"),
                           "warning " + version_of("custody.csv"), "warning " + map_}));
  base::remove_tree(whole("ledger"));
  EXPECT_TRUE(found().contains("damage ledger"));
  base::remove_tree(whole("evidence"));
  base::remove_tree(whole("lists"));
  EXPECT_THROW((void)ALedger::check(ledger_.folder()), base::Error);
  write(".sanaq/entered.json", "[]");
  EXPECT_EQ(found(), (Said{"damage ledger", "damage " + own_chain}));
}

TEST_F(VerifyFiles, NoEntryMakesItReadWhatIsNotTheInvestigations) {
  ledger_.scratch().write("secret.txt", "not ours");
  Writer writer(ledger_.folder());
  for (const std::string& path :
       {std::string("../secret.txt"), ledger_.scratch() / "secret.txt", std::string("/dev/zero"),
        std::string("a/../../secret.txt"), std::string("..")}) {
    record_table(writer, {path, "act", hash("custody.csv")});
    record_list(writer, {path, path, hash("custody.csv"), 1, {}, "", ""});
  }
  EXPECT_TRUE(ALedger::check(ledger_.folder()).changed.empty());
}

TEST_F(VerifyFiles, WhatARunWasMadeFromIsComparedWhereAnOlderVersionEnteredNoMore) {
  write("investigation.toml", "title = \"A\"\n");
  Writer writer(ledger_.folder());
  const auto run = [&](const std::string& sha256) {
    record_run(writer, {"ingest",
                        "1",
                        "1",
                        sha256,
                        {{"investigation.toml", sha256},
                         {"custody.csv", std::string(64, '0')},
                         {"statements", sha256},
                         {"addresses", sha256}},
                        {},
                        {},
                        {},
                        ""});
  };
  run(hash("investigation.toml"));
  EXPECT_EQ(found(), Said{});
  write("investigation.toml", "title = \"B\"\n");
  EXPECT_EQ(found(), Said{"note investigation.toml"});
  run(hash("investigation.toml"));
  EXPECT_EQ(found(), Said{});
}

}  // namespace sanaq::ledger
