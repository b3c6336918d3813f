#include "sanaq/investigation/review_answers.h"

#include <algorithm>
#include <map>
#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/investigation/records_today.h"
#include "sanaq/persons/review_answer.h"

namespace sanaq::investigation {
namespace {

using base::message;
using ledger::Decision;
using ledger::Verdict;

Verdict verdict_of(persons::Answer answer) {
  switch (answer) {
    case persons::Answer::same:
      return Verdict::same;
    case persons::Answer::different:
      return Verdict::different;
    case persons::Answer::unsure:
      return Verdict::unsure;
    case persons::Answer::no_person:
      return Verdict::no_person;
    case persons::Answer::out_of_scope:
    case persons::Answer::first_out_of_scope:
    case persons::Answer::second_out_of_scope:
      break;
  }
  return Verdict::out_of_scope;
}

std::string_view verdict_on_the_command_line(Verdict verdict) {
  switch (verdict) {
    case Verdict::same:
      return "same";
    case Verdict::different:
      return "different";
    case Verdict::unsure:
      return "unsure";
    case Verdict::no_person:
      return "no-person";
    case Verdict::out_of_scope:
      break;
  }
  return "out-of-scope";
}

// Of the records of a row, those that the answer speaks of.
std::vector<ReviewRow::Shown> spoken_of(const ReviewRow& row, persons::Answer answer) {
  if (row.records.size() == 2 && answer == persons::Answer::first_out_of_scope)
    return {row.records.front()};
  if (row.records.size() == 2 && answer == persons::Answer::second_out_of_scope)
    return {row.records.back()};
  return row.records;
}

std::string references(const std::vector<ReviewRow::Shown>& records) {
  std::string text;
  for (const ReviewRow::Shown& record : records)
    text += (text.empty() ? "" : " ") + record.reference;
  return text;
}

std::vector<std::string> sorted_identities(const Decision& decision) {
  std::vector<std::string> records = decision.records;
  std::sort(records.begin(), records.end());
  return records;
}

// The same word on the same records; cells count where both say what was read.
bool is_same_answer(const Decision& wanted, const Decision& known) {
  if (wanted.verdict != known.verdict || sorted_identities(wanted) != sorted_identities(known))
    return false;
  if (!wanted.reason.empty() && wanted.reason != known.reason) return false;
  if (wanted.cells.empty() || known.cells.empty()) return true;
  std::map<std::string, std::string> digests;
  for (std::size_t at = 0; at < wanted.records.size(); ++at)
    digests[wanted.records[at]] = wanted.cells[at].digest;
  for (std::size_t at = 0; at < known.records.size(); ++at) {
    if (digests.at(known.records[at]) != known.cells[at].digest) return false;
  }
  return true;
}

class Known {
 public:
  explicit Known(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions)
      by_records_[sorted_identities(decision)].push_back(&decision);
  }
  // The newest that says the same; nullptr where there is none.
  [[nodiscard]] const Decision* find(const Decision& wanted) const {
    const auto found = by_records_.find(sorted_identities(wanted));
    if (found == by_records_.end()) return nullptr;
    const auto same =
        std::find_if(found->second.rbegin(), found->second.rend(),
                     [&](const Decision* known) { return is_same_answer(wanted, *known); });
    return same == found->second.rend() ? nullptr : *same;
  }

