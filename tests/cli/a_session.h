// A command line of the ledger's verbs run in a folder and with keys of its own, for a test.
#pragma once
#include <stdlib.h>

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "help/scratch.h"
#include "sanaq/cli/program.h"

namespace sanaq::cli {

class ASession {
 public:
  ASession() {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    scratch_.write("case/investigation.toml", "title = \"A test\"\nlanguages = [\"en\"]\n");
  }
  // An invented morgue with records 17 and 18 and a hospital with 203, without ids a union.
  void with_lists() {
    scratch_.write(
        "case/investigation.toml",
        "title = \"A test\"\ninvented = true\nlanguages = [\"en\"]\n[[list]]\nname = "
        "\"morgue\"\nfile = \"morgue.csv\"\n[[list]]\nname = \"hospital\"\nfile = "
        "\"hospital.csv\"\n[[list]]\nname = \"union\"\nfile = \"union.csv\"\n[estimate]\n"
        "method = \"chao\"\n");
    scratch_.write("case/lists/morgue.csv",
                   "id,name,birth\n17,Aibar Tanbaev,1970-02-03\n18,Alibek Munarov,1977-01-02\n");
    scratch_.write("case/lists/hospital.csv", "id,name,birth\n203,Aibar Tanbayev,1970-02-03\n");
    scratch_.write("case/lists/union.csv", "name,birth\nMunarov Alibek,1977-01-02\n");
  }
  [[nodiscard]] std::string folder() const { return scratch_ / "case"; }
  [[nodiscard]] const help::Scratch& scratch() const { return scratch_; }
  // Gives the exit code; `output` and `error` then hold what was printed.
  int run(AddCommand command, const std::vector<std::string>& arguments) {
    output.clear();
    error.clear();
    Streams streams = {[this](std::string_view text) { output += text; },
                       [this](std::string_view text) { error += text; }, false, 80};
    asked.clear();
    if (!answers.empty()) {
      streams.ask = [this](std::string_view question, bool) -> std::optional<std::string> {
        asked += std::string(question) + "\n";
        if (answers.empty()) return std::nullopt;
        std::string answer = answers.front();
        answers.pop_front();
        return answer;
      };
    }
    return run_program(arguments, {command}, streams);
  }
  // "entered as 3f9a0c12:7\n" -> "3f9a0c12:7"
  [[nodiscard]] std::string entered() const {
    const std::size_t space = output.rfind(' ');
    return space == std::string::npos ? "" : output.substr(space + 1, output.size() - space - 2);
  }
  // Another person, or the first one again ("keys"), with a key store of his own.
  void as(const std::string& keys) { ::setenv("SANAQ_KEYS", (scratch_ / keys).c_str(), 1); }
  std::string output, error;
  std::deque<std::string> answers;  // typed at the terminal, if there are any
  std::string asked;                // what was asked there

 private:
  help::Scratch scratch_;
};

}  // namespace sanaq::cli
