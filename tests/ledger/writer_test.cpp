#include "sanaq/ledger/writer.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/reader.h"

namespace sanaq::ledger {
namespace {

std::vector<std::string> values_in(const std::string& folder) {
  std::vector<std::string> values;
  for_each_entry(folder, [&](const Entry& entry) {
    if (entry.kind == "statement" && entry.body)
      values.push_back(nlohmann::json::parse(*entry.body).at("value"));
  });
  return values;
}

// Three entries one by one and three at once, on a disk that fails as planned; gives what was
// acknowledged.
std::vector<std::string> write_on_a_bad_disk(const std::string& folder,
                                             const base::DiskFaults& faults) {
  std::vector<std::string> acknowledged;
  base::set_disk_faults(faults);
  try {
    Writer writer(folder);
    for (int at = 1; at <= 3; ++at) {
      try {
        writer.append("statement", ALedger::fact(at));
        acknowledged.push_back(std::to_string(at));
      } catch (const base::Error&) {
      }
    }
    writer.append_all({{"statement", ALedger::fact(4)},
                       {"statement", ALedger::fact(5)},
                       {"statement", ALedger::fact(6)}});
    for (const char* value : {"4", "5", "6"}) acknowledged.emplace_back(value);
  } catch (const base::Error&) {
  }
  base::set_disk_faults({});
  return acknowledged;
}

void expect_acknowledged_survive(const ALedger& ledger, const std::string& name,
                                 const base::DiskFaults& faults) {
  const std::vector<std::string> acknowledged = write_on_a_bad_disk(ledger.folder(name), faults);
  if (base::folder_exists(ledger.folder(name) + "/ledger")) {
    const VerifyReport before = ALedger::check(ledger.folder(name));
    EXPECT_TRUE(before.is_whole()) << "before anybody writes again: " << before.findings[0].file
                                   << " " << before.findings[0].what.english();
  }
  ledger.write(1, name, 99);
  const VerifyReport report = ALedger::check(ledger.folder(name));
  EXPECT_TRUE(report.findings.empty()) << report.findings[0].what.english();
  std::vector<std::string> found = values_in(ledger.folder(name));
  for (const std::string& value : acknowledged)
    EXPECT_NE(std::find(found.begin(), found.end(), value), found.end())
        << value << " was acknowledged and is gone";
  EXPECT_EQ(found.back(), "99");
}

}  // namespace

TEST(Writer, WhatIsWrittenIsReadInOrder) {
  const ALedger ledger;
  ledger.write(3);
  ledger.write(2, "case", 3);
  EXPECT_EQ(values_in(ledger.folder()), (std::vector<std::string>{"0", "1", "2", "3", "4"}));
}

TEST(Writer, NamesTheHeadsOfOthersOnceForEachChange) {
  const ALedger ledger;
  const std::string first = ledger.write(1);
  (void)ledger.copy("case", "copy");
  Writer writer(ledger.folder("copy"));
  EXPECT_EQ(writer.append("statement", ALedger::fact(1)).seen.size(),
            0U);  // the `key` entry has named it
  std::vector<std::map<std::string, std::string>> seen;
  for_each_entry(ledger.folder("copy"), [&](const Entry& entry) {
    if (entry.writer == writer.id()) seen.push_back(entry.seen);
  });
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0].count(first), 1U);
  EXPECT_TRUE(seen[1].empty());
}

TEST(Writer, TwoAtOnceAreToldSo) {
  const ALedger ledger;
  const Writer first(ledger.folder());
  try {
    const Writer second(ledger.folder());
    FAIL() << "two write one chain";
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::conflict);
  }
}

TEST(Writer, AcknowledgedEntriesSurviveAnySingleFailureOfTheDisk) {
  const ALedger ledger;
  base::set_disk_faults({});
  EXPECT_EQ(write_on_a_bad_disk(ledger.folder("good"), {}).size(), 6U);
  const std::int64_t calls = 36;
  for (std::int64_t call = 1; call <= calls; ++call) {
    for (const bool half : {false, true}) {
      SCOPED_TRACE("call " + std::to_string(call) + (half ? " after half a write" : ""));
      expect_acknowledged_survive(
          ledger, "once-" + std::to_string(call) + (half ? "h" : ""),
          {.first = call, .error = half ? 28 : 5, .writes_half_first = half});
    }
  }
}

TEST(Writer, AcknowledgedEntriesSurviveADiskThatDiesOrIsFull) {
  const ALedger ledger;
  for (std::int64_t call = 1; call <= 36; ++call) {
    SCOPED_TRACE("from call " + std::to_string(call));
    expect_acknowledged_survive(
        ledger, "dead-" + std::to_string(call),
        {.first = call, .count = 1'000'000, .error = 28, .writes_half_first = true});
  }
}

TEST(Writer, ShortWritesLoseNothing) {
  const ALedger ledger;
  EXPECT_EQ(write_on_a_bad_disk(ledger.folder(), {.short_writes = true}).size(), 6U);
  EXPECT_TRUE(ALedger::check(ledger.folder()).findings.empty());
}

TEST(Writer, AcknowledgedEntriesSurviveKillInALoop) {
  const ALedger ledger;
  int acknowledged = 0;
  for (int round = 0; round < 25; ++round) {
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      Writer writer(ledger.folder());
      for (int at = 0;; ++at) {
        writer.append_all(
            {{"statement", ALedger::fact(round)}, {"statement", ALedger::fact(round)}});
        if (::write(pipe_ends[1], "x", 1) != 1) ::_exit(1);
      }
    }
    ::close(pipe_ends[1]);
    ::usleep(static_cast<useconds_t>(20'000 + round * 5'731));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    char buffer[4096];
    for (ssize_t size = 0; (size = ::read(pipe_ends[0], buffer, sizeof buffer)) > 0;)
      acknowledged += 2 * static_cast<int>(size);
    ::close(pipe_ends[0]);
    if (!base::folder_exists(ledger.folder() + "/ledger")) continue;
    const VerifyReport report = ALedger::check(ledger.folder());
    EXPECT_TRUE(report.is_whole()) << "round " << round << ": " << report.findings[0].file << " "
                                   << report.findings[0].what.english();
  }
  { const Writer writer(ledger.folder()); }
  EXPECT_TRUE(ALedger::check(ledger.folder()).findings.empty());
  EXPECT_GT(acknowledged, 0);
  EXPECT_GE(static_cast<int>(values_in(ledger.folder()).size()), acknowledged);
}

TEST(Writer, AnErasedBodyLeavesTheChainWhole) {
  const ALedger ledger;
  std::string id;
  {
    Writer writer(ledger.folder());
    const Entry entry = writer.append("statement", ALedger::fact(7));
    writer.append("statement", ALedger::fact(8));
    writer.append("erasure", {{"entry", {{"writer", entry.writer}, {"seq", entry.seq}}},
                              {"reason", "an endangered witness"},
                              {"by", "A. Tester"}});
    writer.erase_body(entry.writer, entry.seq);
    id = writer.id();
  }
  const VerifyReport report = ALedger::check(ledger.folder());
  EXPECT_TRUE(report.findings.empty());
  ASSERT_EQ(report.erased.size(), 1U);
  EXPECT_EQ(report.erased[0].reason, "an endangered witness");
  EXPECT_EQ(values_in(ledger.folder()), std::vector<std::string>{"8"});
}

}  // namespace sanaq::ledger
