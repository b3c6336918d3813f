// A file of pairs, each scored by itself with built-in weights: the same answer in any order of
// rows.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/base/progress.h"
#include "sanaq/text/name_kind.h"
#include "sanaq/text/nicknames.h"

namespace sanaq::exchange {

struct ScoredPairs {
  std::string
      csv;  // case,weight_bits,probability, then FIELD for each compared field with its level
  std::int64_t pairs = 0;
  std::int64_t same = 0;  // probability over a half
};

// `bytes`: CSV whose header has name_l and name_r (or given, family, patronymic with _l and _r),
// perhaps case (else the row number), kind_l and kind_r, and other FIELD_l, FIELD_r. `kinds` where
// a row does not say. Throws Error{bad_input} naming the file, and
// Error{stopped} if `progress` says so.
[[nodiscard]] ScoredPairs score_pairs(
    std::string_view bytes, const std::string& path, text::PossibleKinds kinds, double prior,
    const text::NameTables& nicknames = text::NameTables::built_in(),
    const base::Progress& progress = base::Progress());

}  // namespace sanaq::exchange
