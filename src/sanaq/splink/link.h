// A register from a Splink model: its pairs and weights, and persons as connected components of the
// pairs at or above the threshold, as Splink clusters them.
//
// Weights equal Splink's to 1e-6; on text beyond ASCII Splink on DuckDB up to 2.0.0 compares bytes
// and we compare characters, which a warning says.
#pragma once
#include <memory>

#include "sanaq/link/explain.h"
#include "sanaq/link/link.h"
#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"
#include "sanaq/splink/model.h"

namespace sanaq::splink {

struct Linked {
  link::Result result;
  // That pairs were weighed by: the one that was given, with the options' blocking rules if they
  // have any, and with what was learnt.
  std::shared_ptr<const Model> model;
};

// Beyond Splink: pairs are joined from the most probable on, and a pair that would break a decision
// or a list free of duplicates is not. A record's probability is that of the weakest pair that
// holds its person together. `model` must be there; what it does not know is learnt. Of the options
// `model` and `nicknames` mean nothing here. Throws what link::check_options throws, and
// Error{bad_input} for a column that the model names and the lists do not have.
[[nodiscard]] Linked link(const record::RecordTable& table, const link::Options& options,
                          std::shared_ptr<const Model> model, base::Progress& progress);

[[nodiscard]] link::Explanation explain(const record::RecordTable& table, const Model& model,
                                        std::uint32_t left, std::uint32_t right);

}  // namespace sanaq::splink
