// How far long work has come, and whether it should stop. Rooms report; only cli shows.
#pragma once
#include <cstdint>

#include "sanaq/base/error.h"
#include "sanaq/base/message.h"

namespace sanaq::base {

// The default does nothing, so that a library never prints. Called from one thread.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void start(const Message& /*what*/, std::int64_t /*total*/) {}
  virtual void advance_to(std::int64_t /*done*/) {}
  virtual void finish() {}
  [[nodiscard]] virtual bool stop_requested() const { return false; }

  // Throws Error{Kind::stopped} when the user asked to stop. Call it in every long loop.
  void throw_if_stopped() const {
    if (stop_requested())
      throw Error(Kind::stopped, message("stopped, nothing half-written stays"));
  }
};

}  // namespace sanaq::base
