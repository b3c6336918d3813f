#include "sanaq/pages/custody_pages.h"

#include "sanaq/base/in_context.h"
#include "sanaq/pages/custody_lines.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/month_series.h"
#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;
using casefile::Custody;
using casefile::CustodyOn;
using casefile::Held;

// Whether anything more is on record must not show: what is worked out rests on what is public.
std::string by_what_is_public(const draw::Voice& voice) {
  return voice.say(
      "Worked out from what is public alone. What is on record beyond it may say otherwise.");
}

std::string free_text(const CustodyOn& now, const draw::Voice& voice) {
  if (now.is_life || !now.free) return "";
  const std::string first = words_of_day(now.free->low, voice);
  return now.free->is_exact() ? first : first + " – " + words_of_day(now.free->high, voice);
}

std::string days(const std::optional<casefile::Range>& range, const draw::Voice& voice) {
  return range ? voice.range(range->low, range->high) : std::string();
}

std::string held_text(Held held, const draw::Voice& voice) {
  return held == Held::yes       ? voice.say(base::in_context("custody", "held"))
         : held == Held::perhaps ? voice.say("perhaps held")
                                 : voice.say("not held");
}

CaseTable table_of(const PublicView& view, Held held, const base::Message& heading,
                   const draw::Voice& voice) {
  const std::int32_t day = view.case_file.held_on;
  CaseTable table{voice.say(heading), "", {voice.say("Person"), voice.say("Sentence")}, {}};
  if (held != Held::no) {
    for (const base::Message& label :
         {message("Term ends"), message("Days served"), message("Days left")})
      table.head.push_back(voice.say(label));
  }
  table.head.push_back(voice.say("Why"));
  for (const Custody& custody : view.case_file.entities.custodies) {
    const CustodyOn now = casefile::custody_on(custody, day);
    if (now.held != held) continue;
    std::vector<CaseCell> row = {thing_cell(view, custody.subject, voice, ""),
                                 {now.sentence ? sentence_words(*now.sentence, voice) : ""}};
    if (held != Held::no) {  // nothing is left of a term that nobody serves
      row.push_back({now.is_life ? voice.say("never") : free_text(now, voice)});
      row.push_back({days(now.served, voice), "", true});
      row.push_back({days(now.left, voice), "", true});
    }
    row.push_back({voice.say(now.reason)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

// Of the drawing for wide windows and that for narrow ones.
constexpr std::size_t bytes_of_a_line = 1400;

// Each term as a line in time, and the arrests month by month.
void add_lines(const PublicView& view, const draw::Voice& voice, CasePage& page) {
  std::vector<const Custody*> all;
  std::vector<std::optional<record::PartialDate>> arrests;
  for (const Custody& custody : view.case_file.entities.custodies) {
    all.push_back(&custody);
    arrests.push_back(custody.arrested);
  }
  CaseTable lines{voice.say("Terms in time"),
                  voice.say("From the arrest to the release; broken: what is left of a term. The "
                            "upright line is the day for which this page is made."),
                  {},
                  {}};
  lines.drawing = custody_lines(view, all, "terms", voice);
  lines.drawing_bytes = lines.drawing.empty() ? 0 : all.size() * bytes_of_a_line;
  if (!lines.drawing.empty()) page.tables.push_back(std::move(lines));
  CaseTable by_month{voice.say("Arrests by month"), "", {}, {}};
  by_month.drawing = series_figure(arrests, voice.say("Arrests by month"), "arrests", voice);
  if (!by_month.drawing.empty()) page.tables.push_back(std::move(by_month));
}

// How many there are, the drawing, and who they are.
CasePage index(const PublicView& view, const draw::Voice& voice) {
  const casefile::HeldCount count =
      casefile::count_held(view.case_file.entities.custodies, view.case_file.held_on);
  CasePage page{
      "custody.html",
      voice.say(message("Who is held on {}", words_of_day(view.case_file.held_on, voice))), "",
      "case.html", voice.say("The case file")};
  page.lead =
      voice.say(message("People: {}. Prosecutions: {}. A person who is prosecuted twice is one "
                        "person and two prosecutions.",
                        voice.range(count.people.low, count.people.high),
                        voice.range(count.prosecutions.low, count.prosecutions.high)));
  page.notes.push_back(by_what_is_public(voice));
  add_lines(view, voice, page);
  for (const auto& [held, heading] :
       {std::pair{Held::yes, message("Held")}, std::pair{Held::perhaps, message("Perhaps held")},
        std::pair{Held::no, message("Not held any more")}}) {
    CaseTable table = table_of(view, held, heading, voice);
    if (!table.rows.empty()) page.tables.push_back(std::move(table));
  }
  return page;
}

std::string standing(const Custody& custody, std::int32_t day, const draw::Voice& voice) {
  const CustodyOn now = casefile::custody_on(custody, day);
  std::string text = voice.say(message("On {}: {} ({}).", words_of_day(day, voice),
                                       held_text(now.held, voice), voice.say(now.reason)));
  if (now.held != Held::no && now.served)
    text += " " + voice.say(message("Days served: {}.", days(now.served, voice)));
  if (now.held != Held::no && now.left && now.free)
    text += " " + voice.say(message("Days left: {}; the term ends on {}.", days(now.left, voice),
                                    free_text(now, voice)));
  if (now.held != Held::no && now.counted_from_arrest)
    text += " " + voice.say("Counted from the arrest, since no other beginning is on record.");
  return text;
}

}  // namespace

std::vector<Page> custody_pages(const PublicView& view, const draw::Voice& voice) {
  if (view.case_file.entities.custodies.empty()) return {};
  std::vector<Page> pages;
  add_in_parts(view, index(view, voice), voice, pages);
  for (const Custody& custody : view.case_file.entities.custodies) {
    CasePage page{page_of(view.case_file, custody.subject), title_of(view, custody.subject, voice),
                  "", "../custody.html", voice.say("Custody")};
    page.lead = standing(custody, view.case_file.held_on, voice);
    page.notes.push_back(by_what_is_public(voice));
    for (const base::Message& doubt : casefile::doubts(custody, view.case_file.held_on))
      page.notes.push_back(voice.say(doubt));
    page.entities = {{custody.subject, ""}};
    for (const casefile::Change& change : custody.changes)
      page.entities.emplace_back(
          change.subject, view.case_file.vocabulary.label("CHANGE", change.kind, voice.language()));
    CaseTable line{voice.say("The term in time"), "", {}, {}};
    line.drawing = custody_lines(view, {&custody}, "term", voice);
    if (!line.drawing.empty()) page.tables.push_back(std::move(line));
    add_in_parts(view, page, voice, pages);
  }
  return pages;
}

}  // namespace sanaq::pages
