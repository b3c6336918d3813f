// Whole names, compared by room text: prepared once a distinct value.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/link.h"
#include "sanaq/text/name.h"
#include "sanaq/text/nicknames.h"

namespace sanaq::link {

using PreparedName = text::PreparedNamePtr;

// The built-in nicknames and the user's.
[[nodiscard]] text::NameTables name_tables(const std::vector<Nickname>& nicknames);

struct NameMeeting {
  int level = 0;           // 0 the same letters ... 5 differs, as text::NameLevel
  double weight_bits = 0;  // log2(m/u) of exactly this pair of names, rarity included
};
[[nodiscard]] NameMeeting meet(const PreparedName& left, const PreparedName& right);

}  // namespace sanaq::link
