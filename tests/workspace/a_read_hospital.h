// A bench on a small invented investigation, with the real program for its jobs.
#pragma once
#include <stdlib.h>

#include <string>

#include "help/small_investigation.h"
#include "sanaq/workspace/bench.h"
#include "workspace/a_program.h"

namespace sanaq::workspace {

class AReadHospital {
 public:
  explicit AReadHospital(const std::string& more = "") {
    ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
    folder = help::small_investigation(scratch, more);
    bench.open(folder);
    (void)comes_true([&] { return bench.held() != nullptr || bench.why_not_read(); });
  }
  // Counts, as the button does; the lists are then read again.
  void count() {
    const Job job = bench.begin("count", "estimate");
    (void)comes_true(
        [&] { return bench.jobs().find(job.id)->is_over() && bench.behind() == Behind::nothing; });
  }

  help::Scratch scratch;
  std::string folder;
  Bench bench{SANAQ_PROGRAM};
};

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace sanaq::workspace
