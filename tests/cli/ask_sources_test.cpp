#include "sanaq/cli/ask_sources.h"

#include <gtest/gtest.h>

#include <set>

#include "cli/a_case.h"
#include "sanaq/base/sha256.h"

namespace sanaq::cli {

TEST(AskSources, LeadDownToTheRowAndTheHashOfTheFile) {
  const ACase a;
  const auto of = a.json({"sources", "--of", "custody:c1"})["statements"];
  ASSERT_FALSE(of.empty());
  EXPECT_EQ(of[0]["file"], "custody.csv");
  EXPECT_EQ(of[0]["row"], 2);
  EXPECT_EQ(of[0]["sha256"], base::sha256_of_file(a.folder() + "/custody.csv"));
}

TEST(AskSources, OfAPersonAreAllThatSpeakOfHim) {
  const ACase a;
  const auto answer = a.json({"sources", "--of", "A. Sample"});
  std::set<std::string> subjects;
  for (const auto& one : answer["statements"]) subjects.insert(one["subject"]);
  EXPECT_EQ(subjects, (std::set<std::string>{"act:a1", "act:a2", "custody:c1"}));
  EXPECT_EQ(a.json({"sources", "--of", answer["person"].get<std::string>()})["statements"],
            answer["statements"]);
  EXPECT_EQ(a.ask({"sources", "--of", "nobody at all"}).code, 66);
}

}  // namespace sanaq::cli
