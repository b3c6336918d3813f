#include "sanaq/workspace/jobs.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "sanaq/base/child.h"
#include "sanaq/base/error.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/base/system.h"
#include "sanaq/investigation/steps_lock.h"
#include "sanaq/workspace/job_log.h"

namespace sanaq::workspace {
namespace {

using base::message;

constexpr std::size_t jobs_kept = 100, notes_kept = 50;
constexpr double look_seconds = 0.2;
// A job that was asked to stop looks at it in every long loop; one that does not is ended.
constexpr double patience_seconds = 10;
constexpr auto between_looks = std::chrono::milliseconds(500);

base::Message sentence_of(const nlohmann::json& json) {
  return {json.at("id").get<std::string>(), json.at("arguments").get<std::vector<std::string>>()};
}

// What the child said, of the form that cli/progress_lines.h has.
void take_line(const std::string& line, Job& job) {
  try {
    const nlohmann::json json = nlohmann::json::parse(line);
    if (json.contains("what")) {
      job.what = sentence_of(json.at("what"));
      job.done = json.at("done");
      job.total = json.at("total");
    } else if (json.contains("note")) {
      if (job.notes.size() < notes_kept) job.notes.push_back(json.at("note"));
    } else if (json.contains("says")) {
      job.says = sentence_of(json.at("says"));
    }
  } catch (const nlohmann::json::exception&) {
    return;  // a line that was cut off by its end
  }
}

void settle(const base::ChildEnding& ending, bool was_stopped, Job& job) {
  job.code = ending.code.value_or(128 + ending.signal);
  if (job.code == 0)
    job.state = JobState::done;
  else if (was_stopped || job.code == static_cast<int>(base::Kind::stopped))
    job.state = JobState::stopped;
  else
    job.state = JobState::failed;
  if (job.state == JobState::stopped || ending.was_killed()) job.says = {};
}

}  // namespace

struct Jobs::Inside {
  struct Ordered {
    std::int64_t id = 0;
    JobOrder order;
  };
  std::string program;
  std::function<void(const Job&)> ended;
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::string folder;
  std::vector<Job> jobs;  // by id
  std::deque<Ordered> queue;
  std::optional<std::int64_t> running;
  std::set<std::int64_t> to_stop;
  bool is_ending = false;
  std::thread thread;

  Job* at(std::int64_t id) {
    const auto found =
        std::find_if(jobs.begin(), jobs.end(), [&](const Job& job) { return job.id == id; });
    return found == jobs.end() ? nullptr : &*found;
  }
  bool must_stop(std::int64_t id) const {
    const std::lock_guard lock(mutex);
    return is_ending || to_stop.contains(id);
  }
  // A log that the disk refuses keeps no job from its work.
  void note(const Job& job) const {
    try {
      note_job(folder, job);
    } catch (const base::Error&) {
      return;
    }
  }
  void update(std::int64_t id, const std::function<void(Job&)>& change) {
    const std::lock_guard lock(mutex);
    if (Job* job = at(id)) change(*job);
  }
  void work();
  void do_job(const Ordered& ordered);
  bool wait_for_others(std::int64_t id);
  base::ChildEnding run_child(const Ordered& ordered, bool& was_stopped);
};

// Somebody at a terminal may be counting in the same folder. Returns false if it was stopped.
bool Jobs::Inside::wait_for_others(std::int64_t id) {
  for (;;) {
    const auto other = investigation::who_does_steps(folder);
    update(id, [&](Job& job) {
      job.says = other ? message(
                             "Another sanaq (process {}) is counting in this folder. This "
                             "begins when that one has ended.",
                             *other)
                       : base::Message{};
    });
    if (!other) return true;
    std::unique_lock lock(mutex);
    if (changed.wait_for(lock, between_looks, [&] { return is_ending || to_stop.contains(id); }))
      return false;
  }
}

base::ChildEnding Jobs::Inside::run_child(const Ordered& ordered, bool& was_stopped) {
  base::ChildCommand command{{program}, ordered.order.passphrase};
  command.words.insert(command.words.end(), ordered.order.words.begin(), ordered.order.words.end());
  for (const auto& [flag, pipe] : {std::pair{"--progress-fd", base::telling_pipe},
                                   std::pair{"--passphrase-fd", base::secret_pipe}}) {
    command.words.emplace_back(flag);
    command.words.push_back(std::to_string(pipe));
  }
  base::Child child(command);
  base::Stopwatch since_asked;
  for (;;) {
    // Looked at first, so that what stands in the pipe at the end is read once more.
    const auto ending = child.ending();
    const std::vector<std::string> lines = child.lines(ending ? 0 : look_seconds);
    update(ordered.id, [&](Job& job) {
      for (const std::string& line : lines) take_line(line, job);
    });
    if (ending && lines.empty()) return *ending;
    if (!must_stop(ordered.id)) continue;
    if (!was_stopped) {
      was_stopped = true;
      since_asked = {};
      child.ask_to_stop();
    } else if (since_asked.seconds() > patience_seconds) {
      child.end_at_once();
    }
  }
}

void Jobs::Inside::do_job(const Ordered& ordered) {
  bool was_stopped = false;
  std::optional<base::ChildEnding> ending;
  base::Message why_not;
  const bool is_free = wait_for_others(ordered.id);
  update(ordered.id, [&](Job& job) {
    if (!is_free) return;
    job.state = JobState::running;
    job.began = base::now_utc();
    note(job);
  });
  try {
    if (is_free) ending = run_child(ordered, was_stopped);
  } catch (const base::Error& error) {
    why_not = error.message();
  }
  Job over;
  update(ordered.id, [&](Job& job) {
    if (ending)
      settle(*ending, was_stopped, job);
    else
      job.state = is_free ? JobState::failed : JobState::stopped;
    if (!ending && is_free) job.code = static_cast<int>(base::Kind::io);
    if (!why_not.id.empty() || !is_free) job.says = why_not;
    job.ended = base::now_utc();
    note(job);
    over = job;
  });
  if (ended) ended(over);
}

void Jobs::Inside::work() {
  for (;;) {
    Ordered next;
    {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return is_ending || !queue.empty(); });
      if (is_ending) return;
      next = std::move(queue.front());
      queue.pop_front();
      running = next.id;
    }
    do_job(next);
    const std::lock_guard lock(mutex);
    running.reset();
    to_stop.erase(next.id);
  }
}

