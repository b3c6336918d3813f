#include "sanaq/ledger/verify.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

bool names(const VerifyReport& report, const std::string& file, std::int64_t line) {
  for (const Finding& finding : report.findings) {
    if (finding.weight == Weight::damage && finding.file == file && finding.line == line)
      return true;
  }
  return false;
}

std::string all_said(const VerifyReport& report) {
  std::string text;
  for (const Finding& finding : report.findings)
    text += finding.file + ":" + std::to_string(finding.line) + " " + finding.what.english() + "\n";
  return text;
}

}  // namespace

TEST(Verify, AWholeLedgerIsWhole) {
  const ALedger ledger;
  const std::string writer = ledger.write(5);
  const VerifyReport report = ALedger::check(ledger.folder());
  EXPECT_TRUE(report.findings.empty()) << all_said(report);
  EXPECT_EQ(report.entries, 7);  // the founding and the secret come first
  ASSERT_EQ(report.chains.size(), 1U);
  EXPECT_EQ(report.chains[0].writer, writer);
}

TEST(Verify, EveryFlippedBitIsFoundAndItsLineNamed) {
  const ALedger ledger;
  const std::string writer = ledger.write(3);
  for (const std::string& path : {ledger.chain_path(writer), ledger.bodies_path(writer)}) {
    const std::string whole = base::read_file(path);
    const std::string name = path.substr(ledger.folder().size() + 1);
    for (std::size_t at = 0; at < whole.size(); ++at) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << (at % 8)));
      ledger.scratch().write(path.substr(ledger.scratch().path().size() + 1), flipped);
      const VerifyReport report = ALedger::check(ledger.folder());
      const auto line =
          std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
      ASSERT_TRUE(names(report, name, line)) << name << " byte " << at << " line " << line << "\n"
                                             << all_said(report);
    }
    ledger.scratch().write(path.substr(ledger.scratch().path().size() + 1), whole);
  }
}

TEST(Verify, ADroppedSwappedOrRepeatedLineIsFoundWhereItStands) {
  const ALedger ledger;
  const std::string writer = ledger.write(6);
  for (const std::string& path : {ledger.chain_path(writer), ledger.bodies_path(writer)}) {
    const std::string inside = path.substr(ledger.scratch().path().size() + 1);
    const std::string whole = base::read_file(path);
    for (std::size_t at = 0; at < lines_of(whole).size(); ++at) {
      auto dropped = lines_of(whole);
      dropped.erase(dropped.begin() + static_cast<std::ptrdiff_t>(at));
      ledger.scratch().write(inside, text_of(dropped));
      EXPECT_FALSE(ALedger::check(ledger.folder()).is_whole())
          << "dropped " << at << " of " << path;
      auto repeated = lines_of(whole);
      repeated.insert(repeated.begin() + static_cast<std::ptrdiff_t>(at), repeated[at]);
      ledger.scratch().write(inside, text_of(repeated));
      EXPECT_TRUE(names(ALedger::check(ledger.folder()), path.substr(ledger.folder().size() + 1),
                        static_cast<std::int64_t>(at) + 2))
          << "repeated " << at;
      if (at == 0) continue;
      auto swapped = lines_of(whole);
      std::swap(swapped[at - 1], swapped[at]);
      ledger.scratch().write(inside, text_of(swapped));
      EXPECT_FALSE(ALedger::check(ledger.folder()).is_whole()) << "swapped " << at;
    }
    ledger.scratch().write(inside, whole);
  }
  EXPECT_TRUE(ALedger::check(ledger.folder()).is_whole());
}

