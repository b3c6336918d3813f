// The steps of one investigation in their order; the verbs call as many as they need.
#pragma once
#include <string>
#include <vector>

#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/step_state.h"

namespace sanaq::investigation {

class Steps {
 public:
  // Reads the settings and the small tables, and hashes every input. No list is read yet.
  Steps(const std::string& folder, const Face& face, const Adjust& adjust);

  void ingest();
  void link();      // after ingest
  void estimate();  // after link

  // What the last estimate left, if it still holds: documented numbers and the estimates. Without
  // reading any list.
  [[nodiscard]] bool recall_estimate();
  [[nodiscard]] bool is_ingested() const;
  [[nodiscard]] bool is_linked() const;

  [[nodiscard]] const StepKeys& keys() const { return keys_; }
  [[nodiscard]] Outcome& outcome() { return outcome_; }

 private:
  void read_tables();
  void read_lists();
  void judge_scope();
  void count_persons();
  void estimate_anew();
  [[nodiscard]] std::vector<estimate::CaptureTable> sampled_captures();

  const Face& face_;
  Outcome outcome_;
  StepKeys keys_;
};

}  // namespace sanaq::investigation
