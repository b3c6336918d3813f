#include "sanaq/workspace/review_task.h"

#include <algorithm>
#include <optional>

#include "sanaq/base/catalog.h"
#include "sanaq/draw/markup.h"
#include "sanaq/http/form.h"
#include "sanaq/investigation/review_queue.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/field_words.h"
#include "sanaq/workspace/review_columns.h"
#include "sanaq/workspace/review_letters.h"
#include "sanaq/workspace/run_words.h"

namespace sanaq::workspace {
namespace {

using base::message;
using investigation::NextTask;
using investigation::QueueKind;
using Records = std::vector<std::uint32_t>;

void set_or_false(Data& data, const std::string& name, const std::string& text) {
  if (text.empty())
    data.set(name, false);
  else
    data.set(name, text);
}

std::string joined_by_comma(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ",") + text;
  return all;
}

Data plain_texts(const std::vector<std::string>& texts) {
  Data list(Data::type::list);
  for (const std::string& text : texts) list.push_back(Data(text));
  return list;
}

// ---- the table

Data letters_shown(const std::vector<Letters>& letters) {
  Data list(Data::type::list);
  for (const Letters& stretch : letters) {
    Data one;
    one.set("text", draw::harmless(stretch.text));
    one.set("differs", stretch.differs);
    list.push_back(one);
  }
  return list;
}

Data compared_cell(const std::vector<Letters>& letters, const std::string& beside,
                   const std::string& beneath) {
  Data cell;
  cell.set("letters", letters_shown(letters));
  cell.set("is_empty", letters.empty() || (letters.size() == 1 && letters[0].text.empty()));
  set_or_false(cell, "beside", draw::harmless(beside));
  set_or_false(cell, "beneath", draw::harmless(beneath));
  return cell;
}

Data row_shown(const std::string& title, Likeness likeness, const Data& cells, bool is_part,
               const draw::Voice& voice) {
  Data row;
  row.set("title", draw::harmless(title));
  row.set("sign", std::string(likeness_sign(likeness)));
  row.set("word", likeness_word(likeness, voice));
  row.set("differs", likeness == Likeness::differs);
  row.set("is_part", is_part);
  row.set("cells", cells);
  return row;
}

// The word as it is written, and beside it the same in Latin letters where those are compared.
Data part_cell(const NamePart& part) {
  if (!part.is_romanised) return compared_cell(part.letters, "", part.what);
  Data cell = compared_cell(part.letters, "", part.what);
  cell.set("written", draw::harmless(part.text));
  return cell;
}

Data column_row(const ComparedRow& row, const draw::Voice& voice) {
  Data cells(Data::type::list);
  for (const ComparedCell& cell : row.cells) {
    Data shown = compared_cell({{cell.text, false}}, cell.latin, cell.read);
    shown.set("written", false);
    cells.push_back(shown);
  }
  return row_shown(row.title, row.likeness, cells, false, voice);
}

Data table_rows(const ReviewDesk& desk, const Records& records, const draw::Voice& voice) {
  const record::RecordTable& table = desk.outcome().records;
  ComparedRow names = whole_names(table, records, voice);
  std::vector<std::string> texts;
  for (const ComparedCell& cell : names.cells) texts.push_back(cell.text);
  const std::vector<NameRow> parts = names_by_part(texts, voice);
  for (const NameRow& part : parts) {
    if (names.likeness != Likeness::one_sided)
      names.likeness = std::max(
          names.likeness, part.likeness == Likeness::one_sided ? Likeness::near : part.likeness);
  }
  Data rows(Data::type::list);
  rows.push_back(column_row(names, voice));
  for (std::size_t at = 0; at < parts.size(); ++at) {
    Data cells(Data::type::list);
    for (const NamePart& part : parts[at].parts) {
      Data cell = part_cell(part);
      if (!part.is_romanised) cell.set("written", false);
      cells.push_back(cell);
    }
    rows.push_back(
        row_shown(voice.say(message("part {}", at + 1)), parts[at].likeness, cells, true, voice));
  }
  for (const ComparedRow& row : compared_columns(table, records, voice))
    rows.push_back(column_row(row, voice));
  return rows;
}

Data record_columns(const ReviewDesk& desk, const Records& records, const CardState& state,
                    const draw::Voice& voice) {
  const record::RecordTable& table = desk.outcome().records;
  Data columns(Data::type::list);
  for (std::size_t at = 0; at < records.size(); ++at) {
    const std::string& list = table.lists[table.list_of[records[at]]].name;
    Data column;
    column.set("number", std::to_string(at + 1));
    column.set("reference", draw::harmless(desk.words.reference(records[at])));
    column.set("list_path", "/lists/" + http::percent_encoded(list));
    column.set("list", draw::harmless(list));
    column.set("row", voice.say(message("row {}", voice.number(table.rows[records[at]]))));
    column.set("is_marked",
               std::find(state.about.begin(), state.about.end(), at) != state.about.end());
    columns.push_back(column);
  }
  return columns;
}

// ---- what is asked

// Records of today, and in their order the identities.
struct Present {
  Records records;
  std::vector<std::string> identities, digests;
};

Present present_records(const ReviewDesk& desk, const NextTask& task) {
  Present present;
  for (const std::string& identity : task.open) {
    const auto record = desk.today.find(identity);
    if (!record) continue;
    present.records.push_back(*record);
    present.identities.push_back(identity);
    present.digests.push_back(exchange::shown_digest(desk.outcome().records, *record));
  }
  return present;
}

const ledger::Decision* decision_named(const ReviewNow& now, const std::string& entry) {
  for (const ledger::Decision& decision : *now.standing) {
    if (persons::short_name(decision.place) == entry) return &decision;
  }
  return nullptr;
}

std::string why_again(const ReviewNow& now, const NextTask& task, const draw::Voice& voice) {
  for (const persons::ForReview& item : now.desk->outcome().decisions_for_review) {
    if (persons::short_name(item.decision.place) == task.task.entry)
      return voice.say_isolating(persons::why_set_back(item.setback));
  }
  for (const persons::MendingForReview& item : now.desk->outcome().mendings_for_review) {
    if (persons::short_name(item.mending.place) == task.task.entry)
      return voice.say_isolating(persons::why_not_mended(item.why));
  }
  return "";
}

// What was decided before, and why it is asked again.
void set_setback(Data& data, const Visit& visit, const ReviewNow& now, const NextTask& task) {
  const bool is_setback = task.task.kind == QueueKind::setback;
  data.set("is_setback", is_setback);
  if (!is_setback) return;
  const draw::Voice& voice = visit.voice;
  set_or_false(data, "why_again", why_again(now, task, voice));
  data.set("entry", task.task.entry);
  data.set("csrf_undo", csrf_field(visit, "/undo"));
  const ledger::Decision* decision = decision_named(now, task.task.entry);
  data.set("has_before", decision != nullptr);
  if (decision == nullptr) return;
  const base::Catalog catalog(voice.language());
  data.set("before", voice.say_isolating(message(
                         "{}, by {}, on {}", persons::verdict_word(decision->verdict, catalog),
                         draw::harmless(decision->by), moment_words(decision->time, voice))));
  set_or_false(data, "before_reason", draw::harmless(decision->reason));
}

std::string asked_in_words(const NextTask& task, const draw::Voice& voice) {
  using investigation::TaskKind;
  const base::Catalog catalog(voice.language());
  const TaskKind kind = task.task.kind == QueueKind::setback ? TaskKind::setback
                        : task.task.kind == QueueKind::pair  ? TaskKind::pair
                                                             : TaskKind::person;
  return investigation::task_word(kind, catalog);
}

// What can be answered: a single record cannot be one with another, and what names no decision has
// only the way back.
void set_answers(Data& data, const ReviewNow& now, const NextTask& task, const Present& present) {
  const std::size_t count = present.records.size();
  const bool is_mending =
      task.task.kind == QueueKind::setback && decision_named(now, task.task.entry) == nullptr;
  const bool can_answer = !is_mending && count > 0 && count == task.open.size() &&
                          count <= investigation::records_of_a_task_max;
  data.set("can_answer", can_answer);
  data.set("has_two", can_answer && count >= 2);
  data.set("is_group", count > 2);
  data.set("is_pair", count == 2);
  // A card has room for six; of more there is a page of their own.
  const bool is_long = count > investigation::records_of_a_task_max;
  data.set("has_records", count > 0 && !is_long);
  data.set("is_long", is_long && task.task.kind == QueueKind::setback && !is_mending);
}

void set_refusal(Data& data, const CardState& state) {
  set_or_false(data, "problem", state.problem);
  Data changed(Data::type::list);
  for (const CardState::Changed& one : state.changed) {
    Data both;
    both.set("shown", draw::harmless(one.shown));
    set_or_false(both, "now", draw::harmless(one.now));
    changed.push_back(both);
  }
  data.set("has_changed", !state.changed.empty());
  data.set("changed", changed);
  data.set("earlier", plain_texts(state.earlier));
  set_or_false(data, "insists", state.insists);
}

}  // namespace

