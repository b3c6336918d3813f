#include "sanaq/investigation/forget.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/base/catalog.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/decisions.h"

namespace sanaq::investigation {
namespace {

// An investigation, and an invented witness of whom one entry speaks.
class AWitness {
 public:
  AWitness() {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    scratch_.write("case/investigation.toml", "title = \"A test\"\nlanguages = [\"en\"]\n");
    ledger::Writer writer(folder(), {.name = "A. Tester"});
    said_ = writer.append("statement", {{"subject", "event:1"},
                                        {"property", "seen"},
                                        {"value", "Zubairasyl Qudiyarov, from a roof"},
                                        {"visibility", "public"}});
    writer.append("statement", {{"subject", "event:2"},
                                {"property", "seen"},
                                {"value", "somebody, from another roof"},
                                {"visibility", "public"}});
  }
  [[nodiscard]] std::string folder() const { return scratch_ / "case"; }
  [[nodiscard]] std::string path(const std::string& name) const { return folder() + "/" + name; }
  void write(const std::string& name, const std::string& text) const {
    scratch_.write("case/" + name, text);
  }
  [[nodiscard]] bool has(const std::string& name) const { return base::file_exists(path(name)); }
  [[nodiscard]] const ledger::Entry& said() const { return said_; }
  [[nodiscard]] const help::Scratch& scratch() const { return scratch_; }

  std::vector<base::Message> forget(const std::vector<ledger::Entry>& entries,
                                    const TakeFromSite& take = {}) const {
    ledger::Writer writer(folder());
    return investigation::forget(writer, entries, take);
  }

