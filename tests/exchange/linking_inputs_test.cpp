#include "sanaq/exchange/linking_inputs.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/link/model_file.h"
#include "sanaq/splink/model.h"

namespace sanaq::exchange {
namespace {

TEST(LinkingInputs, AModelTakesThePlaceOfAnyOtherAndAFileThatIsNoneIsNamed) {
  const help::Scratch scratch;
  link::Options options;
  std::shared_ptr<const splink::Model> splink_model;
  link::Model model;
  model.prior_match = 0.0625;
  load_model(options, splink_model, scratch.write("one.json", link::write_model(model)));
  ASSERT_TRUE(options.model);
  model.prior_match = 0.5;
  load_model(options, splink_model, scratch.write("other.json", link::write_model(model)));
  EXPECT_EQ(options.model->prior_match, 0.5);
  try {
    load_model(options, splink_model, scratch.write("none.json", "{}"));
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("none.json"), std::string::npos);
  }
}

TEST(LinkingInputs, LabelsThatNobodyJudgedTeachNothingAndAreCounted) {
  const help::Scratch scratch;
  link::Options options;
  const auto said = load_labels(
      options,
      scratch.write("labels.csv", "list_l,record_l,list_r,record_r,label\na,1,b,1,1\na,2,b,2,\n"));
  EXPECT_EQ(options.labels.size(), 1U);
  ASSERT_TRUE(said);
  EXPECT_EQ(said->arguments, std::vector<std::string>{"1"});
  EXPECT_FALSE(load_labels(
      options, scratch.write("all.csv", "list_l,record_l,list_r,record_r,label\na,1,b,1,0\n")));
}

TEST(LinkingInputs, NicknamesAreReadFromTheirTable) {
  const help::Scratch scratch;
  link::Options options;
  load_nicknames(options, scratch.write("n.csv", "name,nickname\nАйбар,Айка\n"));
  ASSERT_EQ(options.nicknames.size(), 1U);
  EXPECT_EQ(options.nicknames[0].nickname, "Айка");
}

}  // namespace
}  // namespace sanaq::exchange
