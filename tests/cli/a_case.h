// An invented case file in a folder, and questions to it on the command line.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/run_the_program.h"
#include "help/an_invented_case.h"
#include "sanaq/cli/ask_command.h"

namespace sanaq::cli {

class ACase : public help::AnInventedCase {
 public:
  [[nodiscard]] Ended ask(std::vector<std::string> words) const {
    words.insert(words.begin(), "ask");
    words.insert(words.end(), {"--in", folder()});
    return run_the_program(add_ask, words);
  }
  [[nodiscard]] nlohmann::json json(std::vector<std::string> words) const {
    words.push_back("--json");
    const Ended ended = ask(words);
    return nlohmann::json::parse(ended.output.empty() ? "{\"failed\":\"" + ended.error + "\"}"
                                                      : ended.output);
  }
};

}  // namespace sanaq::cli