TEST(Verify, AMissingChainIsMissedByThoseWhoSawIt) {
  const ALedger ledger;
  const std::string first = ledger.write(2);
  (void)ledger.copy("case", "copy");
  const std::string second = ledger.write(1, "copy");
  ASSERT_NE(first, second);
  EXPECT_TRUE(ALedger::check(ledger.folder("copy")).is_whole());
  // Written side by side, so that clocks are within bounds without the second chain too.
  ASSERT_EQ(ledger.write(5), first);
  for (const bool is_chain : {true, false}) {
    const auto path = [&](const std::string& name) {
      return is_chain ? ledger.chain_path(second, name) : ledger.bodies_path(second, name);
    };
    std::filesystem::copy_file(path("copy"), path("case"));
  }
  ASSERT_EQ(ledger.write(1), first);
  EXPECT_TRUE(ALedger::check(ledger.folder()).is_whole());
  std::filesystem::remove(ledger.chain_path(second));
  std::filesystem::remove(ledger.bodies_path(second));
  const VerifyReport report = ALedger::check(ledger.folder());
  EXPECT_TRUE(names(report, "ledger/" + second + ".chain.jsonl", 0)) << all_said(report);
}

TEST(Verify, LineEndsOfAMailerAreNamedOnceAndNothingElse) {
  const ALedger ledger;
  const std::string writer = ledger.write(3);
  std::string text = base::read_file(ledger.chain_path(writer));
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.insert(at, "\r");
  ledger.scratch().write("case/ledger/" + writer + ".chain.jsonl", text);
  const VerifyReport report = ALedger::check(ledger.folder());
  ASSERT_EQ(report.findings.size(), 1U) << all_said(report);
  EXPECT_EQ(report.findings[0].what.id, "the line ends in CR LF");
}

TEST(Verify, AClockThatGoesBackIsAWarning) {
  const ALedger ledger;
  int call = 0;
  Writer writer(ledger.folder(), {.name = "", .passphrase = std::nullopt, .now = [&call] {
                                    return call++ == 0 ? "2026-11-25T10:00:00Z"
                                                       : "2026-11-24T10:00:00Z";
                                  }});
  writer.append("statement", ALedger::fact(1));
  const VerifyReport report = ALedger::check(ledger.folder());
  EXPECT_TRUE(report.is_whole());
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].weight, Weight::warning);
}

TEST(Verify, DocumentsAndVersionsOfListsAreCheckedByTheirHash) {
  const ALedger ledger;
  const std::string hash = base::sha256_hex("photograph"), list_hash = base::sha256_hex("a;b");
  {
    Writer writer(ledger.folder());
    writer.append("document",
                  {{"sha256", hash}, {"file", "evidence/" + hash + ".jpg"}, {"name", "photo.jpg"}});
    writer.append("list",
                  {{"list", "morgue"}, {"file", "morgue.csv"}, {"sha256", list_hash}, {"rows", 1}});
  }
  ledger.scratch().write("case/evidence/" + hash + ".jpg", "photograph");
  ledger.scratch().write("case/lists/morgue.csv", "a;b");
  // Its version is to be kept apart: the list itself is overwritten one day.
  EXPECT_TRUE(names(ALedger::check(ledger.folder()), "lists/.versions/" + list_hash, 0));
  ledger.scratch().write("case/lists/.versions/" + list_hash + ".csv", "a;b");
  EXPECT_TRUE(ALedger::check(ledger.folder()).findings.empty());
  ledger.scratch().write("case/lists/morgue.csv", "overwritten");
  const VerifyReport overwritten = ALedger::check(ledger.folder());
  EXPECT_TRUE(overwritten.is_whole());
  ASSERT_EQ(overwritten.findings.size(), 1U);
  EXPECT_EQ(overwritten.findings[0].weight, Weight::note);
  ledger.scratch().write("case/lists/.versions/" + list_hash + ".csv", "a;c");
  EXPECT_TRUE(names(ALedger::check(ledger.folder()), "lists/.versions/" + list_hash + ".csv", 0));
  ledger.scratch().write("case/evidence/" + hash + ".jpg", "photogroph");
  EXPECT_TRUE(names(ALedger::check(ledger.folder()), "evidence/" + hash + ".jpg", 0));
  std::filesystem::remove(ledger.folder() + "/evidence/" + hash + ".jpg");
  EXPECT_TRUE(names(ALedger::check(ledger.folder()), "evidence/" + hash + ".jpg", 0));
}

TEST(Verify, WhereThereIsNoLedgerThatIsSaid) {
  const help::Scratch scratch;
  EXPECT_THROW((void)ALedger::check(scratch.path()), base::Error);
}

}  // namespace sanaq::ledger
