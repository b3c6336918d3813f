// The program around the commands: language, progress, help, errors and exit codes.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/cli/command.h"

namespace sanaq::cli {

struct Streams {
  std::function<void(std::string_view)> output;
  std::function<void(std::string_view)> error;
  bool error_is_terminal = false;
  int error_columns = 80;
  // Asks the person at the terminal and gives the line that was typed, or none. Not there: nobody
  // can be asked.
  std::function<std::optional<std::string>(std::string_view question, bool is_hidden)> ask = {};
};

// Runs one command line (without the program's name) and gives the exit code (base/error.h; 0 is
// success). Every failure becomes one sentence on `error` in the reader's language; nothing is
// thrown.
[[nodiscard]] int run_program(const std::vector<std::string>& arguments,
                              const std::vector<AddCommand>& commands, const Streams& streams);

}  // namespace sanaq::cli