 private:
  std::map<std::vector<std::string>, std::vector<const Decision*>> by_records_;
};

// The decision of a row as far as the row alone says it.
Decision decision_of(const ReviewRow& row, persons::Answer answer) {
  Decision decision;
  decision.verdict = verdict_of(answer);
  decision.reason = row.reason;
  for (const ReviewRow::Shown& shown : spoken_of(row, answer))
    decision.records.push_back(shown.identity);
  return decision;
}

// Adds what the rows say now; false where one does not say what was shown.
bool add_cells(Decision& decision, const std::vector<ReviewRow::Shown>& shown,
               const RecordsToday& today) {
  for (const ReviewRow::Shown& record : shown) {
    const auto now = today.find(record.identity, record.digest);
    if (!now) return false;
    decision.cells.push_back(today.cells(*now));
  }
  return true;
}

persons::Answer answer_in(const ReviewRow& row, const std::string& file) {
  if (const auto answer = persons::read_answer(row.answer)) return *answer;
  throw base::Error(
      base::Kind::bad_input,
      message("{}, row {}, column answer: {} is no answer; write same, different, unsure or out of "
              "scope, or leave it blank (nothing of this table was taken)",
              file, row.row, row.answer));
}

class Taking {
 public:
  Taking(const std::string& file, const Outcome& outcome, const std::vector<Decision>& entered,
         const std::vector<Decision>& in_force)
      : file_(file), today_(outcome), entered_(entered), in_force_(in_force) {}

  void take(const ReviewRow& row, persons::Answer answer) {
    const std::vector<ReviewRow::Shown> shown = spoken_of(row, answer);
    effects_[row.row] = {row.row, AnsweredRow::Effect::none, {}, verdict_of(answer), {}};
    if (const auto problem = problem_of(row, shown, answer)) {
      refuse(row.row, *problem);
      return;
    }
    Decision decision = decision_of(row, answer);
    // Every record of the row was looked at, also where the answer speaks of one.
    Decision whole;
    if (!add_cells(whole, row.records, today_) || !add_cells(decision, shown, today_)) {
      refuse(row.row, message("{}, row {}: {}: these rows of the lists no longer say what "
                              "was shown, so nothing was taken; look at them again in a new "
                              "table: sanaq review",
                              file_, row.row, references(row.records)));
      return;
    }
    note(row.row, references(shown), std::move(decision));
  }

  [[nodiscard]] AnsweredDecisions finish() {
    for (Wanted& wanted : wanted_) {
      if (wanted.other_row == 0) {
        enter(wanted);
        follow_first(wanted);
        continue;
      }
      refuse(wanted.row, message("{}, rows {} and {}: two different answers on {}, so neither "
                                 "was taken; leave one of them",
                                 file_, wanted.row, wanted.other_row, wanted.references));
      follow_first(wanted);
    }
    return std::move(taken_);
  }
  // A row with a reason and no answer.
  void take_reason_alone(const ReviewRow& row) {
    effects_[row.row].row = row.row;
    refuse(row.row, message("{}, row {}: there is a reason and no answer, so nothing was taken",
                            file_, row.row));
  }
  // Of the rows of `table`, in its order; after finish().
  [[nodiscard]] std::vector<AnsweredRow> effects_on(const ReviewTable& table) const {
    std::vector<AnsweredRow> rows;
    for (const ReviewRow& row : table.rows) rows.push_back(effects_.at(row.row));
    return rows;
  }

 private:
  struct Wanted {
    std::int64_t row = 0;
    std::string references;
    Decision decision;
    std::int64_t other_row = 0;                 // that says something else of the same records
    std::vector<std::int64_t> later_rows = {};  // on the same records
  };

  void refuse(std::int64_t row, base::Message why) {
    effects_[row].why_not = why;
    taken_.notes.push_back(std::move(why));
  }

  // What became of the first row on the same records becomes of the later ones.
  void follow_first(const Wanted& wanted) {
    AnsweredRow first = effects_.at(wanted.row);
    if (first.effect == AnsweredRow::Effect::enters) first.effect = AnsweredRow::Effect::joins;
    for (const std::int64_t row : wanted.later_rows) {
      first.row = row;
      first.verdict = effects_.at(row).verdict;
      effects_[row] = first;
    }
  }

