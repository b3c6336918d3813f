#include "sanaq/link/parallel.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <thread>

#include "sanaq/base/system.h"

namespace sanaq::link {

struct Workers::Arena {
  tbb::task_arena threads;
};

Workers::Workers(int threads)
    : threads_(threads > 0 ? threads : base::processor_count()),
      arena_(std::make_unique<Arena>(tbb::task_arena(threads_))) {}

Workers::~Workers() = default;

void Workers::each(std::size_t count, base::Progress& progress,
                   const std::function<void(std::size_t)>& piece) {
  const std::thread::id caller = std::this_thread::get_id();
  std::atomic<bool> stopped = false;
  const auto one = [&](std::size_t at) {
    if (std::this_thread::get_id() == caller && progress.stop_requested()) stopped = true;
    if (!stopped) piece(at);
  };

  arena_->threads.execute([&] { tbb::parallel_for(std::size_t{0}, count, one); });
  if (stopped) progress.throw_if_stopped();
}

}  // namespace sanaq::link
