#include "sanaq/link/model_file.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/base/error.h"
#include "sanaq/base/progress.h"
#include "sanaq/link/link.h"
#include "sanaq/link/model.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

base::Progress silent;

TEST(ModelFile, IsReadBackToTheBit) {
  const Model model = link(a_town(200, 60), {}, silent).model;
  const std::string text = write_model(model);
  EXPECT_TRUE(looks_like_own_model(text));
  EXPECT_EQ(write_model(read_model(text, "m.json")), text);
}

TEST(ModelFile, AKnownModelGivesTheRegisterThatLearningGave) {
  const record::RecordTable table = a_town(200, 60);
  const Result learnt = link(table, {}, silent);
  const Result known = link(table, {.model = learnt.model}, silent);
  EXPECT_EQ(known.person_of, learnt.person_of);
  EXPECT_EQ(known.probability, learnt.probability);
}

TEST(ModelFile, AKnownModelLinksAFewRowsThatCouldTeachNothing) {
  const Model model = link(a_town(300, 100), {}, silent).model;
  const record::RecordTable few = a_table({"given_name", "surname", "birth", "town"},
                                          {{"dakamo", "tenisara", "1961-02-11", "rakito"},
                                           {"dakamo", "tenisara", "1961-02-11", "rakita"},
                                           {"bosude", "lagimoke", "1975-07-12", "nomade"}});
  const Result result = link(few, {.model = model}, silent);
  EXPECT_EQ(result.person_of, (std::vector<std::uint32_t>{0, 0, 1}));
}

std::string refusal(const std::string& text) {
  try {
    (void)read_model(text, "m.json");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(ModelFile, WhatIsWrongIsNamed) {
  EXPECT_NE(refusal("{").find("not JSON"), std::string::npos);
  EXPECT_NE(refusal(R"({"format": "sanaq link model", "version": 9})").find("version 9"),
            std::string::npos);
  EXPECT_NE(refusal(R"({"version": 4, "prior_match": 2, "comparisons": []})").find("prior_match"),
            std::string::npos);
  EXPECT_NE(refusal(R"({"version": 4, "prior_match": 0.1})").find("comparisons"),
            std::string::npos);
}

TEST(ModelFile, WrongTypesAndNestingWithoutEndAreRefused) {
  for (const char* text :
       {R"({"version": 4, "prior_match": "x", "comparisons": []})",
        R"({"version": 4, "prior_match": 0.1, "comparisons": 5})",
        R"({"version": 4, "prior_match": 0.1, "comparisons": [5]})",
        R"({"version": 4, "prior_match": 0.1, "comparisons": [], "rules": [7]})",
        R"({"version": 4, "prior_match": 0.1, "comparisons": [], "differences": "x"})",
        R"({"version": 4, "prior_match": 0.1, "comparisons": [], "converged": 3})",
        R"({"version": 4, "prior_match": 0.1, "comparisons": [{"column": 1, "kind": [],
            "levels": {}}]})",
        R"({"version": 4, "prior_match": 0.1, "comparisons": [{"column": "a", "kind": "b",
            "levels": [{"label": "c", "m": null, "u": 0.1}]}]})"})
    EXPECT_NE(refusal(text).find("m.json"), std::string::npos) << text;
  const std::string deep =
      R"({"format": "sanaq link model", "version": 4, "a": )" + std::string(100'000, '[');
  EXPECT_FALSE(looks_like_own_model(deep + std::string(100'000, ']') + "}"));
  EXPECT_NE(refusal(deep + std::string(100'000, ']') + "}").find("not JSON"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::link
