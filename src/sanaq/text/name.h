// Two names, in any scripts: are they the same, and why. Prepare each distinct name once, then
// compare pairs.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/text/name_comparison.h"
#include "sanaq/text/named_thing.h"

namespace sanaq::text {

// A name made ready: tokens as sound units, parts known (given, family, patronymic, initials),
// rarity in bits.
struct PreparedName;
struct PreparedNameDelete {
  void operator()(const PreparedName*) const;
};
using PreparedNamePtr = std::unique_ptr<const PreparedName, PreparedNameDelete>;

// Prepared names never change and may be compared on any thread. A name without any letter matches
// nothing, and so does one with a name_problem. Of more than eight parts the first eight are
// compared.
[[nodiscard]] PreparedNamePtr prepare_name(std::string_view name, NameKind kind = NameKind::person);
// With the user's nicknames (nicknames.h); `tables` is needed only during the call.
class NameTables;
[[nodiscard]] PreparedNamePtr prepare_name(std::string_view name, NameKind kind,
                                           const NameTables& tables);

// Symmetric: compare_names(a, b) and compare_names(b, a) are the same to the last bit. `what` of a
// part is an English sentence that the catalogues know.
[[nodiscard]] NameComparison compare_names(const PreparedName& left, const PreparedName& right);
[[nodiscard]] NameComparison explain_names(const PreparedName& left, const PreparedName& right);

// Blocking keys: what sounds alike has the same key. One key a part that is worth blocking on,
// sorted, distinct.
[[nodiscard]] std::vector<std::string> sound_keys(const PreparedName& name);
// Keys of a part together with the first sound of another, which an initial has too: "Konurov B.E."
// and "Bekzat Konurov" share one. Sorted, distinct.
[[nodiscard]] std::vector<std::string> initial_keys(const PreparedName& name);
// One key for a single word (a family name or a given name): consonant skeleton across scripts.
[[nodiscard]] std::string sound_key(std::string_view word);

}  // namespace sanaq::text
