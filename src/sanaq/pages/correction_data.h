// data/corrections.jsonl, and how a correction stands in it.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/pages/public_correction.h"

namespace sanaq::pages {

inline constexpr std::string_view no_reason = "not given";

// "corrected", "added" or "withdrawn".
[[nodiscard]] std::string_view correction_word(PublicCorrection::Kind kind);
[[nodiscard]] std::optional<PublicCorrection::Kind> correction_kind(std::string_view word);

// Returns {"day","page","property","old","new","reason","kind"}; the reason is "not given" where
// none was.
[[nodiscard]] nlohmann::ordered_json correction_json(const PublicCorrection& correction);

[[nodiscard]] std::string correction_text(const PublicCorrections& corrections);

}  // namespace sanaq::pages
