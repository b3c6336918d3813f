// A learnt model as JSON, and back to the bit: what `sanaq link --save-model` writes and `--model`
// reads (docs/formats/link-model.md).
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "sanaq/link/model.h"

namespace sanaq::link {

[[nodiscard]] nlohmann::json model_json(const Model& model);
// Throws nlohmann's exceptions for JSON that is not of this form.
[[nodiscard]] Model model_from_json(const nlohmann::json& json);

// Returns the file's whole text, with its format and version.
[[nodiscard]] std::string write_model(const Model& model);
[[nodiscard]] bool looks_like_own_model(std::string_view text);
// Throws Error{bad_input}, naming the file and what is wrong: another version, a missing field, or
// a number that is not a probability.
[[nodiscard]] Model read_model(std::string_view text, const std::string& path);

}  // namespace sanaq::link
