// How far a long task has come, and whether it should stop. Rooms report progress; only cli shows
// it.
#pragma once
#include <cstdint>

#include "sanaq/base/error.h"
#include "sanaq/base/message.h"

namespace sanaq::base {

// This base class does nothing: a library never prints. One thread calls it; any asks if to stop.
class Progress {
 public:
  virtual ~Progress() = default;
  // `total` and `done` are in whatever unit the task counts (rows, pairs, draws).
  virtual void start(const Message& /*what*/, std::int64_t /*total*/) {}
  virtual void advance_to(std::int64_t /*done*/) {}
  virtual void finish() {}
  [[nodiscard]] virtual bool stop_requested() const { return false; }

  // Throws Error{Kind::stopped} if the user has asked to stop. Every long loop must call it.
  void throw_if_stopped() const {
    if (stop_requested())
      throw Error(Kind::stopped, message("stopped, nothing half-written stays"));
  }
};

}  // namespace sanaq::base
