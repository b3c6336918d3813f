#include "sanaq/ledger/recovery.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

// A ledger of one writer whose two files a test damages.
class ADamagedEnd {
 public:
  explicit ADamagedEnd(int statements) : writer_(ledger_.write(statements)) {
    chain = base::read_file(ledger_.chain_path(writer_));
    bodies = base::read_file(ledger_.bodies_path(writer_));
  }
  void put(const std::string& name, const std::string& text) const {
    ledger_.scratch().write("case/ledger/" + writer_ + name, text);
  }
  // The key store has not seen the folder since: with it nobody goes on from a chain cut short.
  void put_both(const std::string& chain_text, const std::string& bodies_text) const {
    ledger_.forget();
    std::filesystem::remove(file().unfinished_path);
    std::filesystem::remove(cut_off());
    put(".chain.jsonl", chain_text);
    put(".bodies.jsonl", bodies_text);
  }
  [[nodiscard]] std::string chain_now() const {
    return base::read_file(ledger_.chain_path(writer_));
  }
  [[nodiscard]] std::string bodies_now() const {
    return base::read_file(ledger_.bodies_path(writer_));
  }
  [[nodiscard]] std::string cut_off() const {
    return ledger_.folder() + "/ledger/" + writer_ + ".cut-off";
  }
  [[nodiscard]] std::string cut_off_text() const {
    return base::file_exists(cut_off()) ? base::read_file(cut_off()) : "";
  }
  [[nodiscard]] ChainFile file() const { return chain_file(ledger_.folder(), writer_); }
  [[nodiscard]] const ALedger& ledger() const { return ledger_; }
  [[nodiscard]] const std::string& writer() const { return writer_; }

  std::string chain, bodies;

 private:
  ALedger ledger_;
  std::string writer_;
};

std::string without_last_line(const std::string& text, int lines = 1) {
  std::string rest = text;
  for (int at = 0; at < lines; ++at) rest.erase(rest.rfind('\n', rest.size() - 2) + 1);
  return rest;
}

const std::vector<std::string>& planted_notes() {
  static const std::vector<std::string> notes = {R"({"bodies":0,"chain":0})",
                                                 R"({"bodies":700,"chain":0})",
                                                 R"({"bodies":0,"chain":500})",
                                                 R"({"bodies":3,"chain":3})",
                                                 R"({"bodies":900000,"chain":900000})",
                                                 R"({"bodies":-1,"chain":"x"})",
                                                 "",
                                                 "no JSON at all"};
  return notes;
}

}  // namespace

TEST(Recovery, ATornLastLineIsCutKeptAsideAndReportedWithItsPlace) {
  const ADamagedEnd end(4);
  for (const std::size_t cut : {2U, 5U, 100U, 300U}) {
    end.put_both(end.chain.substr(0, end.chain.size() - cut), end.bodies);
    EXPECT_FALSE(ALedger::check(end.ledger().folder()).is_whole());
    const Writer again(end.ledger().folder());
    ASSERT_EQ(again.recovered().size(), 2U);
    EXPECT_EQ(again.recovered()[0].arguments[0], end.ledger().chain_path(end.writer()));
    EXPECT_EQ(again.recovered()[0].arguments[1], "6");
    EXPECT_EQ(again.id(), end.writer());
    const VerifyReport report = ALedger::check(end.ledger().folder());
    EXPECT_TRUE(report.is_whole());
    EXPECT_EQ(report.entries, 5);
    const std::string last = end.chain.substr(without_last_line(end.chain).size());
    EXPECT_NE(end.cut_off_text().find(last.substr(0, last.size() - cut)), std::string::npos);
    EXPECT_NE(end.cut_off_text().find(end.bodies.substr(without_last_line(end.bodies).size())),
              std::string::npos);
  }
}

// The line may have been acknowledged, and an editor took the LF.
TEST(Recovery, AWholeLineThatLostItsEndIsKept) {
  const ADamagedEnd end(4);
  for (const bool has_note : {false, true}) {
    end.put_both(end.chain.substr(0, end.chain.size() - 1),
                 end.bodies.substr(0, end.bodies.size() - 1));
    if (has_note) write_unfinished(end.file(), {0, 0});
    EXPECT_EQ(Writer(end.ledger().folder()).recovered().size(), 2U);
    EXPECT_EQ(end.chain_now(), end.chain);
    EXPECT_EQ(end.bodies_now(), end.bodies);
    EXPECT_FALSE(base::file_exists(end.cut_off()));
  }
}

TEST(Recovery, APlantedNoteCutsNothingThatWasAcknowledged) {
  const ADamagedEnd end(4);
  for (const std::string& note : planted_notes()) {
    SCOPED_TRACE(note);
    end.put_both(end.chain, end.bodies);
    end.put(".unfinished", note);
    EXPECT_TRUE(ALedger::check(end.ledger().folder()).is_whole());
    { const Writer writer(end.ledger().folder()); }
    EXPECT_EQ(end.chain_now(), end.chain);
    EXPECT_EQ(end.bodies_now(), end.bodies);
    EXPECT_FALSE(base::file_exists(end.file().unfinished_path));
  }
}

TEST(Recovery, APlantedNoteCutsNothingOfAChainWithErasedBodies) {
  const ALedger ledger;
  const std::string writer = ledger.write(4);
  {
    Writer again(ledger.folder());
    again.append("erasure", erasure_body({writer, 4}, "a reason", "A. Tester"));
    again.erase_body(writer, 4);
  }
  const auto before = ALedger::bytes_of(ledger.folder());
  for (const std::string& note : planted_notes()) {
    ledger.scratch().write("case/ledger/" + writer + ".unfinished", note);
    { const Writer again(ledger.folder()); }
    EXPECT_EQ(ALedger::bytes_of(ledger.folder()), before);
  }
}

