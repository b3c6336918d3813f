// A bench on a small invented investigation that was counted, for tests of single screens.
#pragma once
#include <stdlib.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "help/small_investigation.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

class ACountedBench {
 public:
  explicit ACountedBench(bool is_counted = true) {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    folder = help::small_investigation(scratch_);
    // Two rows of which nobody can say whether they are one person.
    scratch_.write("town/lists/morgue.csv", std::string(help::morgue_rows) +
                                                "m4;Omir Kumdarov;;2011-12-16\n"
                                                "m5;=1+1;1950-01-01;2011-12-16\n");
    if (is_counted) count();
    bench = std::make_unique<Bench>("sanaq");
    bench->open(folder);
    wait();
  }
  void count() const {
    base::Progress silent;
    const base::Catalog english;
    const investigation::Outcome outcome = investigation::estimate_total(folder, {silent, english});
    investigation::enter_steps(outcome, [this] { return ledger::Writer(folder); });
  }
  // Until the lists are read.
  void wait() const {
    for (int tries = 0; tries < 2000 && !bench->held() && !bench->why_not_read(); ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }

 private:
  help::Scratch scratch_;

 public:
  std::string folder;
  std::unique_ptr<Bench> bench;
};

}  // namespace sanaq::workspace
