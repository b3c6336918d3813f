#include "work.h"

#include <nanobind/stl/string.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"

namespace sanaq::python {
namespace {

using std::chrono::milliseconds;

std::mutex language_lock;
std::string spoken = "en";  // guarded by language_lock

// What the job says, for the thread that shows it.
class Told final : public base::Progress {
 public:
  void start(const base::Message& what, std::int64_t total) override {
    const std::lock_guard held(lock_);
    what_ = what;
    total_ = total;
    done_ = 0;
  }
  void advance_to(std::int64_t done) override { done_ = done; }
  void finish() override { done_ = total_.load(); }
  [[nodiscard]] bool stop_requested() const override { return stop_; }
  void stop() { stop_ = true; }

  struct State {
    base::Message what;
    std::int64_t done = 0, total = 0;
    bool operator==(const State&) const = default;
  };
  [[nodiscard]] State state() {
    const std::lock_guard held(lock_);
    return {what_, done_, total_};
  }

 private:
  std::mutex lock_;
  base::Message what_;
  std::atomic<std::int64_t> total_ = 0, done_ = 0;
  std::atomic<bool> stop_ = false;
};

class Work {
 public:
  Work(nb::handle progress, const std::function<void(base::Progress&)>& job)
      : progress_(progress), thread_([this, &job] { work(job); }) {}

  // Until the job has ended.
  void wait() {
    const nb::gil_scoped_release others;
    std::unique_lock held(lock_);
    while (!ended_.wait_for(held, milliseconds(100), [this] { return has_ended_; })) {
      held.unlock();
      look_around();
      held.lock();
    }
    held.unlock();
    thread_.join();
  }

  void answer() {
    if (!raised_ && !failure_) show(true);
    if (raised_) std::rethrow_exception(raised_);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work(const std::function<void(base::Progress&)>& job) {
    try {
      job(told_);
    } catch (...) {
      failure_ = std::current_exception();
    }
    const std::lock_guard held(lock_);
    has_ended_ = true;
    ended_.notify_all();
  }

  void look_around() {
    const nb::gil_scoped_acquire mine;
    if (raised_) return;
    try {
      if (PyErr_CheckSignals() != 0) nb::raise_python_error();
    } catch (...) {
      raised_ = std::current_exception();
    }
    if (!raised_) show(false);
    if (raised_) told_.stop();
  }

  // With the GIL. What was shown before is not shown again.
  void show(bool is_last) {
    if (progress_.is_none()) return;
    const Told::State state = told_.state();
    if (state.what.id.empty() || state == shown_ || (is_last && !shown_)) return;
    shown_ = state;
    try {
      const std::string what = base::Catalog(language()).say(state.what);
      progress_(what, std::min(state.done, state.total), state.total);
    } catch (...) {
      raised_ = std::current_exception();
    }
  }

  nb::handle progress_;
  Told told_;
  std::optional<Told::State> shown_;
  std::exception_ptr raised_, failure_;
  std::mutex lock_;
  std::condition_variable ended_;
  bool has_ended_ = false;
  std::thread thread_;  // the last: it uses the others
};

}  // namespace

void run(nb::handle progress, const std::function<void(base::Progress&)>& job) {
  Work work(progress, job);
  work.wait();
  work.answer();
}

std::string language() {
  const std::lock_guard held(language_lock);
  return spoken;
}

void set_language(const std::string& name) {
  const auto known = base::Catalog::languages();
  if (std::find(known.begin(), known.end(), name) == known.end()) {
    std::string all;
    for (const std::string& each : known) all += (all.empty() ? "" : ", ") + each;
    throw base::Error(base::Kind::usage,
                      base::message("there is no language {}; there are: {}", name, all));
  }
  const std::lock_guard held(language_lock);
  spoken = name;
}

}  // namespace sanaq::python