// A note must not make a changed line look like one that was never acknowledged.
TEST(Recovery, APlantedNoteHidesNoDamage) {
  const ADamagedEnd end(4);
  for (const std::string& note : planted_notes()) {
    for (const std::size_t at : {end.chain.size() / 2, end.chain.size() - 100}) {
      std::string chain = end.chain;
      chain[at] = chain[at] == 'x' ? 'y' : 'x';
      end.put_both(chain, end.bodies);
      end.put(".unfinished", note);
      EXPECT_FALSE(ALedger::check(end.ledger().folder()).is_whole()) << note;
      // What stands behind the last line that is signed is left out; within, nobody reads on.
      const bool is_within = at < without_last_line(end.chain).size();
      if (is_within) {
        EXPECT_THROW(for_each_entry(end.ledger().folder(), [](const Entry&) {}), base::Error);
      }
      try {
        const Writer writer(end.ledger().folder());
        EXPECT_FALSE(is_within);
        EXPECT_EQ(writer.recovered().size(), 1U);
      } catch (const base::Error& error) {
        EXPECT_EQ(error.kind(), base::Kind::corrupt);
      }
      // What nobody signed is kept aside, and nothing else is touched.
      EXPECT_EQ(end.chain_now(), is_within ? chain : without_last_line(end.chain)) << note;
      EXPECT_EQ(end.bodies_now(), is_within ? end.bodies : without_last_line(end.bodies)) << note;
      EXPECT_EQ(end.cut_off_text().empty(), is_within) << note;
    }
  }
}

TEST(Recovery, BodiesWithoutTheirLinesAreKeptAsideWithANoteOrWithout) {
  const ADamagedEnd end(4);
  const std::string chain = without_last_line(end.chain, 2);
  const std::string bodies = without_last_line(end.bodies, 2);
  for (const bool has_note : {false, true}) {
    end.put_both(chain, end.bodies);
    if (has_note) end.put(".unfinished", planted_notes()[0]);
    const Writer again(end.ledger().folder());
    ASSERT_EQ(again.recovered().size(), 1U);
    EXPECT_NE(again.recovered()[0].english().find(has_note ? "cut short" : "merge another copy"),
              std::string::npos);
    EXPECT_EQ(end.chain_now(), chain);
    EXPECT_EQ(end.bodies_now(), bodies);
    EXPECT_EQ(end.cut_off_text(), end.bodies.substr(bodies.size()) + "\n");
    EXPECT_TRUE(ALedger::check(end.ledger().folder()).is_whole());
  }
}

TEST(Recovery, MoreThanAnEndIsNotTouched) {
  const ADamagedEnd end(4);
  std::string chain = end.chain;
  chain.replace(without_last_line(chain).size() - 60, 30, std::string(30, 'z'));
  end.put_both(chain, end.bodies);
  EXPECT_THROW(Writer{end.ledger().folder()}, base::Error);
  EXPECT_EQ(end.chain_now(), chain);
  std::string bodies = end.bodies;
  bodies.replace(bodies.size() - 60, 30, std::string(30, '"'));
  end.put_both(end.chain, bodies);
  EXPECT_THROW(Writer{end.ledger().folder()}, base::Error);
  EXPECT_EQ(end.bodies_now(), bodies);
}

TEST(Recovery, WhatStandsInThePlaceOfAFileOfOursIsNamedAndLeft) {
  const ADamagedEnd end(2);
  const std::string thesis = end.ledger().scratch().write("thesis.txt", "three years of work");
  const std::string torn = end.chain.substr(0, end.chain.size() - 9);
  const auto refused = [&](const std::string& path) {
    try {
      const Writer writer(end.ledger().folder());
    } catch (const base::Error& error) {
      return error.kind() == base::Kind::bad_input && error.message().arguments[0] == path;
    }
    return false;
  };
  for (const std::string& path : {end.file().unfinished_path, end.cut_off()}) {
    end.put_both(torn, end.bodies);
    std::filesystem::create_symlink(thesis, path);
    EXPECT_TRUE(refused(path)) << path;
    std::filesystem::remove(path);
    std::filesystem::create_directory(path);
    EXPECT_TRUE(refused(path)) << path;
    EXPECT_TRUE(base::folder_exists(path));
    std::filesystem::remove(path);
  }
  EXPECT_EQ(end.chain_now(), torn);
  EXPECT_EQ(base::read_file(thesis), "three years of work");
}

TEST(Recovery, InterruptedAnywhereItIsDoneByTheNext) {
  const ADamagedEnd end(3);
  const std::string chain = without_last_line(end.chain), bodies = without_last_line(end.bodies);
  for (std::int64_t call = 1; call <= 12; ++call) {
    SCOPED_TRACE(call);
    end.put_both(end.chain.substr(0, end.chain.size() - 40), end.bodies);
    write_unfinished(end.file(), {0, 0});
    base::set_disk_faults({.first = call, .count = 1'000'000, .writes_half_first = true});
    try {
      (void)recover(end.file());
    } catch (const base::Error&) {
    }
    base::set_disk_faults({});
    EXPECT_TRUE(ALedger::check(end.ledger().folder()).is_whole());
    (void)recover(end.file());
    EXPECT_EQ(end.chain_now(), chain);
    EXPECT_EQ(end.bodies_now(), bodies);
    EXPECT_FALSE(has_unfinished(end.file()));
    EXPECT_TRUE(recover(end.file()).empty());
  }
}

}  // namespace sanaq::ledger
