// The register, and rounds in which it teaches the model: where persons and pairs contradict each
// other on how many matches there are, m is learnt once more by the links that were made.
#pragma once
#include <vector>

#include "sanaq/link/choose_blocking.h"
#include "sanaq/link/crew.h"
#include "sanaq/link/estimate_chance.h"
#include "sanaq/link/model.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pattern_counts.h"
#include "sanaq/link/persons.h"
#include "sanaq/link/prepared_records.h"

namespace sanaq::link {

// What a round begins with and what it ends with.
struct Linkage {
  PairModel model;
  std::vector<Candidate> edges;  // weighed by the model
  Blocking blocking;             // recall as it is known; the keys are gone where none need them
};
struct SettledRegister {
  Linkage linkage;
  Register found;  // by the edges
  // In which the register taught the model; if there are any, recall is told by its links.
  std::vector<LearningRound> rounds = {};
};

// `counts`: the patterns that the model was learnt from; not asked where it is known.
[[nodiscard]] SettledRegister settle_register(const PreparedRecords& records,
                                              const ChanceAgreement& chance,
                                              const PatternCounts& counts, Linkage linkage,
                                              Crew& crew);

// Pairs, each looked at alone, hold more of themselves for matches than the register does, or
// fewer, by this factor: what was learnt is not what matches are like. Never where the number of
// matches is known, or some are, or the model; nor of one list, of which a register knows no more
// than its pairs do.
[[nodiscard]] bool contradicts_pairs(const PreparedRecords& records, const Moments& moments,
                                     const Linkage& linkage, const Register& found, double factor);

}  // namespace sanaq::link
