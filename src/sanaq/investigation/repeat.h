// Does the count again from the same files, and compares it with what the ledger says came out.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {

// same_within_tolerance means: not the same bytes, but the same records, each with the same person,
// every count the same (documented low and high, decisions followed) and the estimate's median, low
// and high each within `repeat_tolerance` of what they were. Another version or processor may give
// that. What has no numbers (the site) is then not compared.
enum class Sameness { same_bytes, same_within_tolerance, different };
inline constexpr double repeat_tolerance = 0.01;

struct RepeatedStep {
  std::string name;
  Sameness sameness = Sameness::same_bytes;
  ledger::Run before;           // as it was entered
  NamedTexts outputs, figures;  // as they came out now
};

struct Repeat {
  std::vector<RepeatedStep> steps;
  std::string version;  // of this program
  [[nodiscard]] Sameness sameness() const;
};

// Returns the digest that the site of an outcome would have, without writing it. It is handed in
// because publishing is above this room.
using SiteDigest = std::function<std::string(const Outcome& outcome)>;

// Reads the lists, links and estimates anew, and writes nothing. Compares with the newest run
// entries of the same files, settings, seed and decisions. Throws Error{not_found} if no run was
// entered, and Error{bad_input}, naming the files, if files have changed since the last one.
[[nodiscard]] Repeat repeat(const std::string& folder, const SiteDigest& site,
                            const Caller& caller);

// Returns how one step's results compare with those that were entered.
[[nodiscard]] Sameness compare_run(const ledger::Run& before, const NamedTexts& outputs,
                                   const NamedTexts& figures);

}  // namespace sanaq::investigation
