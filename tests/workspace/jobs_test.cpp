#include "sanaq/workspace/jobs.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/left_files.h"
#include "sanaq/investigation/last_number.h"
#include "sanaq/investigation/steps_lock.h"
#include "sanaq/workspace/job_log.h"
#include "workspace/a_program.h"

namespace sanaq::workspace {
namespace {

class JobsTest : public ::testing::Test {
 protected:
  JobsTest() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  std::unique_ptr<Jobs> jobs_of(const std::string& program) {
    auto jobs = std::make_unique<Jobs>(program, [](const Job&) {});
    jobs->open(folder);
    return jobs;
  }
  static JobState end_of(const Jobs& jobs, std::int64_t id) {
    EXPECT_TRUE(comes_true([&] { return jobs.find(id)->is_over(); }));
    return jobs.find(id)->state;
  }
  static bool runs(const Jobs& jobs, std::int64_t id) {
    return comes_true([&] { return jobs.find(id)->state == JobState::running; });
  }
  JobOrder count() const { return {"count", {"estimate", folder}}; }

  help::Scratch scratch_;
  std::string folder = help::small_investigation(scratch_);
};

TEST_F(JobsTest, OneOfTheRealProgramCounts) {
  const auto jobs = jobs_of(SANAQ_PROGRAM);
  const Job job = jobs->begin(count());
  EXPECT_EQ(job.id, 1);
  EXPECT_EQ(end_of(*jobs, 1), JobState::done) << jobs->find(1)->says.english();
  EXPECT_EQ(investigation::last_number(folder)->number.documented_low, 6);
  EXPECT_EQ(jobs->find(1)->code, 0);
  EXPECT_EQ(read_jobs(folder).front().state, JobState::done);
  EXPECT_FALSE(jobs->current().has_value());
}

TEST_F(JobsTest, WhatFailsSaysWhyInASentence) {
  scratch_.write("town/investigation.toml", "title = \"A\"\nnonsense = 1\n");
  const auto jobs = jobs_of(SANAQ_PROGRAM);
  EXPECT_EQ(end_of(*jobs, jobs->begin(count()).id), JobState::failed);
  EXPECT_EQ(jobs->find(1)->code, 65);
  EXPECT_NE(jobs->find(1)->says.english().find("nonsense"), std::string::npos);
}

TEST_F(JobsTest, ASecondWaitsForTheFirstAndTheSameIsNotOrderedTwice) {
  const auto jobs = jobs_of(a_program(scratch_, "sleep 0.4"));
  const Job first = jobs->begin(count());
  ASSERT_TRUE(runs(*jobs, first.id));
  const Job second = jobs->begin(count());
  EXPECT_EQ(jobs->begin(count()).id, second.id);
  EXPECT_EQ(jobs->begin({"publish", {"publish", folder}}).id, 3);
  EXPECT_EQ(jobs->find(second.id)->state, JobState::waiting);
  EXPECT_EQ(jobs->current()->id, first.id);
  EXPECT_EQ(end_of(*jobs, 3), JobState::done);
  EXPECT_LE(jobs->find(first.id)->ended, jobs->find(second.id)->began);
  EXPECT_EQ(jobs->all().front().id, 3);
}

TEST_F(JobsTest, ShowsHowFarItIsAndWhatItNotes) {
  const auto jobs = jobs_of(a_program(
      scratch_, R"(echo '{"what":{"id":"reading {}","arguments":["a"]},"done":5,"total":10}' >&3
echo 'no json' >&3
echo '{"note":"a note"}' >&3
sleep 5)"));
  const std::int64_t id = jobs->begin(count()).id;
  ASSERT_TRUE(comes_true([&] { return !jobs->find(id)->notes.empty(); }));
  const Job job = *jobs->find(id);
  EXPECT_EQ(job.what.english(), "reading a");
  EXPECT_EQ(job.done, 5);
  EXPECT_EQ(job.total, 10);
  EXPECT_EQ(job.notes, (std::vector<std::string>{"a note"}));
}

TEST_F(JobsTest, IsStoppedWhileItRunsAndWhileItWaits) {
  const auto jobs =
      jobs_of(a_program(scratch_, "trap 'exit 130' TERM; while :; do sleep 0.05; done"));
  const std::int64_t running = jobs->begin(count()).id;
  const std::int64_t waiting = jobs->begin({"publish", {"publish", folder}}).id;
  ASSERT_TRUE(runs(*jobs, running));
  EXPECT_TRUE(jobs->stop(waiting));
  EXPECT_EQ(jobs->find(waiting)->state, JobState::stopped);
  EXPECT_TRUE(jobs->stop(running));
  EXPECT_EQ(end_of(*jobs, running), JobState::stopped);
  EXPECT_FALSE(jobs->stop(running));
  EXPECT_FALSE(jobs->stop(99));
}

TEST_F(JobsTest, OneThatIsKilledFailedForWantOfMemory) {
  const auto jobs = jobs_of(a_program(scratch_, "kill -9 $$"));
  EXPECT_EQ(end_of(*jobs, jobs->begin(count()).id), JobState::failed);
  EXPECT_EQ(jobs->find(1)->code, code_killed);
}

TEST_F(JobsTest, TheRealProgramWithTooLittleMemoryFailsAndTheNextCountIsWhole) {
  rlimit before{};
  ::getrlimit(RLIMIT_AS, &before);
  const std::string tight =
      a_program(scratch_, std::string("ulimit -v 60000; exec ") + SANAQ_PROGRAM + " \"$@\"");
  {
    const auto jobs = jobs_of(tight);
    EXPECT_EQ(end_of(*jobs, jobs->begin(count()).id), JobState::failed);
  }
  EXPECT_TRUE(base::left_files(folder + "/.sanaq").empty());
  const auto jobs = jobs_of(SANAQ_PROGRAM);
  EXPECT_EQ(end_of(*jobs, jobs->begin(count()).id), JobState::done);
}

TEST_F(JobsTest, ATerminalThatCountsMeanwhileIsWaitedForAndSaid) {
  std::optional<base::FileLock> terminal(investigation::lock_steps(folder));
  const auto jobs = jobs_of(SANAQ_PROGRAM);
  const std::int64_t id = jobs->begin(count()).id;
  ASSERT_TRUE(comes_true([&] { return !jobs->find(id)->says.id.empty(); }));
  EXPECT_EQ(jobs->find(id)->state, JobState::waiting);
  EXPECT_NE(jobs->find(id)->says.english().find(std::to_string(::getpid())), std::string::npos);
  terminal.reset();
  EXPECT_EQ(end_of(*jobs, id), JobState::done);
}

TEST_F(JobsTest, WhatWaitsForATerminalCanBeStopped) {
  const base::FileLock terminal = investigation::lock_steps(folder);
  const auto jobs = jobs_of(SANAQ_PROGRAM);
  const std::int64_t id = jobs->begin(count()).id;
  ASSERT_TRUE(comes_true([&] { return !jobs->find(id)->says.id.empty(); }));
  EXPECT_TRUE(jobs->stop(id));
  EXPECT_EQ(end_of(*jobs, id), JobState::stopped);
}

TEST_F(JobsTest, AnotherInvestigationIsNotOpenedWhileOneRuns) {
  const auto jobs = jobs_of(a_program(scratch_, "sleep 1"));
  const std::int64_t id = jobs->begin(count()).id;
  EXPECT_THROW(jobs->open(scratch_.path()), base::Error);
  EXPECT_EQ(end_of(*jobs, id), JobState::done);
}

TEST_F(JobsTest, AfterTheServerWasKilledAJobIsLostAndTheChildIsGone) {
  const std::string program =
      a_program(scratch_, "echo $$ > " + (scratch_ / "process") + "; exec sleep 60");
  const pid_t server = ::fork();
  if (server == 0) {
    const auto jobs = jobs_of(program);
    (void)jobs->begin(count());
    (void)jobs->begin({"publish", {"publish", folder}});
    (void)comes_true([&] { return base::file_exists(scratch_ / "process"); });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    ::kill(::getpid(), SIGKILL);
  }
  ::waitpid(server, nullptr, 0);
  std::int64_t child = 0;
  std::ifstream(scratch_ / "process") >> child;
  ASSERT_GT(child, 0);
  EXPECT_TRUE(comes_true([&] {
    std::ifstream stat("/proc/" + std::to_string(child) + "/stat");
    std::string number, name, state;
    return !(stat >> number >> name >> state) || state == "Z";
  }));
  const auto jobs = jobs_of(SANAQ_PROGRAM);
  EXPECT_EQ(jobs->find(1)->state, JobState::lost);
  EXPECT_EQ(jobs->find(2)->state, JobState::lost);
  EXPECT_EQ(end_of(*jobs, jobs->begin(count()).id), JobState::done);
}

TEST_F(JobsTest, AServerThatEndsStopsWhatRuns) {
  {
    const auto jobs =
        jobs_of(a_program(scratch_, "trap 'exit 130' TERM; while :; do sleep 0.05; done"));
    ASSERT_TRUE(runs(*jobs, jobs->begin(count()).id));
    (void)jobs->begin({"publish", {"publish", folder}});
  }
  const std::vector<Job> jobs = read_jobs(folder);
  ASSERT_EQ(jobs.size(), 2U);
  EXPECT_EQ(jobs[0].state, JobState::stopped);
  EXPECT_EQ(jobs[1].state, JobState::stopped);
}

TEST_F(JobsTest, KilledAgainAndAgainTheNextCountIsRight) {
  for (int wait_ms = 5; wait_ms < 400; wait_ms += 40) {
    const pid_t server = ::fork();
    if (server == 0) {
      const auto jobs = jobs_of(SANAQ_PROGRAM);
      (void)jobs->begin(count());
      std::this_thread::sleep_for(std::chrono::milliseconds(wait_ms));
      ::kill(::getpid(), SIGKILL);
    }
    ::waitpid(server, nullptr, 0);
  }
  const auto jobs = jobs_of(SANAQ_PROGRAM);
  for (const Job& job : jobs->all()) EXPECT_TRUE(job.is_over());
  const std::int64_t id = jobs->begin(count()).id;
  EXPECT_EQ(end_of(*jobs, id), JobState::done) << jobs->find(id)->says.english();
  EXPECT_EQ(investigation::last_number(folder)->number.documented_low, 6);
}

}  // namespace
}  // namespace sanaq::workspace
