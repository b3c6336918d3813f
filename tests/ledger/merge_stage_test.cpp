#include "sanaq/ledger/merge_stage.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::ledger {
namespace {

const std::string hash(64, '7');

struct AFolder {
  help::Scratch scratch;
  std::string folder;
  AFolder() : folder(scratch / "case") { base::make_folder(folder + "/ledger"); }
};

}  // namespace

TEST(MergeStage, IsOpenUntilItIsDecidedAndGoneWhenItIsDropped) {
  const AFolder a;
  EXPECT_EQ(stage_state(a.folder), StageState::none);
  {
    MergeStage stage(a.folder);
    stage.put("ledger/" + hash + ".chain.jsonl", "a line\n");
    stage.put("evidence/" + hash + ".jpg", "a picture");
    stage.put("lists/.versions/" + hash + ".csv", "a list");
    EXPECT_EQ(stage_state(a.folder), StageState::open);
    stage.decide();
  }
  EXPECT_EQ(stage_state(a.folder), StageState::decided);
  EXPECT_EQ(staged_names(a.folder, "evidence"), std::vector<std::string>{hash + ".jpg"});
  const DroppedStage dropped = drop_stage(a.folder);
  EXPECT_TRUE(dropped.had_files);
  EXPECT_TRUE(dropped.strange.empty());
  EXPECT_EQ(stage_state(a.folder), StageState::none);
  EXPECT_FALSE(base::folder_exists(stage_folder(a.folder)));
}

TEST(MergeStage, DropsWhatWasBeingWrittenAndNothingThatAMergeDoesNotWrite) {
  const AFolder a;
  const std::string stage = "case/ledger/merge.unfinished/";
  a.scratch.write(stage + "decided.unfinished-99", "sanaq");
  a.scratch.write(stage + "evidence/" + hash + ".jpg", "half a pict");
  const std::vector<std::string> strange = {stage + "ledger/notes.txt", stage + "a/b.csv",
                                            stage + "evidence/my.jpg", stage + "thesis.unfinished"};
  for (const std::string& name : strange) a.scratch.write(name, "somebody's");
  const DroppedStage dropped = drop_stage(a.folder);
  EXPECT_TRUE(dropped.had_files);
  for (const std::string& name : strange) EXPECT_TRUE(base::file_exists(a.scratch / name)) << name;
  EXPECT_FALSE(base::file_exists(a.scratch / (stage + "evidence/" + hash + ".jpg")));
  EXPECT_FALSE(drop_stage(a.folder).had_files);
}

TEST(MergeStage, ALinkInItsPlaceIsNotFollowed) {
  const AFolder a;
  a.scratch.write("elsewhere/thesis.txt", "three years of work");
  std::filesystem::create_directory_symlink(a.scratch / "elsewhere", stage_folder(a.folder));
  EXPECT_EQ(stage_state(a.folder), StageState::none);
  EXPECT_THROW(MergeStage{a.folder}, base::Error);
  EXPECT_FALSE(drop_stage(a.folder).had_files);
  EXPECT_TRUE(base::file_exists(a.scratch / "elsewhere/thesis.txt"));
}

}  // namespace sanaq::ledger
