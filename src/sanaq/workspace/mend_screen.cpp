#include "sanaq/workspace/mend_screen.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/investigation/mend.h"
#include "sanaq/investigation/mend_kind.h"
#include "sanaq/investigation/settings_changes.h"
#include "sanaq/workspace/line_ends.h"
#include "sanaq/workspace/list_at_hand.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;
using investigation::KindAnswer;

const investigation::Outcome &outcome_of(const ListAtHand &at_hand) {
  if (at_hand.at) return at_hand.held->outcome;
  throw Error(Kind::conflict, message("the lists are still being read; try again in a moment"));
}

std::string bad_path(const ListAtHand &at_hand) { return path_of_list(at_hand.list.name) + "/bad"; }

// What was typed goes along to the next page, and so back again if it is
// refused.
Data mending_form(const Visit &visit, const ListAtHand &at_hand, const char *route) {
  Data data;
  data.set("name", at_hand.list.name);
  data.set("path", path_of_list(at_hand.list.name));
  data.set("csrf", csrf_field(visit, route));
  data.set("digest", at_hand.file.digest);
  for (const char *field : {"column", "text", "answer", "meaning", "reason", "row", "was", "value"})
    data.set(field, visit.form.value(field));
  for (const char *field : {"column", "text", "was", "value"})
    data.set(std::string(field) + "_shown", draw::harmless(visit.form.value(field)));
  return data;
}

http::Response refused_mending(const Visit &visit, Bench &bench, const std::string &screen,
                               Data data, const Error &error) {
  data.set("problem", visit.voice.say_isolating(error.message()));
  const int status = error.kind() == Kind::conflict    ? 409
                     : error.kind() == Kind::not_found ? 404
                                                       : 422;
  return page(visit, bench, {visit.voice.say(message("Mending")), "bad", status}, screen, data);
}

// A cell of two lines comes back with other line ends.
bool is_sent_as(std::string_view sent, std::string_view written) {
  return with_plain_line_ends(sent) == with_plain_line_ends(written);
}

// ---- by kind

investigation::KindMending wanted_kind(const Visit &visit, const ListAtHand &at_hand) {
  const http::Form &form = visit.form;
  investigation::KindMending mending;
  mending.list = at_hand.list.name;
  mending.column = form.value("column");
  mending.text = form.value("text");
  for (const investigation::BadKind &kind : investigation::bad_kinds(outcome_of(at_hand))) {
    if (kind.list != mending.list || !is_sent_as(form.value("column"), kind.column) ||
        !is_sent_as(form.value("text"), kind.text))
      continue;
    mending.column = kind.column;
    mending.text = kind.text;
  }
  mending.meaning = form.value("meaning");
  mending.reason = form.value("reason");
  const std::string &answer = form.value("answer");
  if (answer == "dmy" || answer == "mdy" || answer == "ymd") {
    mending.answer = KindAnswer::dates;
    mending.meaning = answer;
  } else if (answer == "nobody") {
    mending.answer = KindAnswer::nobody;
  } else if (answer == "no_person") {
    mending.answer = KindAnswer::no_person;
  } else if (answer == "means" && !mending.meaning.empty()) {
    mending.answer = KindAnswer::means;
  } else {
    throw Error(Kind::usage, message("choose an answer, and write what the text means"));
  }
  return mending;
}

void set_effect(const draw::Voice &voice, const investigation::KindEffect &effect, Data &data) {
  data.set("readable",
           voice.count("{} more cell can be read", "{} more cells can be read", effect.readable));
  data.set("has_unreadable", effect.unreadable > 0);
  data.set("unreadable", voice.count("{} cell can then no longer be read",
                                     "{} cells can then no longer be read", effect.unreadable));
  data.set("has_left", effect.left > 0);
  data.set("left", voice.say(message("of these cells still cannot be read: {}",
                                     voice.number(effect.left))));
  if (effect.left > 0) data.set("why_left", voice.say_isolating(effect.reason));
  if (!effect.edit.path.empty())
    data.set("line", settings::spelled(effect.edit.path) + " = " + effect.edit.value.toml);
  Data rows{Data::type::list};
  for (const std::string &row : effect.rows) rows << Data(draw::harmless(row));
  data.set("has_rows", !effect.rows.empty());
  data.set("row_words", rows);
  data.set("row_count", voice.count("{} row is no person", "{} rows are no persons",
                                    static_cast<std::int64_t>(effect.decision.records.size())));
}

void enter_decision(Bench &bench, ledger::Decision decision) {
  bench.write([&](ledger::Writer &writer) {
    decision.by = writer.key().name();
    (void)writer.append("decision", ledger::body_of(decision));
  });
}

