// The steps of one investigation in their order; each command calls as many as it needs.
#pragma once
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/file_lock.h"
#include "sanaq/estimate/strata.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/doubtful_pairs.h"
#include "sanaq/investigation/ingested.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/investigation/step_state.h"
#include "sanaq/persons/case_names.h"

namespace sanaq::investigation {

// What is used from earlier runs: what is still valid; the same, and nothing is written; or
// nothing, in which case nothing is written either, so that a run can be compared with an earlier
// one.
enum class Reuse { valid, valid_unwritten, nothing };

class Steps {
 public:
  // Reads the settings, the small tables and the reviewers' decisions, and hashes every input. It
  // does not read any list yet.
  Steps(const std::string& folder, const Caller& caller, const Adjust& adjust,
        Reuse reuse = Reuse::valid);

  void ingest();
  void link();  // after ingest
  // Does link() if it need not be done anew. Returns false, and does nothing, otherwise.
  [[nodiscard]] bool recall_link();
  // Call it after link. `meanwhile` is called once the number is known, while what is shown beside
  // it may still be worked out; it is not called if nothing is estimated anew.
  void estimate(const std::function<void()>& meanwhile = {});

  // Restores the documented numbers and the estimates of the last run without reading any list.
  // Returns false if they are no longer valid.
  [[nodiscard]] bool recall_estimate();
  [[nodiscard]] bool is_ingested() const;
  [[nodiscard]] bool is_linked() const;

  // These two are for a step that is above this room.
  [[nodiscard]] std::optional<StepState> state_of(std::string_view step,
                                                  const std::string& key) const;
  void finish(StepDone done, nlohmann::json content);

  [[nodiscard]] const StepKeys& keys() const { return outcome_.keys; }
  [[nodiscard]] Outcome& outcome() { return outcome_; }

 private:
  void warn_of_spare_files();
  void read_known_truth();
  void read_case_file(InputHashes& inputs);
  void read_reception(InputHashes& inputs);
  void say_closed(const base::Message& closing);
  void write_ingest_report(bool was_up_to_date);
  void take(Ingested ingested);
  void keep_versions();
  void join_names();
  void bind_decisions();
  [[nodiscard]] std::vector<ledger::Decision> take_case_decisions();
  void note_no_persons();
  void write_review();
  void link_with(std::optional<StepState> state);
  void work_alone();
  void keep_queue_once(GainOf gain);
  void write_report(std::string_view file, const std::string& csv);

  const Caller& caller_;
  Reuse reuse_;
  Outcome outcome_;
  std::vector<ledger::Decision> decisions_;
  std::vector<ledger::Decision> case_decisions_;  // of them: whom a name of the case file means
  std::vector<persons::Mending> mendings_;
  std::vector<link::Decision> pairs_decided_;
  ledger::KnownMaps known_maps_;
  std::set<std::string> suspected_;       // names that may be nobody's: suspected_names.h
  std::vector<persons::CaseName> names_;  // whom the case file names
  std::optional<base::FileLock> alone_;   // from the first step that is done anew
};

}  // namespace sanaq::investigation