 private:
  help::Scratch scratch_;
  ledger::Entry said_;
};

bool says(const std::vector<base::Message>& said, const std::string& file,
          const std::string& words) {
  return std::any_of(said.begin(), said.end(), [&](const base::Message& message) {
    return message.english().find(file) != std::string::npos &&
           message.english().find(words) != std::string::npos;
  });
}

}  // namespace

TEST(Forget, TheIndexAndEveryCacheAndReportWithTheWordsGo) {
  const AWitness a;
  for (const char* journal : {"", "-wal", "-shm", "-journal"})
    a.write(std::string(".sanaq/ledger.sqlite") + journal, "an index");
  a.write(".sanaq/words.sqlite", "another index");
  a.write(".sanaq/link.json", R"({"a":"\u005aubairasyl"})");
  a.write(".sanaq/estimate.json", R"({"a":"nobody"})");
  a.write("review.csv",
          persons::review_csv({}, {}, {}, base::Catalog()) + "1;same;ZUBAIRASYL;;;;;;\n");
  const std::vector<base::Message> said = a.forget({a.said()});
  for (const char* gone :
       {".sanaq/ledger.sqlite", ".sanaq/ledger.sqlite-wal", ".sanaq/ledger.sqlite-shm",
        ".sanaq/ledger.sqlite-journal", ".sanaq/words.sqlite", ".sanaq/link.json", "review.csv"})
    EXPECT_FALSE(a.has(gone)) << gone;
  EXPECT_TRUE(a.has(".sanaq/estimate.json"));
  EXPECT_TRUE(says(said, ".sanaq/link.json", "was removed"));
  EXPECT_TRUE(says(said, "backups", "snapshots"));
}

TEST(Forget, WhatPeoplePutThereStaysAndIsNamed) {
  const AWitness a;
  a.write("lists/hospital.csv", "id,name\n1,Zubairasyl Qudiyarov\n");
  a.write("notes.txt", "call zubairasyl");
  a.write("other.txt", "call somebody");
  a.write("review.csv", "my own review of Zubairasyl\n");
  a.write(".sanaq/aside/2026-01-01/page.html", "Zubairasyl");
  a.write("evidence/photo.jpg", "Zubairasyl");
  const std::vector<base::Message> said = a.forget({a.said()});
  for (const char* name :
       {"lists/hospital.csv", "notes.txt", "review.csv", ".sanaq/aside/2026-01-01/page.html"}) {
    EXPECT_TRUE(a.has(name));
    EXPECT_TRUE(says(said, name, "was left as it is")) << name;
  }
  EXPECT_FALSE(says(said, "other.txt", ""));
  EXPECT_TRUE(says(said, "not searched for the words", "1"));
  for (const base::Message& message : said)
    EXPECT_EQ(message.english().find("Zubairasyl"), std::string::npos) << message.english();
}

TEST(Forget, LinesThatWereCutOffFromAChainAreTakenOut) {
  const AWitness a;
  const std::string name = "ledger/" + a.said().writer + ".cut-off";
  a.write(name, ledger::body_line(a.said()) + "\n{\"body\":{\"value\":\"something else\"}\n");
  EXPECT_TRUE(says(a.forget({a.said()}), name, "taken out"));
  EXPECT_EQ(base::read_file(a.path(name)), "{\"body\":{\"value\":\"something else\"}\n");
}

TEST(Forget, ADocumentsBytesGoUnlessAnotherEntryNamesThem) {
  const AWitness a;
  const std::string source = a.scratch().write("letter.txt", "a letter");
  ledger::Entry first;
  std::string file;
  {
    ledger::Writer writer(a.folder());
    const ledger::AddedDocument added = ledger::add_document(writer, source, {});
    file = added.file;
    first = added.entry;
    (void)ledger::add_document(writer, source, {});
  }
  const std::string version = "lists/.versions/" + base::sha256_hex("a letter") + ".csv";
  a.write(version, "a letter");
  EXPECT_TRUE(says(a.forget({first}), file, "names the same bytes"));
  EXPECT_TRUE(a.has(file));
  std::vector<ledger::Entry> both;
  ledger::visit_in_force(
      a.folder(), "document",
      [&](const ledger::Entry& entry, const nlohmann::json&) { both.push_back(entry); });
  ASSERT_EQ(both.size(), 2U);
  EXPECT_TRUE(says(a.forget(both), file, "removed"));
  EXPECT_FALSE(a.has(file));
  EXPECT_FALSE(a.has(version));
}

TEST(Forget, EverySiteIsAskedAndWhatItIsAfterwardsIsEntered) {
  const AWitness a;
  a.write("site/index.html", "");
  {
    ledger::Writer writer(a.folder());
    ledger::Publication before;
    before.mark = std::string(64, 'a');
    before.files = 3;
    before.addresses = {"1111222233334444", "5555666677778888"};
    before.site = "out/pages";
    ledger::record_publication(writer, before);
  }
  a.write("out/pages/index.html", "");
  std::vector<std::string> asked;
  const std::vector<base::Message> said =
      a.forget({a.said()}, [&](const std::string& site, const HoldsWords& holds_words,
                               const std::function<void(const SiteAfter&)>& before) {
        asked.push_back(site.substr(a.folder().size() + 1));
        EXPECT_TRUE(holds_words("a.html", "<p>zubairasyl</p>"));
        EXPECT_TRUE(holds_words("a.gz", "\x1F\x8B\x08 packed"));
        EXPECT_FALSE(holds_words("a.html", "<p>nobody</p>"));
        if (asked.back() == "site") return TakenFromSite{};
        before({std::string(64, 'b'), {"index.html", "person/5555666677778888.html"}});
        return TakenFromSite{{"person/1111222233334444.html"}, {"changed.html"}};
      });
  EXPECT_EQ(asked, (std::vector<std::string>{"out/pages", "site"}));
  EXPECT_TRUE(says(said, "taken away from the site", "1"));
  EXPECT_TRUE(says(said, "out/pages/changed.html", "remove it yourself"));
  const ledger::Publication now = ledger::publications(a.folder()).back();
  EXPECT_EQ(now.mark, std::string(64, 'b'));
  EXPECT_EQ(now.files, 2);
  EXPECT_EQ(now.addresses, std::vector<std::string>{"5555666677778888"});
}

}  // namespace sanaq::investigation