// ---- by cell

std::uint32_t record_in_row(const investigation::Outcome &outcome, std::size_t list,
                            const std::string &text) {
  std::int64_t row = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), row);
  if (read.ec == std::errc()) {
    const record::RecordTable &all = outcome.records;
    for (std::uint32_t record = 0; record < all.record_count(); ++record) {
      if (all.list_of[record] == list && all.rows[record] == row) return record;
    }
  }
  throw Error(Kind::not_found, message("row {} is no record of this list", text));
}

investigation::MendingWanted wanted_cell(const Visit &visit, const ListAtHand &at_hand) {
  const http::Form &form = visit.form;
  investigation::MendingWanted wanted;
  wanted.record = record_in_row(outcome_of(at_hand), *at_hand.at, form.value("row"));
  wanted.column = form.value("column");
  wanted.value = form.value("value");
  if (form.has("was")) wanted.was = form.value("was");
  wanted.reason = form.value("reason");
  for (const record::BadCell &bad : at_hand.report()->bad_cells) {
    if (std::to_string(bad.row) != form.value("row") ||
        !is_sent_as(form.value("column"), bad.column))
      continue;
    wanted.column = bad.column;
    if (wanted.was && is_sent_as(*wanted.was, bad.value)) wanted.was = bad.value;
  }
  return wanted;
}

void set_mending(const draw::Voice &voice, const investigation::MendingShown &shown, Data &data) {
  data.set("row_words", draw::harmless(shown.row));
  data.set("header", draw::harmless(shown.header));
  data.set("was_shown", draw::harmless(shown.was));
  data.set("now_shown", draw::harmless(shown.now));
  data.set("is_blank", shown.now.empty());
  if (shown.unreadable) {
    data.set("unreadable", voice.say_isolating(shown.unreadable->reason));
    data.set("advice", voice.say_isolating(shown.unreadable->advice));
  } else {
    data.set("reading", voice.say_isolating(shown.reading));
    data.set("can_save", true);
  }
}

}  // namespace

// What the ledger asks before it can be written to (a passphrase, whose end it
// is) is asked by the door, with all that was posted; so it is written outside
// of what is caught here.
http::Response mend_kind(const Visit &visit, Bench &bench) {
  const ListAtHand at_hand = list_at_hand(visit, bench);
  Data data = mending_form(visit, at_hand, "/lists/{NAME}/kind");
  investigation::KindEffect effect;
  try {
    base::Progress progress;
    effect = investigation::effect_of(outcome_of(at_hand), wanted_kind(visit, at_hand),
                                      at_hand.file.toml, progress, visit.voice.catalog());
    set_effect(visit.voice, effect, data);
    const bool is_saved = visit.form.value("do") == "save";
    if (is_saved && visit.form.value("digest") != at_hand.file.digest)
      throw Error(Kind::conflict, message("the settings were changed meanwhile; look at what the "
                                          "answer does now, and save again"));
    data.set("can_save", true);
    if (!is_saved)
      return page(visit, bench, {visit.voice.say(message("Mending")), "bad"}, "mend_kind", data);
    if (effect.decision.records.empty())
      (void)investigation::save_settings(at_hand.file, bench.folder(), effect.toml,
                                         settings::spelled(effect.edit.path));
  } catch (const Error &error) {
    return refused_mending(visit, bench, "mend_kind", data, error);
  }
  if (!effect.decision.records.empty()) enter_decision(bench, std::move(effect.decision));
  bench.read_again();
  return http::see_other(bad_path(at_hand));
}

http::Response mend_cell(const Visit &visit, Bench &bench) {
  const ListAtHand at_hand = list_at_hand(visit, bench);
  Data data = mending_form(visit, at_hand, "/lists/{NAME}/mend");
  investigation::MendingShown shown;
  try {
    base::Progress progress;
    shown = investigation::show_mending(outcome_of(at_hand), wanted_cell(visit, at_hand), progress,
                                        visit.voice.catalog());
  } catch (const Error &error) {
    return refused_mending(visit, bench, "mend_cell", data, error);
  }
  set_mending(visit.voice, shown, data);
  if (visit.form.value("do") != "save" || shown.unreadable) {
    const int status = visit.form.value("do") == "save" ? 422 : 200;
    return page(visit, bench, {visit.voice.say(message("Mending")), "bad", status}, "mend_cell",
                data);
  }
  bench.write([&](ledger::Writer &writer) {
    (void)investigation::enter_mending(writer, shown, writer.key().name());
  });
  bench.read_again();
  return http::see_other(bad_path(at_hand));
}

}  // namespace sanaq::workspace
