#include "sanaq/publish/leaf_index.h"

#include <tbb/parallel_sort.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace sanaq::publish {
namespace {

// On all processors, but a thread that waits for a part of it begins nothing else: it might wait
// for this very table.
template <typename Table>
void sort_alone(Table& table) {
  tbb::this_task_arena::isolate([&] { tbb::parallel_sort(table); });
}

template <typename Words>
std::vector<std::uint64_t> found_among(const Words& sorted, std::string_view word) {
  std::vector<std::uint64_t> found;
  for (auto at =
           std::lower_bound(sorted.begin(), sorted.end(), word,
                            [](const auto&one, std::string_view key) { return one.first < key; });
       at != sorted.end() && at->first == word; ++at)
    found.push_back(at->second);
  return found;
}

}  // namespace

std::string_view place_word(std::string_view of) { return of.substr(0, of.rfind(':')); }
std::string_view cells_word(std::string_view of) { return of.substr(of.rfind(':')); }
bool is_row(std::string_view of) { return of.starts_with("row:"); }

LeafIndex::LeafIndex(const LogLeaves& leaves) : leaves_(leaves) {}

template <typename WordOf>
const std::vector<LeafIndex::Word>& LeafIndex::made(const Words& words,
                                                    const WordOf& word_of) const {
  std::call_once(words.made, [&] {
    for (std::uint64_t index = 0; index < leaves_.size(); ++index) {
      const std::string_view of = leaves_[index].of;
      if (of == "pad" || of == "publication") continue;
      const std::string_view word = word_of(of);
      if (!word.empty()) words.sorted.emplace_back(word, index);
    }
    sort_alone(words.sorted);
  });
  return words.sorted;
}

std::vector<std::uint64_t> LeafIndex::of(std::string_view of) const {
  return found_among(made(of_, [](std::string_view whole) { return whole; }), of);
}

std::vector<std::uint64_t> LeafIndex::of_place(std::string_view word) const {
  const auto place = [](std::string_view of) { return is_row(of) ? place_word(of) : ""; };
  return found_among(made(places_, place), word);
}

std::vector<std::uint64_t> LeafIndex::of_cells(std::string_view word) const {
  const auto cells = [](std::string_view of) { return is_row(of) ? cells_word(of) : ""; };
  return found_among(made(cells_, cells), word);
}

std::optional<std::uint64_t> LeafIndex::newest_of(std::string_view of) const {
  const std::vector<std::uint64_t> found = this->of(of);
  if (found.empty()) return std::nullopt;
  return found.back();
}

std::optional<std::uint64_t> LeafIndex::with_commitment(const log::Hash& commitment) const {
  std::call_once(made_, [&] {
    commitments_.reserve(leaves_.size());
    for (std::uint64_t index = 0; index < leaves_.size(); ++index)
      commitments_.emplace_back(leaves_[index].commitment, index);
    sort_alone(commitments_);
  });
  const auto found = std::lower_bound(commitments_.begin(), commitments_.end(),
                                      std::pair<log::Hash, std::uint64_t>(commitment, 0));
  if (found == commitments_.end() || found->first != commitment) return std::nullopt;
  return found->second;
}

}  // namespace sanaq::publish
