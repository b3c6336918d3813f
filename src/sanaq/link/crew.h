// Who works on the records of a linking: threads, each with a comparer of its own, and whom they
// ask whether to stop. Remembers what values gave, so that it is never const; decides nothing.
#pragma once
#include <memory>

#include "sanaq/base/progress.h"
#include "sanaq/link/blocking.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/parallel.h"

namespace sanaq::link {

// `comparer` and `asked` must live as long.
struct Crew {
  Crew(const Comparer& comparer, int threads, base::Progress& asked)
      : workers(threads),
        comparers([&comparer] { return std::make_unique<Comparer>(comparer.afresh()); }),
        progress(asked) {}

  Workers workers;
  Comparers comparers;
  base::Progress& progress;
};

}  // namespace sanaq::link
