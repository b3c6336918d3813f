// A linking that runs while the caller does other work.
#pragma once
#include <atomic>
#include <future>

#include "sanaq/base/progress.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"

namespace sanaq::investigation {

// Gives the result of link::link. Parts of every linking use one processor only, so that the other
// work can use the rest. If it is destroyed before take(), it stops the linking and waits for its
// end.
class LinkingBeside {
 public:
  // `table` must outlive this.
  LinkingBeside(const record::RecordTable& table, link::Options options);
  ~LinkingBeside();
  LinkingBeside(const LinkingBeside&) = delete;
  LinkingBeside& operator=(const LinkingBeside&) = delete;
  // Waits for the end and returns the result; call it once. Throws what the linking threw, and
  // Error{stopped} if `progress` says so.
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

// Returns whether two linkings may run at once. Long lists use all processors by themselves, and
// two would need twice the memory; a user who asked for one thread gets one.
[[nodiscard]] bool may_link_beside(const record::RecordTable& table, const link::Options& options);

}  // namespace sanaq::investigation
