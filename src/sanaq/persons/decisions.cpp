#include "sanaq/persons/decisions.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "sanaq/base/sha256.h"
#include "sanaq/persons/agreed.h"
#include "sanaq/persons/review_answer.h"
#include "sanaq/persons/successors.h"
#include "sanaq/record/identity.h"
#include "sanaq/tables/csv_write.h"

namespace sanaq::persons {
namespace {

using ledger::Decision;
using ledger::Verdict;

std::string digest_of(const record::RecordTable& records, const std::vector<std::string>& fields,
                      std::uint32_t at) {
  record::MappedCells cells;
  for (const std::string& name : fields) {
    const auto field = record::field_from_name(name);
    const record::Column* column = field ? records.find(*field) : nullptr;
    if (column != nullptr) cells.emplace_back(name, column->values[column->codes[at]]);
  }
  return record::Identities(records.lists[records.list_of[at]].name).of_cells(cells, 1);
}

void add_pairs(Verdict verdict, const std::vector<std::uint32_t>& records,
               std::vector<link::Decision>& pairs) {
  for (std::size_t at = 0; at + 1 < records.size(); ++at) {
    const std::size_t last = verdict == Verdict::same ? at + 2 : records.size();
    for (std::size_t other = at + 1; other < last; ++other)
      pairs.push_back({records[at], records[other], verdict == Verdict::same});
  }
}

// The records of a decision as they are now; those that hinder it go to `setbacks`.
std::vector<std::uint32_t> records_now(const Decision& decision, const Successors& successors,
                                       const record::RecordTable& records,
                                       std::vector<ForReview>& setbacks) {
  std::vector<std::uint32_t> now;
  for (std::size_t at = 0; at < decision.records.size(); ++at) {
    const std::string& identity = decision.records[at];
    const Successors::Found found = successors.find(identity);
    if (!found.record) {
      const Setback setback = found.was_known ? Setback::removed : Setback::unknown;
      setbacks.push_back({decision, setback, identity, {}});
      continue;
    }
    const bool is_changed = decision.cells.empty()
                                ? found.was_renamed
                                : digest_of(records, decision.cells[at].fields, *found.record) !=
                                      decision.cells[at].digest;
    if (is_changed) setbacks.push_back({decision, Setback::changed, identity, found.record});
    now.push_back(*found.record);
  }
  return now;
}

}  // namespace

bool leaves_out(Verdict verdict) {
  return verdict == Verdict::out_of_scope || verdict == Verdict::no_person;
}

ListFields::value_type fields_of(const record::RecordTable& list) {
  ListFields::value_type fields;
  for (const record::Column& column : list.columns) {
    if (column.field) fields.emplace(record::field_name(*column.field));
  }
  return fields;
}

ledger::CellsRead cells_read(const record::RecordTable& records, const ListFields& fields,
                             std::uint32_t record) {
  const std::set<std::string>& own = fields[records.list_of[record]];
  ledger::CellsRead read{{own.begin(), own.end()}, ""};
  read.digest = digest_of(records, read.fields, record);
  return read;
}

AppliedDecisions apply_decisions(const std::vector<Decision>& decisions,
                                 const record::RecordTable& records,
                                 const std::vector<bool>& in_scope,
                                 const std::vector<ListHistory>& histories) {
  const Successors successors(records, histories);
  AppliedDecisions applied;
  Agreed agreed(records.record_count());
  std::vector<bool> is_out(records.record_count(), false);
  std::vector<Held> taken;
  for (auto decision = decisions.rbegin(); decision != decisions.rend(); ++decision) {
    if (decision->verdict == Verdict::unsure) continue;
    std::vector<ForReview> setbacks;
    std::vector<std::uint32_t> now = records_now(*decision, successors, records, setbacks);
    if (setbacks.empty() && !leaves_out(decision->verdict) && !agreed.take(decision->verdict, now))
      setbacks.push_back({*decision, Setback::overruled, "", {}});
    if (!setbacks.empty()) {
      for (ForReview& setback : setbacks) setback.now = now;
      applied.for_review.insert(applied.for_review.end(), setbacks.rbegin(), setbacks.rend());
      continue;
    }
    ++applied.applied;
    if (leaves_out(decision->verdict)) {
      for (const std::uint32_t record : now) {
        is_out[record] = true;
        if (decision->verdict == Verdict::no_person) applied.no_person.push_back(record);
      }
    } else {
      taken.push_back({decision->verdict, std::move(now), decision->place});
    }
  }
  std::reverse(applied.for_review.begin(), applied.for_review.end());
  for (std::uint32_t at = 0; at < is_out.size(); ++at) {
    if (is_out[at]) applied.out_of_scope.push_back(at);
  }
  std::sort(applied.no_person.begin(), applied.no_person.end());
  applied.no_person.erase(std::unique(applied.no_person.begin(), applied.no_person.end()),
                          applied.no_person.end());
  for (Held& one : taken) {
    const std::size_t gone =
        std::erase_if(one.records, [&](std::uint32_t at) { return is_out[at] || !in_scope[at]; });
    if (gone > 0) one.place = {};
    applied.held.push_back(std::move(one));
  }
  applied.pairs = pairs_of(applied.held);
  return applied;
}

std::vector<link::Decision> pairs_of(const std::vector<Held>& held) {
  std::vector<link::Decision> pairs;
  for (const Held& one : held) add_pairs(one.verdict, one.records, pairs);
  return pairs;
}

std::string decisions_digest(const std::vector<Decision>& decisions) {
  if (decisions.empty()) return "";
  base::Sha256 hash;
  for (const Decision& decision : decisions) hash.add(ledger::body_of(decision).dump() + "\n");
  std::string hex(64, '0');
  hash.finish(hex.data());
  return hex;
}

base::Message why_set_back(Setback setback) {
  switch (setback) {
    case Setback::changed:
      return base::message("the record was corrected after it was decided on");
    case Setback::removed:
      return base::message("the record is no longer in its list");
    case Setback::unknown:
      return base::message("no list that is counted has or had this record");
    case Setback::overruled:
      break;
  }
  return base::message("it contradicts newer decisions, which count");
}

base::Message advice_on(Setback setback, const std::string& entry) {
  if (setback == Setback::changed)
    return base::message(
        "look at the records again, and enter the decision again or retract it: sanaq retract {}",
        entry);
  return base::message("retract it if it no longer holds: sanaq retract {}", entry);
}

std::string short_name(const ledger::EntryPlace& place) {
  return place.writer.substr(0, 8) + ":" + std::to_string(place.seq);
}

std::string verdict_word(Verdict verdict, const base::Catalog& catalog) {
  const std::vector<std::string> words = answers_offered(catalog.language());
  switch (verdict) {
    case Verdict::same:
      return words[0];
    case Verdict::different:
      return words[1];
    case Verdict::unsure:
      return words[2];
    case Verdict::no_person:
      return no_person_word(catalog.language());
    case Verdict::out_of_scope:
      break;
  }
  return words[3];
}

std::string review_csv(const std::vector<ForReview>& for_review,
                       const std::vector<MendingForReview>& mendings,
                       const record::RecordTable& records, const base::Catalog& catalog) {
  std::string out;
  const auto add = [&](const std::vector<std::string_view>& cells) {
    tables::append_csv_row(out, cells, tables::CsvFor::person);
  };
  add({"decision", "verdict", "reason", "by", "list", "record", "row", "why", "advice"});
  for (const ForReview& item : for_review) {
    const std::string entry = short_name(item.decision.place);
    const std::string list = item.record ? records.lists[records.list_of[*item.record]].name : "";
    const std::string id = item.record ? records.ids[*item.record] : item.identity;
    const std::string row = item.record ? std::to_string(records.rows[*item.record]) : "";
    add({entry, verdict_word(item.decision.verdict, catalog), item.decision.reason,
         item.decision.by, list, id, row, catalog.say(why_set_back(item.setback)),
         catalog.say(advice_on(item.setback, entry))});
  }
  for (const MendingForReview& item : mendings) {
    const Mending& mending = item.mending;
    const std::string entry = short_name(mending.place);
    const std::string list = item.record ? records.lists[records.list_of[*item.record]].name : "";
    const std::string id = item.record ? records.ids[*item.record] : mending.identity;
    const std::string row = item.record ? std::to_string(records.rows[*item.record]) : "";
    add({entry, catalog.say(base::message("mended: {} = {}", mending.column, mending.value)),
         mending.reason, mending.author, list, id, row, catalog.say(why_not_mended(item.why)),
         catalog.say(advice_on_mending(entry))});
  }
  return out;
}

}  // namespace sanaq::persons
