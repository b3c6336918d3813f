// Records found by a name as it is typed, in any script: over all lists and the case file.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/held.h"
#include "sanaq/workspace/person_line.h"

namespace sanaq::workspace {

// Less than this begins nearly every name.
inline constexpr std::size_t letters_to_find = 2;

struct FoundName {
  PersonLine line;                      // of the record alone; its name, list and reference
  std::string fit;                      // "word", "beginning" or "sound"
  std::string person;                   // the id of the person; "" if nobody's, or not linked yet
  std::vector<std::string> also_lists;  // all lists of that person
};

struct FoundNames {
  bool is_ready = false;  // the index is whole
  Reading making;         // otherwise how far it is
  std::optional<base::Message> why_not;
  std::int64_t count = 0;        // of all that fit by words and beginnings
  std::vector<FoundName> names;  // 50 at most
};

// Whether there is enough typed to look for.
[[nodiscard]] bool can_be_found(std::string_view typed);
// What was mended since the lists were read, or is of a list that the settings name no more, is not
// found by what it was.
[[nodiscard]] FoundNames find_names(const Bench& bench, std::string_view typed);

}  // namespace sanaq::workspace
