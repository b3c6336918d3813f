#include "sanaq/pages/case_overview_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/draw/time_drawing.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/month_series.h"
#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;

std::string period(const casefile::Event& event, const draw::Voice& voice) {
  const std::string start = date_words(event.start, voice), end = date_words(event.end, voice);
  if (start.empty() || end.empty() || start == end) return start.empty() ? end : start;
  return start + " – " + end;
}

// Events on one axis of time; "" if there are more than fit on a few screens.
std::string event_lines(const PublicView& view, const casefile::Timeline& line,
                        const draw::Voice& voice) {
  constexpr std::size_t events_max = 60;
  std::vector<draw::TimeRow> rows;
  for (const casefile::TimelineEntry& entry : line.entries) {
    const casefile::Event& event = *entry.event;
    const auto& from = event.start ? event.start : event.end;
    if (!from) continue;
    const std::int32_t last = event.end ? event.end->last_day : from->last_day;
    std::string when = date_words(from, voice);
    if (event.start && event.end && event.start != event.end)
      when += " – " + date_words(event.end, voice);
    rows.push_back({title_of(view, event.subject, voice),
                    when,
                    {{from->first_day, std::max(from->first_day, last), "event"}}});
  }
  if (rows.size() < 2 || rows.size() > events_max) return {};
  const std::string title = voice.say("What happened");
  return fmt::format("<div class=\"wide\">{}</div><div class=\"narrow\">{}</div>",
                     draw::time_drawing(rows, 0, 760, "events", title),
                     draw::time_drawing(rows, 0, 360, "events-n", title));
}

CaseTable timeline(const PublicView& view, const draw::Voice& voice) {
  const casefile::Timeline line = casefile::timeline_of(view.case_file.entities.events);
  CaseTable table{
      voice.say("What happened"),
      "",
      {voice.say("When"), voice.say("Event"), voice.say("What kind"), voice.say("Where")},
      {}};
  table.drawing = event_lines(view, line, voice);
  for (const casefile::TimelineEntry& entry : line.entries) {
    CaseCell name = thing_cell(view, entry.event->subject, voice, "");
    for (int depth = 0; depth < entry.depth; ++depth) name.text = "— " + name.text;
    table.rows.push_back(
        {{period(*entry.event, voice)},
         name,
         {view.case_file.vocabulary.label("EVENT", entry.event->type, voice.language())},
         {entry.event->place}});
  }
  return table;
}

CaseTable parts(const PublicView& view, const draw::Voice& voice) {
  const casefile::Entities& entities = view.case_file.entities;
  CaseTable table{voice.say("What is here"), "", {voice.say("Part"), voice.say("How many")}, {}};
  const auto add = [&](const base::Message& label, const char* href, std::size_t count) {
    if (count > 0)
      table.rows.push_back(
          {{voice.say(label), href}, number_cell(static_cast<std::int64_t>(count), voice)});
  };
  add(message("Acts"), "acts.html", entities.acts.size());
  add(message("Custody"), "custody.html", entities.custodies.size());
  add(message("Organisations"), "organisations.html", entities.organisations.size());
  add(message("Demands"), "demands.html", entities.demands.size());
  add(message("Aid"), "aid.html", casefile::balances_of(entities.aid).size());
  add(message("Claims"), "claims.html", entities.claims.size());
  add(message("Statements, by their files and rows"), "case-sources.html",
      view.case_file.view.statements().size());
  return table;
}

// Strikes by year: "more than twenty in three years" can be checked against them.
CaseTable strikes(const PublicView& view, const draw::Voice& voice) {
  const casefile::Series series =
      casefile::series_of(view.case_file.entities.events, "strike", {}, {});
  CaseTable table{
      voice.say("Strikes by year"),
      voice.say(
          "Strikes with an event of their own here. A strike is a stoppage of work for a time, by "
          "groups of workers, over demands or grievances, or to support others in theirs."),
      {voice.say("Year"), voice.say("Surely"), voice.say("At most")},
      {}};
  std::vector<std::optional<record::PartialDate>> began;
  for (const casefile::Event& event : view.case_file.entities.events) {
    if (event.type == "strike") began.push_back(event.start);
  }
  table.drawing = series_figure(began, voice.say("Strikes by month"), "strikes", voice);
  for (const auto& [year, count] : series.years)
    table.rows.push_back({{year}, number_cell(count.low, voice), number_cell(count.high, voice)});
  return table;
}

}  // namespace

std::vector<Page> case_overview_pages(const PublicView& view, const draw::Voice& voice) {
  CasePage page{"case.html", voice.say("The case file"),
                voice.say("What was done, to whom and by whom, who commanded, and who is in prison "
                          "for it. Each fact opens to its sources.")};
  page.tables.push_back(parts(view, voice));
  if (!view.case_file.entities.events.empty()) page.tables.push_back(timeline(view, voice));
  CaseTable by_year = strikes(view, voice);
  if (!by_year.rows.empty()) page.tables.push_back(std::move(by_year));
  std::vector<Page> pages;
  add_in_parts(view, page, voice, pages);
  return pages;
}

}  // namespace sanaq::pages
