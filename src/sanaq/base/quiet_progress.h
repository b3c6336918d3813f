// The progress of a part of a task.
#pragma once
#include "sanaq/base/progress.h"

namespace sanaq::base {

// Shows nothing, and stops when the task is to stop, which it must not outlive. Any thread may call
// it.
class QuietProgress final : public Progress {
 public:
  explicit QuietProgress(const Progress& task) : task_(task) {}
  [[nodiscard]] bool stop_requested() const override { return task_.stop_requested(); }

 private:
  const Progress& task_;
};

}  // namespace sanaq::base
