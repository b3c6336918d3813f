// Makes a register with a Splink model: the model gives pairs and weights, and persons are the
// connected components of the pairs at or above the threshold, as in Splink.
//
// The weights equal Splink's to 1e-6. On text beyond ASCII, Splink on DuckDB up to 2.0.0 compares
// bytes and we compare characters; a warning says so.
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
  // The model that pairs were weighed by: the given one, with the options' blocking rules if there
  // are any, and with what was learnt.
  std::shared_ptr<const Model> model;
};

// Unlike Splink, it joins pairs from the most probable on, and never a pair that would break a
// decision or a list free of duplicates. A record's probability is that of the weakest pair that
// holds its person together. `model` must not be nullptr; what it does not know is learnt.
// `options.model` and `options.nicknames` have no effect. Throws what link::check_options throws,
// and Error{bad_input} if the model names a column that the lists do not have.
[[nodiscard]] Linked link(const record::RecordTable& table, const link::Options& options,
                          std::shared_ptr<const Model> model, base::Progress& progress);

[[nodiscard]] link::Explanation explain(const record::RecordTable& table, const Model& model,
                                        std::uint32_t left, std::uint32_t right);

}  // namespace sanaq::splink
