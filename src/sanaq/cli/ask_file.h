// `sanaq ask file`: the whole case file, for other programs; restricted and sealed statements too.
#pragma once
#include <string>

#include "sanaq/answers/ask_answer.h"

namespace sanaq::cli {

struct FileTargets {
  std::string ftm, csv;       // empty: not asked for
  std::string investigation;  // of which this is the case file
  bool replaces = false;      // --force
};

// Writes FollowTheMoney to `ftm` and one CSV a kind into the folder `csv`. Throws Error{usage}
// before anything is written where a file in `csv` is not ours to replace (output_file.h).
[[nodiscard]] answers::Answer ask_file(const answers::CaseAsked& asked, const FileTargets& targets);

}  // namespace sanaq::cli
