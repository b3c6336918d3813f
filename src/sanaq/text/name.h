// Two names, in any scripts: are they the same, and why. Prepare each distinct name once, then
// compare pairs.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"

namespace sanaq::text {

// What bears a name. A ship stands for all things that have a name and perhaps a number.
enum class NameKind { person, organisation, vessel };

// A name made ready: tokens as sound units, parts known (given, family, patronymic, initials),
// rarity in bits.
struct PreparedName;
struct PreparedNameDelete {
  void operator()(const PreparedName*) const;
};
using PreparedNamePtr = std::unique_ptr<const PreparedName, PreparedNameDelete>;

// Why a cell is no name: more letters, words or marks than limits.h has; none where it may be one.
[[nodiscard]] std::optional<base::Problem> name_problem(std::string_view name);
// The same of any text, which may be as long as it likes: a letter with more marks than scripts
// write.
[[nodiscard]] std::optional<base::Problem> marks_problem(std::string_view text);

// Prepared names never change and may be compared on any thread. A name without any letter matches
// nothing, and so does one with a name_problem. Of more than eight parts the first eight are
// compared.
[[nodiscard]] PreparedNamePtr prepare_name(std::string_view name, NameKind kind = NameKind::person);
// With the user's nicknames (nicknames.h); `tables` is needed only during the call.
class NameTables;
[[nodiscard]] PreparedNamePtr prepare_name(std::string_view name, NameKind kind,
                                           const NameTables& tables);

// The level of agreement of two whole names, best first; what link learns m and u for.
enum class NameLevel {
  same,            // the same letters
  same_sound,      // every part fits by sound
  one_letter_off,  // every part fits, one part less well
  part_missing,    // one side lacks a part (an initial counts as fitting)
  near,            // something differs a little
  differs,
};

struct NameComparison {
  double weight_bits = 0;  // log2 odds at prior 1/2 (levels.csv)
  double probability = 0;  // 1/(1 + 2^-weight_bits)
  NameLevel level = NameLevel::differs;
  struct Part {
    std::string left;
    std::string right;
    std::string what;
    double bits = 0;
  };
  std::vector<Part>
      parts;  // the parts that met, or stand alone, and what was found; only by explain_names
};

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
