#include "sanaq/persons/mendings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "sanaq/base/sha256.h"
#include "sanaq/persons/successors.h"
#include "sanaq/record/field.h"
#include "sanaq/record/identity.h"

namespace sanaq::persons {
namespace {

using base::message;

constexpr std::string_view mend = "mend/", of_record = "record:";
constexpr std::size_t identity_digits = 32;

bool is_identity(std::string_view text) {
  return text.size() == identity_digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string cell_digest(const std::string& list, const std::string& column,
                        const std::string& text) {
  record::MappedCells cells;
  if (!text.empty()) cells.emplace_back(column, text);
  return record::Identities(list).of_cells(cells, 1);
}

// Nothing for a statement that has not the form of a mending.
std::optional<Mending> mending_in(const ledger::Statement& said) {
  if (!is_about_a_cell(said) || !said.subject.starts_with(of_record)) return std::nullopt;
  Mending mending{said.subject.substr(of_record.size()),
                  said.property.substr(mend.size()),
                  "",
                  said.value,
                  said.reason,
                  said.author,
                  said.time,
                  said.place};
  if (!is_identity(mending.identity) || mending.column.empty() || said.cells.size() != 1 ||
      said.cells[0].fields != std::vector<std::string>{mending.column} ||
      mending.column == record::field_name(record::Field::id))
    return std::nullopt;
  mending.digest = said.cells[0].digest;
  return mending;
}

// Of each cell the last one that holds; before it, those that do not wait where another one holds.
class Applying {
 public:
  Applying(const record::RecordTable& list, const ListHistory& history)
      : list_(list), successors_(list, {history}) {}

  void take(const Mending& mending) {
    const Successors::Found found = successors_.find(mending.identity);
    const bool was_known = found.record || found.was_known;
    applied_.was_known.push_back(was_known);
    if (!was_known) return;
    if (!found.record) return wait(mending, WhyNotMended::removed, {});
    const record::Column* const column = find_column(list_, mending.column);
    if (column == nullptr) return wait(mending, WhyNotMended::no_column, found.record);
    const std::string& text = column->values[column->codes[*found.record]];
    if (cell_digest(list_.lists[0].name, mending.column, text) == mending.digest) {
      held_[{*found.record, mending.column}] = applied_.held.size();
      applied_.held.push_back({mending, *found.record, column->header, text});
    } else if (text != mending.value) {
      wait(mending, WhyNotMended::changed, found.record);
    }
  }

  [[nodiscard]] AppliedMendings finish() {
    std::set<std::size_t> last;
    for (const auto& [cell, at] : held_) last.insert(at);
    std::vector<MendingHeld> held;
    for (const std::size_t at : last) held.push_back(std::move(applied_.held[at]));
    applied_.held = std::move(held);
    std::erase_if(applied_.for_review, [&](const MendingForReview& waiting) {
      return waiting.record && held_.contains({*waiting.record, waiting.mending.column});
    });
    return std::move(applied_);
  }

 private:
  void wait(const Mending& mending, WhyNotMended why, std::optional<std::uint32_t> record) {
    applied_.for_review.push_back({mending, why, record});
  }

  const record::RecordTable& list_;
  Successors successors_;
  AppliedMendings applied_;
  std::map<std::pair<std::uint32_t, std::string>, std::size_t> held_;  // cell -> place in held
};

}  // namespace

bool is_about_a_cell(const ledger::Statement& statement) {
  return statement.property.starts_with(mend);
}

std::vector<Mending> mendings_of(const std::vector<ledger::Statement>& statements) {
  std::vector<Mending> mendings;
  for (const ledger::Statement& said : statements) {
    if (auto mending = mending_in(said)) mendings.push_back(std::move(*mending));
  }
  return mendings;
}

std::vector<ledger::Statement> without_mendings(std::vector<ledger::Statement> statements) {
  std::erase_if(statements, is_about_a_cell);
  return statements;
}

ledger::Statement mending_statement(const std::string& list, const std::string& identity,
                                    const std::string& column, const std::string& cell,
                                    const std::string& value, const std::string& reason) {
  ledger::Statement said;
  said.subject = std::string(of_record) + identity;
  said.property = std::string(mend) + column;
  said.value = value;
  said.visibility = "restricted";
  said.reason = reason;
  said.cells = {{{column}, cell_digest(list, column, cell)}};
  return said;
}

std::string column_called(const record::Column& column) {
  return column.field ? std::string(record::field_name(*column.field)) : column.header;
}

const record::Column* find_column(const record::RecordTable& list, const std::string& column) {
  const auto field = record::field_from_name(column);
  if (const record::Column* const found = field ? list.find(*field) : nullptr; found != nullptr)
    return found;
  const auto found = std::find_if(
      list.columns.begin(), list.columns.end(),
      [&](const record::Column& each) { return !each.field && each.header == column; });
  return found == list.columns.end() ? nullptr : &*found;
}

base::Message why_not_mended(WhyNotMended why) {
  switch (why) {
    case WhyNotMended::changed:
      return message("the list says something else in this cell than when it was mended");
    case WhyNotMended::removed:
      return message("the mended record is no longer in its list");
    case WhyNotMended::unknown:
      return message("no list that is counted has or had the mended record");
    case WhyNotMended::no_column:
      break;
  }
  return message("the list no longer has the mended column");
}

base::Message advice_on_mending(const std::string& entry) {
  return message(
      "look at the row; if it still has to be mended, mend it again, and retract what no longer "
      "holds: sanaq retract {}",
      entry);
}

AppliedMendings apply_mendings(const std::vector<Mending>& mendings,
                               const record::RecordTable& list, const ListHistory& history) {
  Applying applying(list, history);
  for (const Mending& mending : mendings) applying.take(mending);
  return applying.finish();
}

std::string mendings_digest(const std::vector<Mending>& mendings) {
  if (mendings.empty()) return "";
  base::Sha256 hash;
  const auto add = [&](const std::string& part) {
    hash.add(std::to_string(part.size()) + ":" + part);
  };
  for (const Mending& mending : mendings) {
    for (const auto* part : {&mending.identity, &mending.column, &mending.digest, &mending.value})
      add(*part);
  }
  std::string hex(64, '0');
  hash.finish(hex.data());
  return hex;
}

}  // namespace sanaq::persons
