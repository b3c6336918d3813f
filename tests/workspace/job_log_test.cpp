#include "sanaq/workspace/job_log.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "help/kill_at.h"
#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::workspace {
namespace {

Job a_job(std::int64_t id, JobState state) {
  Job job;
  job.id = id;
  job.verb = "count";
  job.state = state;
  job.what = base::message("reading {}", "hospital of Somebody");
  job.says = base::message("{}: no such row", "Somebody");
  job.notes = {"a note"};
  job.began = "2026-11-30T09:25:11Z";
  return job;
}

TEST(JobLog, TheLastLineAboutAJobHoldsAndNoTextFromOutsideIsKept) {
  const help::Scratch scratch;
  EXPECT_TRUE(read_jobs(scratch.path()).empty());
  note_job(scratch.path(), a_job(1, JobState::running));
  note_job(scratch.path(), a_job(2, JobState::waiting));
  note_job(scratch.path(), a_job(1, JobState::done));
  const std::vector<Job> jobs = read_jobs(scratch.path());
  ASSERT_EQ(jobs.size(), 2U);
  EXPECT_EQ(jobs[0].state, JobState::done);
  EXPECT_EQ(jobs[1].state, JobState::waiting);
  EXPECT_EQ(jobs[0].what.id, "reading {}");
  const std::string log = base::read_file(scratch / ".sanaq/jobs.jsonl");
  for (const char* words : {"Somebody", "hospital", "a note"})
    EXPECT_EQ(log.find(words), std::string::npos);
}

TEST(JobLog, DamagedLinesSayNothing) {
  const help::Scratch scratch;
  note_job(scratch.path(), a_job(1, JobState::done));
  const std::string good = base::read_file(scratch / ".sanaq/jobs.jsonl");
  for (const char* bad : {"{\"id\":", "[]\n", "{\"id\":-4,\"state\":\"done\"}\n", "\xff\xfe\n",
                          "{\"id\":\"x\",\"state\":\"done\"}\n", "null\n", "\n"}) {
    scratch.write(".sanaq/jobs.jsonl", good + bad);
    EXPECT_EQ(read_jobs(scratch.path()).size(), 1U) << bad;
    note_job(scratch.path(), a_job(5, JobState::running));
    EXPECT_EQ(read_jobs(scratch.path()).size(), 2U) << bad;
  }
}

TEST(JobLog, AFullDiskLeavesTheLogAsItWas) {
  const help::Scratch scratch;
  note_job(scratch.path(), a_job(1, JobState::running));
  const std::string before = base::read_file(scratch / ".sanaq/jobs.jsonl");
  base::DiskFaults full;
  full.first = 1;
  full.error = 28;
  full.writes_half_first = true;
  base::set_disk_faults(full);
  EXPECT_THROW(note_job(scratch.path(), a_job(1, JobState::done)), base::Error);
  base::set_disk_faults({});
  EXPECT_EQ(base::read_file(scratch / ".sanaq/jobs.jsonl"), before);
}

TEST(JobLog, KilledAnywhereItCanBeReadAndGoesOn) {
  for (int call = 1; call < 20; ++call) {
    const help::Scratch scratch;
    note_job(scratch.path(), a_job(1, JobState::running));
    const help::Ending ending =
        help::kill_at(call, [&] { note_job(scratch.path(), a_job(1, JobState::done)); });
    ASSERT_EQ(read_jobs(scratch.path()).size(), 1U);
    note_job(scratch.path(), a_job(2, JobState::running));
    EXPECT_EQ(read_jobs(scratch.path()).size(), 2U);
    if (ending == help::Ending::finished) return;
  }
}

TEST(JobLog, ALinkIsNotFollowed) {
  const help::Scratch scratch;
  scratch.write("theirs", "theirs\n");
  base::make_folder(scratch / ".sanaq");
  ASSERT_EQ(::symlink((scratch / "theirs").c_str(), (scratch / ".sanaq/jobs.jsonl").c_str()), 0);
  EXPECT_THROW(note_job(scratch.path(), a_job(1, JobState::done)), base::Error);
  EXPECT_EQ(base::read_file(scratch / "theirs"), "theirs\n");
}

TEST(JobLog, ALongOneIsShortenedToTheNewest) {
  const help::Scratch scratch;
  std::string lines;
  note_job(scratch.path(), a_job(1, JobState::done));
  const std::string one = base::read_file(scratch / ".sanaq/jobs.jsonl").substr(7);
  for (int id = 1; id <= 2000; ++id) lines += "{\"id\":" + std::to_string(id) + one;
  scratch.write(".sanaq/jobs.jsonl", lines);
  shorten_jobs(scratch.path(), 100);
  const std::vector<Job> jobs = read_jobs(scratch.path());
  ASSERT_EQ(jobs.size(), 100U);
  EXPECT_EQ(jobs.front().id, 1901);
}

}  // namespace
}  // namespace sanaq::workspace
