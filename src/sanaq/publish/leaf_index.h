// Leaves of the public log by what they stand for.
#pragma once
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/publish/leaves_file.h"

namespace sanaq::publish {

// Of a row: where it stood, and what it said. `of` is row:PLACE:CELLS.
[[nodiscard]] std::string_view place_word(std::string_view of);
[[nodiscard]] std::string_view cells_word(std::string_view of);
[[nodiscard]] bool is_row(std::string_view of);

// Each table is made when it is asked for first. Any thread.
class LeafIndex {
 public:
  explicit LeafIndex(const LogLeaves& leaves);  // they must outlive this, unaltered

  // Numbers of leaves, in their order. None stands for padding and publications.
  [[nodiscard]] std::vector<std::uint64_t> of(std::string_view of) const;
  [[nodiscard]] std::vector<std::uint64_t> of_place(std::string_view word) const;
  [[nodiscard]] std::vector<std::uint64_t> of_cells(std::string_view word) const;
  [[nodiscard]] std::optional<std::uint64_t> newest_of(std::string_view of) const;
  [[nodiscard]] std::optional<std::uint64_t> with_commitment(const log::Hash& commitment) const;

 private:
  using Word = std::pair<std::string_view, std::uint64_t>;  // with the leaf
  struct Words {
    mutable std::once_flag made;
    mutable std::vector<Word> sorted;
  };
  template <typename WordOf>
  const std::vector<Word>& made(const Words& words, const WordOf& word_of) const;

  const LogLeaves& leaves_;
  Words of_, places_, cells_;
  mutable std::once_flag made_;
  mutable std::vector<std::pair<log::Hash, std::uint64_t>> commitments_;
};

}  // namespace sanaq::publish
