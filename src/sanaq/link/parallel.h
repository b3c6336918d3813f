// Work shared among threads so that the answer does not depend on how many there are: each piece
// has its own place to write to.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>

#include "sanaq/base/progress.h"

namespace sanaq::link {

class Workers {
 public:
  // 0: all processors.
  explicit Workers(int threads);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // piece(0) ... piece(count - 1), in any order and at once; returns when all are done. Asks
  // `progress` on the calling thread whether to stop; then throws Error{stopped}.
  void each(std::size_t count, base::Progress& progress,
            const std::function<void(std::size_t)>& piece);

  [[nodiscard]] int threads() const { return threads_; }

 private:
  int threads_;
  struct Arena;
  std::unique_ptr<Arena> arena_;
};

}  // namespace sanaq::link
