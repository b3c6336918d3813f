#include "sanaq/answers/ask_sources.h"

#include <gtest/gtest.h>

#include <set>

#include "answers/a_case.h"
#include "sanaq/base/sha256.h"

namespace sanaq::answers {

Question sources_of(const std::string& whom) {
  return [whom](const CaseAsked& asked) { return ask_sources(asked, whom); };
}

TEST(AskSources, LeadDownToTheRowAndTheHashOfTheFile) {
  const ACase a;
  const auto of = a.json(sources_of("custody:c1"))["statements"];
  ASSERT_FALSE(of.empty());
  EXPECT_EQ(of[0]["file"], "custody.csv");
  EXPECT_EQ(of[0]["row"], 2);
  EXPECT_EQ(of[0]["sha256"], base::sha256_of_file(a.folder() + "/custody.csv"));
}

TEST(AskSources, OfAPersonAreAllThatSpeakOfHim) {
  const ACase a;
  const auto answer = a.json(sources_of("A. Sample"));
  std::set<std::string> subjects;
  for (const auto& one : answer["statements"]) subjects.insert(one["subject"]);
  EXPECT_EQ(subjects, (std::set<std::string>{"act:a1", "act:a2", "custody:c1"}));
  EXPECT_EQ(a.json(sources_of(answer["person"].get<std::string>()))["statements"],
            answer["statements"]);
  EXPECT_EQ(a.refusal(sources_of("nobody at all")), base::Kind::not_found);
}

}  // namespace sanaq::answers
