#include "sanaq/link/parallel.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "sanaq/base/error.h"

namespace sanaq::link {
namespace {

TEST(Parallel, EveryPieceIsDoneOnceOnAnyNumberOfThreads) {
  base::Progress silent;
  for (const int threads : {1, 2, 3}) {
    std::vector<int> done(1000);
    Workers workers(threads);
    EXPECT_EQ(workers.threads(), threads);
    workers.each(done.size(), silent, [&](std::size_t at) { ++done[at]; });
    EXPECT_EQ(done, std::vector<int>(1000, 1));
  }
}

TEST(Parallel, AStopIsHeard) {
  class Stopping : public base::Progress {
   public:
    [[nodiscard]] bool stop_requested() const override { return true; }
  } stopping;
  Workers workers(1);
  EXPECT_THROW(workers.each(10, stopping, [](std::size_t) {}), base::Error);
}

}  // namespace
}  // namespace sanaq::link
