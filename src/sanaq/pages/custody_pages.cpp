#include "sanaq/pages/custody_pages.h"

#include <fmt/format.h>

#include "sanaq/base/in_context.h"
#include "sanaq/draw/markup.h"
#include "sanaq/pages/custody_lines.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/month_series.h"

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
  if (!lines.drawing.empty()) page.tables.push_back(std::move(lines));
  CaseTable by_month{voice.say("Arrests by month"), "", {}, {}};
  by_month.drawing = series_figure(arrests, voice.say("Arrests by month"), "arrests", voice);
  if (!by_month.drawing.empty()) page.tables.push_back(std::move(by_month));
}

using Tables = std::vector<CaseTable>;

// The tables of each page: rows go on where the page before has no room for them.
std::vector<Tables> tables_by_page(const Tables& tables) {
  constexpr std::size_t rows_a_page = 150;
  std::vector<Tables> pages(1);
  std::size_t room = rows_a_page;
  for (const CaseTable& table : tables) {
    bool is_new = true;
    for (const std::vector<CaseCell>& row : table.rows) {
      if (room == 0) {
        pages.emplace_back();
        room = rows_a_page;
        is_new = true;
      }
      if (is_new) pages.back().push_back({table.heading, table.lead, table.head, {}});
      is_new = false;
      pages.back().back().rows.push_back(row);
      --room;
    }
  }
  return pages;
}

std::string index_file(std::size_t part) {
  return part == 0 ? "custody.html" : fmt::format("custody_{}.html", part + 1);
}

// The first says how many there are, and draws them.
CasePage first_index(const PublicView& view, const std::string& title, const draw::Voice& voice) {
  const casefile::HeldCount count =
      casefile::count_held(view.case_file.entities.custodies, view.case_file.held_on);
  CasePage page{index_file(0), title, "", "case.html", voice.say("The case file")};
  page.lead =
      voice.say(message("People: {}. Prosecutions: {}. A person who is prosecuted twice is one "
                        "person and two prosecutions.",
                        voice.range(count.people.low, count.people.high),
                        voice.range(count.prosecutions.low, count.prosecutions.high)));
  add_lines(view, voice, page);
  return page;
}

std::vector<Page> index_pages(const PublicView& view, const draw::Voice& voice) {
  Tables tables;
  for (const auto& [held, heading] :
       {std::pair{Held::yes, message("Held")}, std::pair{Held::perhaps, message("Perhaps held")},
        std::pair{Held::no, message("Not held any more")}})
    tables.push_back(table_of(view, held, heading, voice));
  const std::string title =
      voice.say(message("Who is held on {}", words_of_day(view.case_file.held_on, voice)));
  const std::vector<Tables> by_page = tables_by_page(tables);
  std::vector<Page> pages;
  for (std::size_t part = 0; part < by_page.size(); ++part) {
    CasePage page = part == 0 ? first_index(view, title, voice)
                              : CasePage{index_file(part), fmt::format("{} ({})", title, part + 1),
                                         "", index_file(0), title};
    page.notes.push_back(by_what_is_public(voice));
    page.tables.insert(page.tables.end(), by_page[part].begin(), by_page[part].end());
    pages.push_back(made_page(view, page, voice));
    if (part + 1 < by_page.size())
      pages.back().body += fmt::format("<p><a href=\"{}\">{}</a></p>\n", index_file(part + 1),
                                       draw::escape(voice.say("Next page")));
  }
  return pages;
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
  std::vector<Page> pages = index_pages(view, voice);
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
    pages.push_back(made_page(view, page, voice));
  }
  return pages;
}

}  // namespace sanaq::pages