Jobs::Jobs(std::string program, std::function<void(const Job&)> ended)
    : inside_(std::make_unique<Inside>()) {
  inside_->program = std::move(program);
  inside_->ended = std::move(ended);
  inside_->thread = std::thread([this] { inside_->work(); });
}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->is_ending = true;
    for (const Inside::Ordered& waits : inside_->queue) {
      Job* job = inside_->at(waits.id);
      if (job == nullptr) continue;
      job->state = JobState::stopped;
      job->ended = base::now_utc();
      inside_->note(*job);
    }
  }
  inside_->changed.notify_all();
  inside_->thread.join();
}

void Jobs::open(const std::string& folder) {
  const std::lock_guard lock(inside_->mutex);
  if (folder == inside_->folder) return;
  if (inside_->running || !inside_->queue.empty())
    throw base::Error(base::Kind::conflict,
                      message("work on the investigation that is open has not ended; wait for it, "
                              "or stop it first"));
  inside_->folder = folder;
  inside_->jobs.clear();
  if (folder.empty()) return;
  try {
    shorten_jobs(folder, jobs_kept);
  } catch (const base::Error&) {
    // It only grows a little further.
  }
  inside_->jobs = read_jobs(folder);
  for (Job& job : inside_->jobs) {
    if (job.is_over()) continue;
    job.state = JobState::lost;
    job.ended = base::now_utc();
    inside_->note(job);
  }
}

Job Jobs::begin(const JobOrder& order) {
  Job job;
  {
    const std::lock_guard lock(inside_->mutex);
    for (const Inside::Ordered& waits : inside_->queue) {
      if (waits.order.verb == order.verb && waits.order.words == order.words)
        return *inside_->at(waits.id);
    }
    job.id = inside_->jobs.empty() ? 1 : inside_->jobs.back().id + 1;
    job.verb = order.verb;
    inside_->jobs.push_back(job);
    inside_->note(job);
    inside_->queue.push_back({job.id, order});
  }
  inside_->changed.notify_all();
  return job;
}

bool Jobs::stop(std::int64_t id) {
  const std::lock_guard lock(inside_->mutex);
  Job* job = inside_->at(id);
  if (job == nullptr || job->is_over()) return false;
  const auto waits = std::find_if(inside_->queue.begin(), inside_->queue.end(),
                                  [&](const Inside::Ordered& one) { return one.id == id; });
  if (waits != inside_->queue.end()) {
    inside_->queue.erase(waits);
    job->state = JobState::stopped;
    job->ended = base::now_utc();
    inside_->note(*job);
    return true;
  }
  inside_->to_stop.insert(id);
  inside_->changed.notify_all();
  return true;
}

std::optional<Job> Jobs::find(std::int64_t id) const {
  const std::lock_guard lock(inside_->mutex);
  const Job* job = inside_->at(id);
  return job == nullptr ? std::nullopt : std::optional(*job);
}

std::vector<Job> Jobs::all() const {
  const std::lock_guard lock(inside_->mutex);
  return {inside_->jobs.rbegin(), inside_->jobs.rend()};
}

std::optional<Job> Jobs::current() const {
  const std::lock_guard lock(inside_->mutex);
  const Job* runs = inside_->running ? inside_->at(*inside_->running) : nullptr;
  if (runs != nullptr && !runs->is_over()) return *runs;
  if (!inside_->queue.empty()) return *inside_->at(inside_->queue.front().id);
  return std::nullopt;
}

}  // namespace sanaq::workspace
