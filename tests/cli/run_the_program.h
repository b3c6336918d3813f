// Runs a command of the program in this process, in English.
#pragma once
#include <string>
#include <vector>

#include "sanaq/cli/program.h"

namespace sanaq::cli {

struct Ended {
  int code = 0;
  std::string output, error;
};

inline Ended run_the_program(AddCommand command, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--language", "en"});
  Ended ended;
  const Streams streams = {[&](std::string_view text) { ended.output += text; },
                           [&](std::string_view text) { ended.error += text; }, false, 80};
  ended.code = run_program(arguments, {command}, streams);
  return ended;
}

}  // namespace sanaq::cli
