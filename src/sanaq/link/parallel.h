// Divides work among threads so that the result does not depend on how many there are: each piece
// has its own place to write to.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "sanaq/base/progress.h"

namespace sanaq::link {

class Workers {
 public:
  // 0 means all processors.
  explicit Workers(int threads);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Calls piece(0) ... piece(count - 1), in any order and at the same time, and returns when all
  // are done. Asks `progress` on the calling thread whether to stop, and then throws
  // Error{stopped}.
  void each(std::size_t count, base::Progress& progress,
            const std::function<void(std::size_t)>& piece);

  [[nodiscard]] int threads() const { return threads_; }

  // Something that each thread has for itself, made when the thread first asks for it.
  template <typename Thing>
  class PerThread {
   public:
    explicit PerThread(std::function<std::unique_ptr<Thing>()> make) : make_(std::move(make)) {}
    Thing& here() {
      const std::lock_guard lock(mutex_);
      auto& thing = things_[std::this_thread::get_id()];
      if (!thing) thing = make_();
      return *thing;
    }
    // Visits those that were made, in no particular order.
    template <typename Visit>
    void each(const Visit& visit) const {
      for (const auto& [thread, thing] : things_) visit(*thing);
    }

   private:
    std::function<std::unique_ptr<Thing>()> make_;
    std::mutex mutex_;
    std::unordered_map<std::thread::id, std::unique_ptr<Thing>> things_;
  };

 private:
  int threads_;
  struct Arena;
  std::unique_ptr<Arena> arena_;
};

}  // namespace sanaq::link
