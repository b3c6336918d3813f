// Search and a quick way into a large ledger: an SQLite file under .sanaq/, made from the ledger
// and made anew whenever it does not fit it.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/ledger/checkpoint.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

// How a word can also be written or heard, for search: text's, which this room does not know.
// Either may be missing.
struct Spellings {
  std::function<std::string(std::string_view word)> latin;  // in Latin letters
  std::function<std::string(std::string_view word)>
      sound;  // a key that words which sound alike share
};

struct Hit {
  std::string writer;
  std::int64_t seq = 0;
  std::string kind, time, body;
};

class Index {
 public:
  // Opens .sanaq/ledger.sqlite, rebuilding it when it is missing, damaged, of another version, or
  // older than the ledger.
  Index(const std::string& investigation, Spellings spellings, base::Progress& progress);
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  [[nodiscard]] bool was_rebuilt() const;
  [[nodiscard]] std::int64_t entry_count() const;
  // Entries in whose body each of the words begins a word, as written or in Latin letters, or
  // sounds like one; newest first, at most `limit`.
  [[nodiscard]] std::vector<Hit> search(std::string_view words, int limit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Removes the index with its journals; the next search makes it anew. FTS5 keeps the words of
// deleted rows in the file, whatever is vacuumed.
void remove_index(const std::string& investigation);

}  // namespace sanaq::ledger
