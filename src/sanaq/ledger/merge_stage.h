// Where a merge writes everything that it is about to change, whole and synced, before it replaces
// anything: ledger/merge.unfinished/, laid out as an investigation is. Once it is *decided* it is
// carried out, if need be by the next command that writes; a stage that was not decided is dropped.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/late_sync.h"

namespace sanaq::ledger {

[[nodiscard]] std::string stage_folder(const std::string& investigation);

enum class StageState { none, open, decided };
[[nodiscard]] StageState stage_state(const std::string& investigation);

class MergeStage {
 public:
  // An empty stage. What an earlier one left was dropped before. Throws Error{bad_input} where
  // something else stands in its place.
  explicit MergeStage(const std::string& investigation);

  // `name` below the investigation: "ledger/WRITER.chain.jsonl", "evidence/SHA256.jpg".
  void put(const std::string& name, std::string_view bytes);
  // When it returns, everything put and the decision itself survive a loss of power.
  void decide();

 private:
  std::string investigation_;
  base::LateSync files_;
};

struct DroppedStage {
  bool had_files = false;            // something of ours was removed
  std::vector<std::string> strange;  // not ours, below the investigation: they stay where they are
};
// Takes back the decision, if any, then removes the files that a merge stages, and no other.
DroppedStage drop_stage(const std::string& investigation);

// The names of the staged files below `folder` ("evidence"), sorted; only regular ones.
[[nodiscard]] std::vector<std::string> staged_names(const std::string& investigation,
                                                    const std::string& folder);

}  // namespace sanaq::ledger