  std::optional<base::Message> problem_of(const ReviewRow& row,
                                          const std::vector<ReviewRow::Shown>& shown,
                                          persons::Answer answer) const {
    if (row.records.empty())
      return message("{}, row {}: there is no record to decide on; correct the list itself", file_,
                     row.row);
    for (const ReviewRow::Shown& record : row.records) {
      if (record.identity.empty() || record.digest.empty())
        return message(
            "{}, row {}: {}: identity or digest is damaged, so nothing was taken; "
            "answer in a new table: sanaq review",
            file_, row.row, record.reference);
    }
    const Verdict verdict = verdict_of(answer);
    const bool needs_two = verdict == Verdict::same || verdict == Verdict::different;
    if (needs_two && (shown.size() < 2 || shown[0].identity == shown[1].identity))
      return message(
          "{}, row {}: {}: this answer needs two records; here it can be unsure or out "
          "of scope",
          file_, row.row, references(row.records));
    return std::nullopt;
  }

  void note(std::int64_t row, std::string references, Decision decision) {
    const auto [place, is_new] =
        by_records_.try_emplace(sorted_identities(decision), wanted_.size());
    if (is_new) {
      wanted_.push_back({row, std::move(references), std::move(decision)});
      return;
    }
    Wanted& first = wanted_[place->second];
    first.later_rows.push_back(row);
    if (first.decision.verdict != decision.verdict)
      first.other_row = row;
    else if (first.decision.reason.empty())
      first.decision.reason = decision.reason;
  }

  void enter(Wanted& wanted) {
    AnsweredRow& effect = effects_.at(wanted.row);
    if (in_force_.find(wanted.decision) != nullptr) {
      ++taken_.known;
      effect.effect = AnsweredRow::Effect::known;
      return;
    }
    if (const Decision* before = entered_.find(wanted.decision)) {
      refuse(
          wanted.row,
          message("{}, row {}: this answer was taken in as {} and is no longer in force, so it was "
                  "not taken again; to enter it anew: sanaq decide DIR {} {}",
                  file_, wanted.row, persons::short_name(before->place),
                  verdict_on_the_command_line(wanted.decision.verdict), wanted.references));
      return;
    }
    effect.effect = AnsweredRow::Effect::enters;
    effect.decision = taken_.decisions.size();
    taken_.decisions.push_back(std::move(wanted.decision));
  }

  const std::string& file_;
  RecordsToday today_;
  Known entered_, in_force_;
  std::vector<Wanted> wanted_;
  std::map<std::vector<std::string>, std::size_t> by_records_;
  AnsweredDecisions taken_;
  std::map<std::int64_t, AnsweredRow> effects_;  // by row
};

}  // namespace

AnsweredDecisions decisions_from_answers(const ReviewTable& table, const std::string& file,
                                         const Outcome& outcome,
                                         const std::vector<Decision>& entered,
                                         const std::vector<Decision>& in_force) {
  Taking taking(file, outcome, entered, in_force);
  std::vector<std::pair<const ReviewRow*, persons::Answer>> answered;
  for (const ReviewRow& row : table.rows) {
    if (row.answer.empty())
      taking.take_reason_alone(row);
    else
      answered.emplace_back(&row, answer_in(row, file));
  }
  for (const auto& [row, answer] : answered) taking.take(*row, answer);
  AnsweredDecisions taken = taking.finish();
  taken.rows = taking.effects_on(table);
  taken.blank = table.blank;
  return taken;
}

std::vector<std::int64_t> rows_not_taken(const ReviewTable& table,
                                         const std::vector<Decision>& entered,
                                         const Outcome* outcome) {
  const Known known(entered);
  std::optional<RecordsToday> today;
  if (outcome != nullptr) today.emplace(*outcome);
  std::vector<std::int64_t> rows;
  for (const ReviewRow& row : table.rows) {
    const auto answer = persons::read_answer(row.answer);
    bool is_known = false;
    if (answer && !row.records.empty()) {
      Decision decision = decision_of(row, *answer);
      if (today && !add_cells(decision, spoken_of(row, *answer), *today)) decision.cells.clear();
      is_known = known.find(decision) != nullptr;
    }
    if (!is_known) rows.push_back(row.row);
  }
  return rows;
}

}  // namespace sanaq::investigation
