#include "sanaq/pages/event_pages.h"

#include <algorithm>

#include "sanaq/pages/date_words.h"
#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;
using casefile::Event;

constexpr const char* root = "../";

std::string range(const casefile::Range& value, const draw::Voice& voice) {
  return voice.range(value.low, value.high);
}

void add_links(const PublicView& view, const draw::Voice& voice, const base::Message& heading,
               const std::vector<const Event*>& events, CasePage& page) {
  if (events.empty()) return;
  CaseTable table{voice.say(heading), "", {voice.say("When"), voice.say("Event")}, {}};
  for (const Event* event : events)
    table.rows.push_back(
        {{date_words(event->start, voice)}, thing_cell(view, event->subject, voice, root)});
  page.tables.push_back(std::move(table));
}

void add_acts(const PublicView& view, const draw::Voice& voice, const Event& event,
              CasePage& page) {
  std::vector<casefile::Act> acts;
  for (const casefile::Act& act : view.case_file.entities.acts) {
    if (act.event == casefile::id_of(event.subject)) acts.push_back(act);
  }
  if (acts.empty()) return;
  CaseTable table{
      voice.say("What was done"),
      voice.say("Public acts alone. People: each once, those without a name never twice."),
      {voice.say("What kind"), voice.say("Acts"), voice.say("People, at least"),
       voice.say("People, at most")},
      {}};
  for (const casefile::ActCount& count : casefile::count_acts(acts, casefile::ActsBy::type)) {
    table.rows.push_back(
        {{count.key.empty() ? voice.say("not known")
                            : view.case_file.vocabulary.label("MT4", count.key, voice.language()),
          root + page_of_acts(count.key)},
         {range(count.acts, voice), "", true},
         number_cell(count.victims.low, voice),
         number_cell(count.victims.high, voice)});
  }
  page.tables.push_back(std::move(table));
}

void add_trial(const PublicView& view, const draw::Voice& voice, const Event& event,
               CasePage& page) {
  for (const auto& trial :
       casefile::trial_totals(view.case_file.entities, view.case_file.vocabulary)) {
    if (trial.event != event.subject || trial.parts.empty()) continue;
    CaseTable table{voice.say("Do the totals add up?"),
                    "",
                    {voice.say("Verdict"), voice.say("Stated"), voice.say("People named here"),
                     voice.say("Prosecutions here")},
                    {}};
    std::string sum;
    for (const auto& part : trial.parts) {
      table.rows.push_back(
          {{view.case_file.vocabulary.label("VERDICT", part.verdict, voice.language())},
           {part.stated ? voice.number(*part.stated) : "", "", true},
           number_cell(part.people, voice),
           number_cell(part.prosecutions, voice)});
      if (part.stated) sum += (sum.empty() ? "" : " + ") + voice.number(*part.stated);
    }
    if (const auto difference = trial.difference()) {
      const bool adds_up = *difference == casefile::Range{0, 0};
      table.lead =
          adds_up ? voice.say(message("{} = {}: they add up.", range(*trial.tried, voice), sum))
                  : voice.say(message("{} were tried, but {} is {}: the difference is {}.",
                                      range(*trial.tried, voice), sum,
                                      voice.number(trial.stated_sum), range(*difference, voice)));
    }
    page.tables.push_back(std::move(table));
  }
}

void add_strike(const PublicView& view, const draw::Voice& voice, const Event& event,
                CasePage& page) {
  if (event.type != "strike") return;
  for (const casefile::Strike& strike : casefile::strikes_of(view.case_file.entities.events)) {
    if (strike.event->subject != event.subject) continue;
    if (strike.days)
      page.lead =
          voice.say(message("Lasted {} days, both ends counted.", range(*strike.days, voice)));
    std::string missing;
    for (const base::Message& one : strike.missing)
      missing += (missing.empty() ? "" : ", ") + voice.say(one);
    if (!missing.empty()) page.notes.push_back(voice.say(message("Not known here: {}.", missing)));
  }
}

}  // namespace

std::vector<Page> event_pages(const PublicView& view, const draw::Voice& voice) {
  const casefile::Timeline line = casefile::timeline_of(view.case_file.entities.events);
  std::vector<Page> pages;
  for (const casefile::TimelineEntry& entry : line.entries) {
    const Event& event = *entry.event;
    CasePage page{page_of(view.case_file, event.subject), title_of(view, event.subject, voice), "",
                  "../case.html", voice.say("The case file")};
    page.entities = {{event.subject, ""}};
    add_strike(view, voice, event, page);
    add_trial(view, voice, event, page);
    add_acts(view, voice, event, page);
    add_links(view, voice, message("Its parts"), entry.parts, page);
    add_links(view, voice, message("What came of it"), entry.effects, page);
    add_in_parts(view, page, voice, pages);
  }
  return pages;
}

}  // namespace sanaq::pages
