#include "sanaq/investigation/linking_files.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/exchange/linking_inputs.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/steps.h"
#include "sanaq/link/model_file.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

// The settings of the small investigation with more under [link].
std::string with_setting(const help::Scratch& scratch, const std::string& setting) {
  const std::string folder = help::small_investigation(scratch);
  const std::string path = "town/investigation.toml";
  std::string settings = base::read_file(scratch / path);
  settings.insert(settings.find("[link]\n") + 7, setting + "\n");
  scratch.write(path, settings);
  return folder;
}

TEST(LinkingFiles, LabelsOfTheSettingsPartTwoRecordsAndWhatWasNotJudgedIsSaid) {
  const help::Scratch scratch;
  const std::string folder = with_setting(scratch, "labels = \"labels.csv\"");
  scratch.write("town/labels.csv",
                "list_l,record_l,list_r,record_r,label\nhospital,1,morgue,m1,0\n"
                "hospital,1,union,u1,0\nhospital,2,union,u2,\n");
  Steps steps(folder, caller, {});
  steps.ingest();
  steps.link();
  const Outcome& outcome = steps.outcome();
  EXPECT_NE(outcome.link.person_of[0], outcome.link.person_of[4]);
  ASSERT_FALSE(outcome.warnings.empty());
  EXPECT_NE(english.say(outcome.warnings.front()).find("passed over: 1"), std::string::npos);
}

TEST(LinkingFiles, AnotherNicknameIsAnotherLinking) {
  const help::Scratch scratch;
  const std::string folder = with_setting(scratch, "nicknames = \"nicknames.csv\"");
  scratch.write("town/nicknames.csv", "name,nickname\nАйбар,Айка\n");
  Steps first(folder, caller, {});
  first.ingest();
  first.link();
  EXPECT_EQ(first.outcome().config.link.nicknames.size(), 1u);
  EXPECT_TRUE(Steps(folder, caller, {}).is_linked());
  scratch.write("town/nicknames.csv", "name,nickname\nАйбар,Айкен\n");
  EXPECT_FALSE(Steps(folder, caller, {}).is_linked());
}

TEST(LinkingFiles, AModelOfTheSettingsIsUsedAndAnotherOnTopTakesItsPlace) {
  const help::Scratch scratch;
  const std::string folder = with_setting(scratch, "model = \"m.json\"");
  link::Model model;
  model.prior_match = 0.0625;
  scratch.write("town/m.json", link::write_model(model));
  Steps steps(folder, caller, {});
  ASSERT_TRUE(steps.outcome().config.link.model);
  EXPECT_EQ(steps.outcome().config.link.model->prior_match, 0.0625);
  link::Options options = steps.outcome().config.link;
  model.prior_match = 0.5;
  std::shared_ptr<const splink::Model> none;
  exchange::load_model(options, none, scratch.write("other.json", link::write_model(model)));
  EXPECT_EQ(options.model->prior_match, 0.5);
}

TEST(LinkingFiles, AFileThatIsNoModelIsNamed) {
  const help::Scratch scratch;
  const std::string folder = with_setting(scratch, "model = \"m.json\"");
  scratch.write("town/m.json", "{}");
  try {
    Steps steps(folder, caller, {});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("m.json"), std::string::npos);
  }
}

}  // namespace
}  // namespace sanaq::investigation
