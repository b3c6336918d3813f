// A linking that goes on while the caller does other work.
#pragma once
#include <atomic>
#include <future>

#include "sanaq/base/progress.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"

namespace sanaq::investigation {

// Gives what link::link gives. Every linking has stretches that take one processor, in which the
// other's work gets done. Destroyed before it was taken, it stops and waits for its end.
class LinkingBeside {
 public:
  // `table` must outlive this.
  LinkingBeside(const record::RecordTable& table, link::Options options);
  ~LinkingBeside();
  LinkingBeside(const LinkingBeside&) = delete;
  LinkingBeside& operator=(const LinkingBeside&) = delete;
  // Waits for its end; once. Throws what the linking threw, and Error{stopped} where `progress`
  // says so.
  [[nodiscard]] link::Result take(const base::Progress& progress);

 private:
  struct Stoppable : base::Progress {
    std::atomic<bool> stop = false;
    [[nodiscard]] bool stop_requested() const override { return stop; }
  };
  Stoppable progress_;
  link::Options options_;
  std::future<link::Result> answer_;
};

// Long lists fill all processors by themselves, and two at once would take twice the memory; who
// asked for one thread gets one.
[[nodiscard]] bool may_link_beside(const record::RecordTable& table, const link::Options& options);

}  // namespace sanaq::investigation
