#include "sanaq/ledger/ledger.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <cstdio>

#include "ledger/a_ledger.h"
#include "sanaq/base/sha256.h"

namespace sanaq::ledger {
namespace {

std::string output_of(const std::string& command) {
  std::string output;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  char buffer[4096];
  for (std::size_t size = 0; (size = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    output.append(buffer, size);
  ::pclose(pipe);
  return output;
}

// The commands that the format page gives, as they stand there.
std::vector<std::string> commands_of_the_page() {
  std::vector<std::string> commands;
  const std::string page = base::read_file(SANAQ_SOURCE_DIR "/docs/formats/ledger.md");
  Lines lines(page);
  Line line;
  while (lines.next(line)) {
    if (line.text.starts_with("    ") && line.text.find("sha256sum") != std::string_view::npos)
      commands.emplace_back(line.text.substr(4));
  }
  return commands;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST(Ledger, ARunIsReadAsItWasEntered) {
  const ALedger ledger;
  const sanaq::ledger::Run run = {"link",
                                  "0.1.0",
                                  "18446744073709551615",
                                  std::string(64, '1'),
                                  {{"morgue.csv", std::string(64, '2')}},
                                  {{"clusters.csv", std::string(64, '3')}},
                                  {{"persons", "307"}},
                                  {"", 0},
                                  ""};
  {
    Writer writer(ledger.folder());
    record_run(writer, run);
    record_list(writer, {"morgue", "morgue.csv", base::sha256_hex("a"), 1, {{"name", "ФИО"}}});
  }
  const auto read = runs(ledger.folder());
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].seed, run.seed);
  EXPECT_EQ(read[0].inputs, run.inputs);
  EXPECT_EQ(read[0].outputs, run.outputs);
  EXPECT_EQ(read[0].figures, run.figures);
  EXPECT_EQ(read[0].place.seq, 3);
}

TEST(Ledger, SumAndJqCheckAChainAsTheFormatPageSays) {
  if (std::system("jq --version > /dev/null 2>&1") != 0)
    GTEST_SKIP() << "jq is not installed: apt-get install jq";
  const ALedger ledger;
  const std::string writer = ledger.write(8);
  const auto commands = commands_of_the_page();
  ASSERT_EQ(commands.size(), 2U);
  const auto run = [&](const std::string& command) {
    return output_of("cd " + ledger.folder() + "/ledger && bash -c '" +
                     replaced(replaced(command, "WRITER", writer), "'", "'\\''") + "'");
  };
  EXPECT_EQ(run(commands[0]), "");
  const std::string digits = run(commands[1]);
  ASSERT_GE(digits.size(), 129U);
  EXPECT_EQ(digits.substr(0, 64), digits.substr(65, 64));
  std::string text = base::read_file(ledger.chain_path(writer));
  text.replace(text.find("statement"), 9, "decision_");
  ledger.scratch().write("case/ledger/" + writer + ".chain.jsonl", text);
  EXPECT_NE(run(commands[0]), "");
}

}  // namespace sanaq::ledger
