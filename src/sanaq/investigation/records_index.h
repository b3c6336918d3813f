// Finds every record, and every name of the case file, by a name in any script, as it is typed.
//
// The index is .sanaq/records.sqlite, readable by its owner alone: the one place to which names of
// the lists are written a second time (docs/decisions/0025). It is made anew whenever it does not
// fit the names as they are now. With `[serve] index = false` it is kept in memory instead.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// How a name fits what was typed: every word of it is a word of the name, or begins one, or sounds
// like one. As written or in Latin letters, in the first two cases.
enum class NameFit { word, beginning, sound };

struct RecordFound {
  // Index into outcome.records. From the number of records on it is a name of the case file, by its
  // place in case_names_of(); once the lists are linked, these are records too.
  std::uint32_t record = 0;
  NameFit fit = NameFit::word;
};
struct RecordsFound {
  // Those that fit by words first, then by beginnings, then by sound; each in the order of names
  // that was fixed when the index was made.
  std::vector<RecordFound> records;
  // Of all that fit by words and beginnings; those that sound alike are looked for, and counted,
  // only where there are fewer than were wanted.
  std::int64_t count = 0;
};

inline constexpr std::size_t records_found_max = 50;

// Returns the names that the case file gives to people, in the order in which they become records.
[[nodiscard]] std::vector<std::string> case_names_of(const Outcome& outcome);

class RecordsIndex {
 public:
  // Opens the index of an outcome whose lists were read, or makes it.
  RecordsIndex(const Outcome& outcome, base::Progress& progress);
  ~RecordsIndex();
  RecordsIndex(RecordsIndex&&) noexcept;
  RecordsIndex& operator=(RecordsIndex&&) noexcept;

  [[nodiscard]] bool was_rebuilt() const;
  // Two letters are enough. A text without any letter or digit finds nothing.
  [[nodiscard]] RecordsFound find(std::string_view typed,
                                  std::size_t limit = records_found_max) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Removes the index with its journals.
void remove_records_index(const std::string& folder);
// The same where it was made from other names than these: what was taken out of a list is then
// nowhere.
void remove_older_records_index(const Outcome& outcome);

}  // namespace sanaq::investigation
