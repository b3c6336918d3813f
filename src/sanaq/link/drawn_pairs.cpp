#include "sanaq/link/drawn_pairs.h"

#include <algorithm>
#include <tuple>

#include "sanaq/link/mark_draw.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/link/spread_sort.h"

namespace sanaq::link {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

bool comes_first(const Marked& a, const Marked& b) {
  return std::tie(a.mark, a.record) < std::tie(b.mark, b.record);
}

void sort_by_mark(std::vector<Marked>& records) {
  sort_spread(
      records, [](const Marked& record) { return record.mark; }, comes_first);
}

Pairs all_pairs(const std::vector<Marked>& block) {
  Pairs pairs;
  for (std::size_t a = 0; a < block.size(); ++a) {
    for (std::size_t b = a + 1; b < block.size(); ++b)
      pairs.emplace_back(block[a].record, block[b].record);
  }
  return pairs;
}

}  // namespace

Pairs drawn_pairs(std::vector<Marked> block, double share, std::uint64_t stream) {
  if (block.size() < 2) return {};
  if (share >= 1) return all_pairs(block);
  // A block is known by the smallest of its marks, as its other records come and go.
  const std::uint64_t of_block =
      mixed(stream ^ std::min_element(block.begin(), block.end(), comes_first)->mark);
  const double rounds = share * static_cast<double>(block.size() - 1) / 2;
  std::vector<Marked> circle(block.size());
  Pairs pairs;
  for (std::uint64_t round = 0; static_cast<double>(round) < rounds; ++round) {
    const std::uint64_t of_round = mixed(of_block + round);
    // Of the last round only as many records make their pair as there is left to draw.
    const std::uint64_t limit = mark_limit(rounds - static_cast<double>(round));
    bool is_any = false;
    for (std::size_t at = 0; at < block.size(); ++at) {
      circle[at] = {mixed(block[at].mark ^ of_round), block[at].record};
      is_any = is_any || circle[at].mark <= limit;
    }
    if (!is_any) continue;
    sort_by_mark(circle);
    for (std::size_t at = 0; at < circle.size() && circle[at].mark <= limit; ++at)
      pairs.emplace_back(circle[at].record, circle[(at + 1) % circle.size()].record);
  }
  return pairs;
}

std::vector<Marked> records_to_draw_from(const std::vector<std::uint32_t>& codes,
                                         const std::vector<std::uint64_t>& marks) {
  constexpr std::size_t records_most = std::size_t{1} << 17;
  // Of many records the smallest marks are below a limit: only those are sorted.
  constexpr double some_more = 1.1;
  const double share = some_more * static_cast<double>(records_most) /
                       static_cast<double>(std::max<std::size_t>(1, codes.size()));
  const auto up_to = [&](std::uint64_t limit) {
    std::vector<Marked> records;
    for (std::uint32_t record = 0; record < codes.size(); ++record) {
      if (codes[record] != 0 && marks[record] <= limit) records.push_back({marks[record], record});
    }
    return records;
  };
  std::vector<Marked> records = up_to(mark_limit(share));
  if (share < 1 && records.size() < records_most) records = up_to(~std::uint64_t{0});
  sort_by_mark(records);
  if (records.size() > records_most) records.resize(records_most);
  return records;
}

}  // namespace sanaq::link
