// What the review queue costs beside linking: the seconds of the step `link` and of both queues,
// that with the first term of the gain and that with the total, of one investigation.
// Usage: review_queue_study FOLDER (as `sanaq simulate` makes it).
#include <cstdio>
#include <ctime>

#include "sanaq/base/stopwatch.h"
#include "sanaq/investigation/queue.h"
#include "sanaq/investigation/steps.h"

namespace {

using namespace sanaq;

double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 64;
  base::Progress silent;
  const base::Catalog english;
  const investigation::Caller caller{silent, english};
  investigation::Steps steps(argv[1], caller, {}, investigation::Reuse::nothing);
  steps.ingest();
  double from = processor_seconds();
  base::Stopwatch watch;
  steps.link();
  const double link_wall = watch.seconds(), link_processor = processor_seconds() - from;
  const investigation::Outcome& outcome = steps.outcome();
  std::printf("| | seconds | of all processors | beside linking |\n|---|---|---|---|\n");
  std::printf("| linking, %zu records | %.2f | %.2f | |\n", outcome.records.record_count(),
              link_wall, link_processor);
  for (const auto gain :
       {investigation::GainOf::persons, investigation::GainOf::persons_and_total}) {
    from = processor_seconds();
    const base::Stopwatch queueing;
    const auto queue = investigation::queue_of(
        outcome, investigation::grouped(outcome, {},
                                        investigation::review_queue(outcome, {}, silent, gain)));
    const std::string text = investigation::queue_text(queue);
    const double wall = queueing.seconds();
    std::printf("| queue %s, %zu tasks, %.1f MB | %.2f | %.2f | %.2f |\n",
                gain == investigation::GainOf::persons ? "of persons" : "with the total",
                queue.size(), static_cast<double>(text.size()) / 1e6, wall,
                processor_seconds() - from, wall / link_wall);
  }
  return 0;
}
