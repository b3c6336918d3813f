#include "sanaq/splink/blocked_table.h"

#include <algorithm>

#include "sanaq/splink/text_ids.h"

namespace sanaq::splink {
namespace {

// Bits that every letter has a say in.
std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93ULL;
  return hash ^ (hash >> 32);
}

// One side of an equality of a rule, as ids of what it gives: for each distinct value where it
// looks at one column.
KeyPart key_part(const SqlCondition& equality, const Levels& levels, std::size_t record_count) {
  KeyPart part;
  TextIds texts;
  if (equality.columns().size() == 1) {
    const record::Column& column = *levels.column(equality.columns().front()).column;
    part.codes = &column.codes;
    part.ids.resize(column.values.size());
    part.most = static_cast<std::uint32_t>(part.ids.size());
    if (equality.plain_equality()) {
      for (std::uint32_t code = 0; code < part.ids.size(); ++code) {
        part.ids[code] = code;
        part.hashes.push_back(hash_of_text(column.values[code]));
      }
      return part;
    }
    for (std::uint32_t code = 1; code < part.ids.size(); ++code) {
      auto key = equality.blocking_key(
          [&](const std::string&) { return std::optional<std::string_view>(column.values[code]); });
      if (key) part.ids[code] = texts.id_of(std::move(*key));
    }
  } else {
    for (std::uint32_t record = 0; record < record_count; ++record) {
      auto key = equality.blocking_key(
          [&](const std::string& name) { return levels.column(name).text(record); });
      part.ids.push_back(key ? texts.id_of(std::move(*key)) : 0);
    }
  }
  part.most = texts.count();
  part.hashes = texts.take_hashes();
  return part;
}

std::vector<KeyPart> key_parts(const SqlCondition& rule, const Levels& levels,
                               std::size_t record_count) {
  std::vector<KeyPart> parts;
  for (const SqlCondition& equality : rule.equalities())
    parts.push_back(key_part(equality, levels, record_count));
  return parts;
}

// Columns whose cells are equal in every pair of the rule.
std::vector<const KnownColumn*> equal_columns(const SqlCondition& rule,
                                              const std::vector<std::string>& exploded,
                                              const Levels& levels) {
  std::vector<const KnownColumn*> columns;
  for (const SqlCondition& equality : rule.equalities()) {
    const auto name = equality.plain_equality();
    if (name && std::find(exploded.begin(), exploded.end(), *name) == exploded.end())
      columns.push_back(&levels.column(*name));
  }
  return columns;
}

RecordCells lay_out(const record::RecordTable& table, const Levels& levels,
                    std::vector<Blocks>& rules, bool with_lists, link::Workers& workers,
                    base::Progress& progress) {
  std::vector<const std::uint32_t*> columns;
  for (const Levels::Comparison& comparison : levels.comparisons())
    columns.push_back(comparison.simple ? comparison.simple->column->column->codes.data()
                                        : nullptr);
  for (std::size_t rule = 0; rule + 1 < rules.size(); ++rule)
    columns.push_back(rules[rule].block_of.data());
  const std::size_t list_at = columns.size();
  RecordCells laid;
  laid.width = columns.size() + (with_lists ? 1 : 0);
  const std::size_t record_count = table.record_count();
  laid.cells.resize(laid.width * record_count);
  constexpr std::size_t at_once = 65536;
  workers.each((record_count + at_once - 1) / at_once, progress, [&](std::size_t piece) {
    const std::size_t end = std::min(record_count, (piece + 1) * at_once);
    for (std::size_t record = piece * at_once; record < end; ++record) {
      std::uint32_t* row = laid.cells.data() + record * laid.width;
      for (std::size_t at = 0; at < columns.size(); ++at)
        row[at] = columns[at] == nullptr ? 0 : columns[at][record];
      if (with_lists) row[list_at] = table.list_of[record] + 1;
    }
  });
  for (Blocks& rule : rules) rule.block_of = {};
  return laid;
}

std::uint64_t hash_of_block(const BlockedTable& blocked, std::size_t rule, std::size_t block) {
  const Blocks& all = blocked.rules[rule];
  if (!all.numbers.empty()) return mixed(blocked.exploded[rule].hashes[all.numbers[block]]);
  const std::uint32_t record = all.records[all.starts[block]];
  std::uint64_t hash = 0;
  for (const KeyPart& part : blocked.keys[rule])
    hash = mixed(hash * 31 + part.hashes[part.of(record)]);
  return hash;
}

}  // namespace

BlockedTable block_table(const record::RecordTable& table, const Levels& levels,
                         const std::vector<bool>* left_out, bool across_lists_only,
                         link::Workers& workers, base::Progress& progress) {
  const Model& model = levels.model();
  const std::vector<bool> nobody;
  const std::vector<bool>& left = left_out != nullptr ? *left_out : nobody;
  BlockedTable blocked;
  blocked.across_lists_only = across_lists_only;
  blocked.rules.resize(model.rules.size());
  blocked.keys.resize(model.rules.size());
  blocked.exploded.resize(model.rules.size());
  const std::size_t records = table.record_count();
  workers.each(model.rules.size(), progress, [&](std::size_t at) {
    const std::vector<std::string>& exploded = exploded_by(model, at);
    if (!exploded.empty()) {
      ExplodedBlocks made = explode_blocks(model.rules[at], exploded, levels, records, left);
      blocked.rules[at] = std::move(made.blocks);
      blocked.rules[at].block_of.assign(records, 0);  // no one block: is_met knows
      blocked.exploded[at] = std::move(made.of_records);
      return;
    }
    blocked.keys[at] = key_parts(model.rules[at], levels, records);
    blocked.rules[at] = make_blocks(blocked.keys[at], records, left, at + 1 < model.rules.size());
  });
  for (std::size_t at = 0; at < model.rules.size(); ++at)
    blocked.equal_columns.push_back(equal_columns(model.rules[at], exploded_by(model, at), levels));
  blocked.cells = lay_out(table, levels, blocked.rules, across_lists_only, workers, progress);
  return blocked;
}

bool BlockedTable::is_met(std::size_t before, std::size_t rule, std::uint32_t block,
                          std::uint32_t left, std::uint32_t right) const {
  for (std::size_t at = 0; at < before; ++at) {
    if (!exploded[at].is_empty() && exploded[at].first_common(left, right) != BlocksOfRecords::none)
      return true;
  }
  return !exploded[rule].is_empty() && exploded[rule].first_common(left, right) < block;
}

Blocks some_blocks(const BlockedTable& blocked, std::size_t rule, double pairs_most) {
  const Blocks& all = blocked.rules[rule];
  const double share = pairs_most / std::max(1.0, all.pair_count());
  Blocks some;
  some.starts.push_back(0);
  for (std::size_t block = 0; block + 1 < all.starts.size(); ++block) {
    const std::uint64_t hash = hash_of_block(blocked, rule, block);
    if (share < 1 && std::ldexp(static_cast<double>(hash), -64) >= share) continue;
    some.records.insert(some.records.end(), all.records.begin() + all.starts[block],
                        all.records.begin() + all.starts[block + 1]);
    some.starts.push_back(static_cast<std::uint32_t>(some.records.size()));
    if (!all.numbers.empty()) some.numbers.push_back(all.numbers[block]);
  }
  return some;
}

}  // namespace sanaq::splink
