// Compares two names in any scripts and says how far they agree, and why. Prepare each distinct
// name once, then compare pairs.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/text/name_comparison.h"
#include "sanaq/text/named_thing.h"

namespace sanaq::text {

// A name ready to be compared: its words as sound units, which parts it has (names, patronymic,
// initials), and how rare each part is, in bits.
struct PreparedName;
struct PreparedNameDelete {
  void operator()(const PreparedName*) const;
};
using PreparedNamePtr = std::unique_ptr<const PreparedName, PreparedNameDelete>;

// Prepared names never change and may be compared on any thread. A name without any letter matches
// nothing, and neither does one with a name_problem. Only the first eight parts of a name are
// compared.
[[nodiscard]] PreparedNamePtr prepare_name(std::string_view name, NameKind kind = NameKind::person);
// Does the same with the user's nicknames (nicknames.h). `tables` is needed only during the call.
class NameTables;
[[nodiscard]] PreparedNamePtr prepare_name(std::string_view name, NameKind kind,
                                           const NameTables& tables);

// Both are symmetric: compare_names(a, b) and compare_names(b, a) give the same weight, probability
// and level to the last bit. Only explain_names fills `parts`; the `what` of a part is an English
// sentence that the catalogues have.
[[nodiscard]] NameComparison compare_names(const PreparedName& left, const PreparedName& right);
[[nodiscard]] NameComparison explain_names(const PreparedName& left, const PreparedName& right);

// Returns the blocking keys of a name, one for each of its names and patronymics, sorted and
// distinct. Parts that sound alike in any script have the same key.
[[nodiscard]] std::vector<std::string> sound_keys(const PreparedName& name);
// Returns the blocking keys made of one part and the first sound of another part or of an initial,
// sorted and distinct: "Konurov B.E." and "Bekzat Konurov" share one.
[[nodiscard]] std::vector<std::string> initial_keys(const PreparedName& name);
// Returns the key of a single word (a family name or a given name): its consonant skeleton, which
// spellings in different scripts share.
[[nodiscard]] std::string sound_key(std::string_view word);

}  // namespace sanaq::text
