#include "sanaq/cli/completion.h"

#include <gtest/gtest.h>

namespace sanaq::cli {
namespace {

CommandShape a_program() {
  const CommandShape count{"count",
                           "Count them",
                           {{{"--method"}, "How", true, {"auto", "none"}},
                            {{"-q", "--quick"}, "It's quick", false, {}},
                            {{"--out"}, "Where to", true, {}}},
                           {"DIR"},
                           {}};
  return {"sanaq", "Counts", {{{"--language"}, "Of messages", true, {"en", "ru"}}}, {}, {count}};
}

TEST(Completion, EachShellIsToldEachCommandAndOption) {
  for (const Shell shell : {Shell::bash, Shell::zsh}) {
    const std::string script = completion_script(shell, a_program());
    for (const char* word : {"count", "--method", "auto none", "-q", "--quick", "--language"})
      EXPECT_NE(std::string::npos, script.find(word)) << word;
  }
  const std::string fish = completion_script(Shell::fish, a_program());
  EXPECT_NE(std::string::npos, fish.find("-l method -x -a 'auto none'"));
  EXPECT_NE(std::string::npos, fish.find("-s q -l quick"));
  EXPECT_NE(std::string::npos, fish.find("'It\\'s quick'"));
  EXPECT_NE(std::string::npos, fish.find("-l out -r -F"));
}

}  // namespace
}  // namespace sanaq::cli