std::string task_key(const NextTask& task) {
  std::vector<std::string> open = task.open;
  std::sort(open.begin(), open.end());
  return joined_by_comma(open);
}

std::string record_in_a_line(const ReviewDesk& desk, std::uint32_t record,
                             const draw::Voice& voice) {
  std::string line = desk.words.reference(record);
  for (const auto& [column, text] : exchange::shown_cells(desk.outcome().records, record))
    line += " · " + column_title(voice, column) + ": " + text;
  return draw::harmless(line);
}

std::string weight_words(const ReviewDesk& desk, const std::vector<std::string>& records,
                         const draw::Voice& voice) {
  for (std::size_t one = 0; one < records.size(); ++one) {
    for (std::size_t other = one + 1; other < records.size(); ++other) {
      const auto left = desk.today.find(records[one]), right = desk.today.find(records[other]);
      const auto weight = left && right ? desk.weight(*left, *right) : std::nullopt;
      if (weight)
        return voice.say(message("linking takes them for one person with {}, weight {} bits",
                                 voice.percent(weight->probability),
                                 voice.decimal(weight->bits, 1)));
    }
  }
  return "";
}

std::string task_card(const Visit& visit, const ReviewNow& now, const NextTask& task,
                      const CardState& state) {
  const ReviewDesk& desk = *now.desk;
  const draw::Voice& voice = visit.voice;
  const Present present = present_records(desk, task);
  const bool is_long = present.records.size() > investigation::records_of_a_task_max;
  std::vector<std::string> lines, names;
  for (const std::uint32_t record : present.records) {
    if (is_long) break;
    lines.push_back(record_in_a_line(desk, record, voice));
    names.push_back(draw::harmless(desk.words.named_line(record, voice.catalog())));
  }
  Data data;
  data.set("id", task.id);
  data.set("key", task_key(task));
  data.set("asked", asked_in_words(task, voice));
  data.set("csrf", csrf_field(visit, "/review"));
  data.set("records", is_long ? "" : joined_by_comma(present.identities));
  data.set("cells", is_long ? "" : joined_by_comma(present.digests));
  data.set("shown", plain_texts(lines));
  data.set("names", plain_texts(names));
  data.set("is_hidden", state.is_hidden);
  data.set("reason", state.reason);
  data.set("columns",
           is_long ? Data(Data::type::list) : record_columns(desk, present.records, state, voice));
  data.set("rows", is_long ? Data(Data::type::list) : table_rows(desk, present.records, voice));
  data.set("rows_path", "/review/setback/" + http::percent_encoded(task.task.entry));
  data.set("look_at_rows",
           voice.count("Look at the {} row and answer", "Look at the {} rows and answer",
                       static_cast<std::int64_t>(present.records.size())));
  data.set("saw_weight", state.has_weight ? "1" : "0");
  data.set("has_weight", state.has_weight);
  const std::string weight = state.has_weight ? weight_words(desk, task.open, voice) : "";
  data.set("weight", weight.empty() ? voice.say("linking has no weight between these") : weight);
  set_setback(data, visit, now, task);
  set_answers(data, now, task, present);
  set_refusal(data, state);
  return piece(visit, "review_task", data);
}

}  // namespace sanaq::workspace
