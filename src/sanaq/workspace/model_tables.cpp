#include "sanaq/workspace/model_tables.h"

#include <algorithm>

#include "sanaq/record/field.h"
#include "sanaq/workspace/field_words.h"

namespace sanaq::workspace {
namespace {

using base::message;

const record::Column* column_compared(const record::RecordTable& records,
                                      const std::string& column) {
  for (const record::Column& one : records.columns) {
    const std::string name = one.field ? std::string(record::field_name(*one.field)) : one.header;
    if (name == column) return &one;
  }
  return nullptr;
}

ModelTable levels_table(const draw::Voice& voice, const link::Model& model) {
  ModelTable table{"levels",
                   voice.say("What each agreement says"),
                   voice.say("m: how often it is so among records of one person. u: how often "
                             "among records of two. Weight: log2 of m by u, in bits; above 0 it "
                             "speaks for one person."),
                   {voice.say("Column"), voice.say("Agreement"), "m", "u", voice.say("Weight")},
                   2,
                   {}};
  for (const link::Comparison& comparison : model.comparisons) {
    for (const link::Level& level : comparison.levels)
      table.rows.push_back({column_title(voice, comparison.column), level.label,
                            voice.decimal(level.m, 4), voice.decimal(level.u, 6),
                            voice.decimal(level.weight_bits, 1)});
  }
  return table;
}

ModelTable rules_table(const draw::Voice& voice, const link::Model& model) {
  ModelTable table{"rules",
                   voice.say("By which rules pairs were looked for"),
                   voice.say(message("Two records are compared if they agree on one of these. All "
                                     "together are expected to miss {} of the matches.",
                                     voice.percent(model.recall_lost))),
                   {voice.say("Rule"), voice.say("Pairs")},
                   1,
                   {}};
  for (const link::BlockRule& rule : model.rules)
    table.rows.push_back({rule.rule, voice.number(rule.pairs)});
  return table;
}

ModelTable values_table(const draw::Voice& voice, const investigation::Outcome& outcome) {
  ModelTable table{
      "values",
      voice.say("The most frequent values"),
      voice.say("That two records agree on a frequent value says little, on a rare "
                "one much."),
      {voice.say("Column"), voice.say("Value"), voice.say("Records"), voice.say("Share")},
      2,
      {}};
  for (const FrequentValue& one : frequent_values(outcome))
    table.rows.push_back({column_title(voice, one.column), one.value, voice.number(one.records),
                          voice.percent(one.share)});
  return table;
}

ModelTable lost_table(const draw::Voice& voice, const investigation::Outcome& outcome) {
  ModelTable table{"lost",
                   voice.say("Matches that are expected and were not found"),
                   voice.say("No rule brought the two records together, or they were hardly "
                             "probable. The estimate takes them into account."),
                   {voice.say("List"), voice.say("List"), voice.say("Matches")},
                   2,
                   {}};
  const auto name = [&](std::uint32_t list) {
    return list < outcome.records.lists.size() ? outcome.records.lists[list].name : std::string();
  };
  for (const link::Lost& lost : outcome.link.lost) {
    if (lost.matches >= 0.05)
      table.rows.push_back({name(lost.left), name(lost.right), voice.decimal(lost.matches, 1)});
  }
  return table;
}

// "one in 1,204"
std::string one_in(const draw::Voice& voice, double share) {
  return share > 0 ? voice.say(message("one in {}", voice.number(1 / share))) : std::string("–");
}

ModelTable rounds_table(const draw::Voice& voice, const link::Result& linked) {
  ModelTable table{"rounds",
                   voice.say("How it was learnt, round by round"),
                   voice.say("Of how many pairs one is of one person, as each round had it. What "
                             "changes by less than a millionth has settled."),
                   {voice.say("Round"), voice.say("Learnt from"), voice.say("Pairs of two lists"),
                    voice.say("Pairs of one list")},
                   2,
                   {}};
  for (std::size_t at = 0; at < linked.learning.size(); ++at) {
    const link::LearningRound& round = linked.learning[at];
    table.rows.push_back({voice.number(static_cast<std::int64_t>(at + 1)),
                          round.is_by_persons ? voice.say("persons") : voice.say("pairs"),
                          one_in(voice, round.prior_match), one_in(voice, round.prior_within)});
  }
  return table;
}

ModelTable unreached_table(const draw::Voice& voice, const investigation::Outcome& outcome) {
  ModelTable table{
      "unreached",
      voice.say("Records that no rule reaches"),
      voice.say("They are compared with no other record, so they are persons of their own. Some "
                "lack a cell that each rule asks for: filling it in is what helps."),
      {voice.say("List"), voice.say("Records"), voice.say("Compared with no other"),
       voice.say("Of these, without the cells that rules ask for")},
      1,
      {}};
  std::vector<std::int64_t> records(outcome.records.lists.size());
  for (std::uint32_t at = 0; at < outcome.records.record_count(); ++at)
    records[outcome.records.list_of[at]] += outcome.in_scope[at] ? 1 : 0;
  for (const link::Unreached& of : outcome.link.unreached) {
    if (of.list >= records.size()) continue;
    table.rows.push_back({outcome.records.lists[of.list].name, voice.number(records[of.list]),
                          voice.number(of.alone), voice.number(of.no_value)});
  }
  return table;
}

}  // namespace

std::vector<FrequentValue> frequent_values(const investigation::Outcome& outcome) {
  std::vector<FrequentValue> all;
  for (const link::Comparison& comparison : outcome.link.model.comparisons) {
    const record::Column* const column = column_compared(outcome.records, comparison.column);
    if (column == nullptr) continue;
    std::vector<std::int64_t> counts(column->values.size());
    std::int64_t filled = 0;
    for (std::size_t record = 0; record < column->codes.size(); ++record) {
      if (!outcome.in_scope[record] || column->codes[record] == 0) continue;
      ++counts[column->codes[record]];
      ++filled;
    }
    std::vector<std::uint32_t> codes;
    for (std::uint32_t code = 1; code < counts.size(); ++code) {
      if (counts[code] > 1) codes.push_back(code);
    }
    const std::size_t told = std::min(codes.size(), frequent_values_told);
    std::partial_sort(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(told), codes.end(),
                      [&](std::uint32_t left, std::uint32_t right) {
                        return counts[left] != counts[right] ? counts[left] > counts[right]
                                                             : left < right;
                      });
    for (std::size_t at = 0; at < told; ++at)
      all.push_back({comparison.column, column->values[codes[at]], counts[codes[at]],
                     static_cast<double>(counts[codes[at]]) / static_cast<double>(filled)});
  }
  return all;
}

std::vector<ModelTable> model_tables(const draw::Voice& voice,
                                     const investigation::Outcome& outcome) {
  std::vector<ModelTable> tables = {levels_table(voice, outcome.link.model),
                                    rules_table(voice, outcome.link.model),
                                    unreached_table(voice, outcome),
                                    values_table(voice, outcome),
                                    lost_table(voice, outcome),
                                    rounds_table(voice, outcome.link)};
  std::erase_if(tables, [](const ModelTable& table) { return table.rows.empty(); });
  return tables;
}

}  // namespace sanaq::workspace
