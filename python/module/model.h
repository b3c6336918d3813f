// A model of linking, of our own or of Splink.
#pragma once
#include <memory>
#include <string>
#include <variant>

#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/record/plain_table.h"
#include "sanaq/splink/model.h"

namespace sanaq::python {

struct AnyModel {
  std::shared_ptr<const link::Model> own;
  std::shared_ptr<const splink::Model> splink;  // exactly one of the two
};

// m, u and weight of each level: comparison, level (texts), m, u, weight_bits (numbers; NaN where a
// model of Splink does not know them yet).
[[nodiscard]] record::PlainTable comparisons_table(const AnyModel& model);
// As a file; nothing of a model is lost.
[[nodiscard]] std::string model_text(const AnyModel& model);
// Throws Error{bad_input} for what is no model.
[[nodiscard]] AnyModel read_any_model(const std::string& text, const std::string& path);

}  // namespace sanaq::python
