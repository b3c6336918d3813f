#include "sanaq/splink/exploded_blocks.h"

#include <algorithm>
#include <map>
#include <optional>

#include "sanaq/splink/limits.h"
#include "sanaq/splink/sql_cell_lists.h"
#include "sanaq/splink/sql_value.h"
#include "sanaq/splink/text_ids.h"

namespace sanaq::splink {
namespace {

// The values of a record's lists, by column.
using Lists = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> distinct_texts(std::string_view cell) {
  std::vector<std::string> texts;
  for (const SqlValue& value : list_in_cell(cell)) {
    auto text = as_text(value);
    if (text) texts.push_back(std::move(*text));
  }
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

// None where a list has nothing, or where there are more choices than anybody counts.
std::optional<Lists> lists_of(const std::vector<std::string>& exploded, const Levels& levels,
                              std::uint32_t record) {
  Lists lists;
  std::size_t choices = 1;
  for (const std::string& column : exploded) {
    const auto cell = levels.column(column).text(record);
    std::vector<std::string> texts = cell ? distinct_texts(*cell) : std::vector<std::string>();
    choices *= texts.size();
    if (texts.empty() || choices > made_values_max) return std::nullopt;
    lists[column] = std::move(texts);
  }
  return lists;
}

// Calls take(choice) with every choice of one value a column.
template <typename Take>
void each_choice(const Lists& lists, Lists::const_iterator next,
                 std::map<std::string, std::string_view>& choice, const Take& take) {
  if (next == lists.end()) {
    take();
    return;
  }
  const auto& [column, texts] = *next;
  ++next;
  for (const std::string& text : texts) {
    choice[column] = text;
    each_choice(lists, next, choice, take);
  }
}

// Ids of a record's keys, ascending.
class KeyFinder {
 public:
  KeyFinder(const SqlCondition& rule, const std::vector<std::string>& exploded,
            const Levels& levels)
      : rule_(rule), exploded_(exploded), levels_(levels) {}

  std::vector<std::uint32_t> keys_of(std::uint32_t record) {
    std::vector<std::uint32_t> keys;
    const auto lists = lists_of(exploded_, levels_, record);
    if (!lists) return keys;
    std::map<std::string, std::string_view> choice;
    const auto cell = [&](const std::string& name) -> std::optional<std::string_view> {
      const auto chosen = choice.find(name);
      return chosen != choice.end() ? chosen->second : levels_.column(name).text(record);
    };
    each_choice(*lists, lists->begin(), choice, [&] {
      if (auto key = rule_.blocking_key(cell)) keys.push_back(texts_.id_of(std::move(*key)));
    });
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
  }
  [[nodiscard]] std::uint32_t count() const { return texts_.count(); }
  [[nodiscard]] std::vector<std::uint64_t> take_hashes() { return texts_.take_hashes(); }

 private:
  const SqlCondition& rule_;
  const std::vector<std::string>& exploded_;
  const Levels& levels_;
  TextIds texts_;
};

// Key by key the records that have it; starts by id.
struct RecordsOfKeys {
  std::vector<std::uint32_t> starts, records;
};

RecordsOfKeys turned(const BlocksOfRecords& keys, std::uint32_t key_count) {
  RecordsOfKeys made;
  made.starts.assign(key_count + 2, 0);
  for (const std::uint32_t key : keys.numbers) ++made.starts[key + 1];
  for (std::size_t at = 1; at < made.starts.size(); ++at) made.starts[at] += made.starts[at - 1];
  made.records.resize(keys.numbers.size());
  std::vector<std::uint32_t> next = made.starts;
  for (std::uint32_t record = 0; record + 1 < keys.starts.size(); ++record) {
    for (std::uint32_t at = keys.starts[record]; at < keys.starts[record + 1]; ++at)
      made.records[next[keys.numbers[at]]++] = record;
  }
  return made;
}

// Numbers of blocks instead of ids of keys; keys that only one record has are no blocks.
void name_blocks(const std::vector<std::uint32_t>& block_of_key, BlocksOfRecords& records) {
  std::size_t to = 0, from = 0;
  for (std::size_t record = 0; record + 1 < records.starts.size(); ++record) {
    records.starts[record] = static_cast<std::uint32_t>(to);
    for (; from < records.starts[record + 1]; ++from) {
      const std::uint32_t block = block_of_key[records.numbers[from]];
      if (block != BlocksOfRecords::none) records.numbers[to++] = block;
    }
  }
  records.starts.back() = static_cast<std::uint32_t>(to);
  records.numbers.resize(to);
}

}  // namespace

std::uint32_t BlocksOfRecords::first_common(std::uint32_t left, std::uint32_t right) const {
  std::uint32_t a = starts[left], b = starts[right];
  while (a < starts[left + 1] && b < starts[right + 1]) {
    if (numbers[a] == numbers[b]) return numbers[a];
    numbers[a] < numbers[b] ? ++a : ++b;
  }
  return none;
}

ExplodedBlocks explode_blocks(const SqlCondition& rule, const std::vector<std::string>& exploded,
                              const Levels& levels, std::size_t record_count,
                              const std::vector<bool>& left_out) {
  ExplodedBlocks made;
  BlocksOfRecords& of_records = made.of_records;
  KeyFinder finder(rule, exploded, levels);
  of_records.starts.push_back(0);
  for (std::uint32_t record = 0; record < record_count; ++record) {
    if (left_out.empty() || !left_out[record]) {
      const std::vector<std::uint32_t> keys = finder.keys_of(record);
      of_records.numbers.insert(of_records.numbers.end(), keys.begin(), keys.end());
    }
    of_records.starts.push_back(static_cast<std::uint32_t>(of_records.numbers.size()));
  }
  const RecordsOfKeys keys = turned(of_records, finder.count());
  const std::vector<std::uint64_t> hashes = finder.take_hashes();
  std::vector<std::uint32_t> block_of_key(hashes.size(), BlocksOfRecords::none);
  made.blocks.starts.push_back(0);
  for (std::uint32_t key = 1; key < hashes.size(); ++key) {
    if (keys.starts[key + 1] - keys.starts[key] < 2) continue;
    block_of_key[key] = static_cast<std::uint32_t>(made.blocks.numbers.size());
    made.blocks.numbers.push_back(block_of_key[key]);
    of_records.hashes.push_back(hashes[key]);
    made.blocks.records.insert(made.blocks.records.end(), keys.records.begin() + keys.starts[key],
                               keys.records.begin() + keys.starts[key + 1]);
    made.blocks.starts.push_back(static_cast<std::uint32_t>(made.blocks.records.size()));
  }
  name_blocks(block_of_key, of_records);
  return made;
}

}  // namespace sanaq::splink
