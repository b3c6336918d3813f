// Who works on the records of a linking: threads, each with a comparer of its own, and whom they
// ask whether to stop. Remembers what values gave, so that it is never const; decides nothing.
#pragma once
#include <memory>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/link/blocking.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/met_names.h"
#include "sanaq/link/parallel.h"

namespace sanaq::link {

// `comparer`, `asked` and `met` must live as long. `met` is what an earlier pass over the same
// records knows of names.
struct Crew {
  Crew(const Comparer& comparer, int threads, base::Progress& asked,
       const std::vector<MetNames>& met)
      : workers(threads),
        comparers([&comparer, &met] { return std::make_unique<Comparer>(comparer.afresh(met)); }),
        progress(asked) {}

  Workers workers;
  Comparers comparers;
  base::Progress& progress;
};

}  // namespace sanaq::link
