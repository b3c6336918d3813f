#include "sanaq/pages/correction_data.h"

#include <array>
#include <nlohmann/json.hpp>

namespace sanaq::pages {
namespace {

using CorrectionKind = PublicCorrection::Kind;

struct KindWord {
  CorrectionKind kind;
  std::string_view word;
};
constexpr std::array kind_words = {KindWord{CorrectionKind::corrected, "corrected"},
                                   KindWord{CorrectionKind::added, "added"},
                                   KindWord{CorrectionKind::withdrawn, "withdrawn"}};

}  // namespace

std::string_view correction_word(CorrectionKind kind) {
  return kind_words[static_cast<std::size_t>(kind)].word;
}

std::optional<CorrectionKind> correction_kind(std::string_view word) {
  for (const KindWord& each : kind_words) {
    if (each.word == word) return each.kind;
  }
  return std::nullopt;
}

nlohmann::ordered_json correction_json(const PublicCorrection& correction) {
  return {{"day", correction.day},
          {"page", correction.page},
          {"property", correction.property},
          {"old", correction.before},
          {"new", correction.now},
          {"reason", correction.reason.empty() ? std::string(no_reason) : correction.reason},
          {"kind", std::string(correction_word(correction.kind))}};
}

std::string correction_text(const PublicCorrections& corrections) {
  std::string out;
  for (const PublicCorrection& one : corrections.all)
    out += correction_json(one).dump(-1, ' ', false,
                                     nlohmann::ordered_json::error_handler_t::replace) +
           "\n";
  return out;
}

}  // namespace sanaq::pages
