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
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

struct Hit {
  std::string writer;
  std::int64_t seq = 0;
  std::string kind, time, body;
};

class Index {
 public:
  // Opens .sanaq/ledger.sqlite, rebuilding it when it is missing, damaged, of another version, or
  // older than the ledger. `latin` gives another spelling to search by (of a Cyrillic name the
  // Latin one); none: the text alone.
  Index(const std::string& investigation, const std::function<std::string(std::string_view)>& latin,
        base::Progress& progress);
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  [[nodiscard]] bool was_rebuilt() const;
  [[nodiscard]] std::int64_t entry_count() const;
  // Entries in whose body each of the words begins a word, as written or in its other spelling;
  // newest first, at most `limit`.
  [[nodiscard]] std::vector<Hit> search(std::string_view words, int limit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sanaq::ledger
