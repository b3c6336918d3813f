#include "sanaq/pages/organisation_pages.h"

#include <algorithm>
#include <set>

#include "sanaq/base/in_context.h"
#include "sanaq/draw/markup.h"
#include "sanaq/pages/command_boxes.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;
using casefile::Organisation;

constexpr std::int64_t day_minutes = std::int64_t{24} * 60;

struct Moment {
  std::int32_t day;
  std::string why;
};

// The days for which the line of command is drawn: those on which the organisation is said to have
// acted; where there are none, the day of the custody page.
std::vector<Moment> moments_of(const PublicView& view, const Organisation& own) {
  constexpr std::size_t drawings_max = 6;
  std::vector<Moment> moments;
  std::set<std::int32_t> seen;
  for (const casefile::Act& act : view.case_file.entities.acts) {
    const bool acted =
        std::any_of(act.perpetrators.begin(), act.perpetrators.end(),
                    [&](const casefile::Involved& one) { return one.organisation == own.id; });
    const casefile::Event* event = view.case_file.entities.event(act.event);
    const auto date = act.date ? act.date : event != nullptr ? event->start : std::nullopt;
    if (!acted || !date || date->first_day != date->last_day) continue;
    if (moments.size() < drawings_max && seen.insert(date->first_day).second)
      moments.push_back({date->first_day, event == nullptr ? "" : event->title});
  }
  if (moments.empty()) moments.push_back({view.case_file.held_on, ""});
  return moments;
}

// Posts as the drawing shows them: by public names.
casefile::Entities with_public_names(const PublicView& view, const draw::Voice& voice) {
  casefile::Entities entities = view.case_file.entities;
  for (casefile::Post& post : entities.posts)
    post.person.ref = who_text(view, post.person.key, voice);
  return entities;
}

void add_posts(const PublicView& view, const Organisation& own, const draw::Voice& voice,
               CasePage& page) {
  for (const casefile::Post& post : view.case_file.entities.posts) {
    if (post.organisation == own.id)
      page.entities.emplace_back(post.subject, title_of(view, post.subject, voice));
  }
}

void add_commands(const PublicView& view, const Organisation& own, const draw::Voice& voice,
                  const casefile::Entities& shown, CasePage& page) {
  const bool has_posts =
      std::any_of(shown.posts.begin(), shown.posts.end(),
                  [&](const casefile::Post& post) { return post.organisation == own.id; });
  if (!has_posts && own.parent.empty()) return;
  for (const Moment& moment : moments_of(view, own)) {
    const casefile::Range minutes{moment.day * day_minutes, (moment.day + 1) * day_minutes - 1};
    const casefile::CommandLine line = casefile::command_of(shown, own.id, minutes);
    CaseTable table{voice.say(message("Who commanded on {}", words_of_day(moment.day, voice))),
                    draw::isolated(moment.why),
                    {},
                    {}};
    table.drawing = draw::command_drawing(command_boxes(line, shown, voice), voice);
    for (const casefile::Gap& gap : line.gaps)
      table.lead += " " + voice.say(message("On this day nobody is on record as {}.",
                                            draw::isolated(gap.title)));
    if (!line.contradictions.empty())
      table.lead += " " + voice.say("Sources contradict each other: two hold one post at once.");
    if (!line.cycle.empty())
      table.lead += " " + voice.say("The line of command, as it is on record, runs in a circle.");
    page.tables.push_back(std::move(table));
  }
}

CasePage index(const PublicView& view, const draw::Voice& voice) {
  CasePage page{"organisations.html", voice.say("Organisations"), "", "case.html",
                voice.say("The case file")};
  CaseTable table{"",
                  "",
                  {voice.say(base::in_context("organisation", "Name")), voice.say("What kind"),
                   voice.say("Belongs to")},
                  {}};
  for (const Organisation& one : view.case_file.entities.organisations)
    table.rows.push_back(
        {organisation_cell(view, one.id, voice, ""),
         {view.case_file.vocabulary.label("ORG", one.kind, voice.language())},
         one.parent.empty() ? CaseCell{""} : organisation_cell(view, one.parent, voice, "")});
  page.tables.push_back(std::move(table));
  return page;
}

}  // namespace

std::vector<Page> organisation_pages(const PublicView& view, const draw::Voice& voice) {
  std::vector<Page> pages;
  if (view.case_file.entities.organisations.empty()) return pages;
  add_in_parts(view, index(view, voice), voice, pages);
  const casefile::Entities shown = with_public_names(view, voice);
  for (const Organisation& own : view.case_file.entities.organisations) {
    const std::string subject = casefile::subject_of("organisation", own.id);
    CasePage page{page_of(view.case_file, subject), title_of(view, subject, voice), "",
                  "../organisations.html", voice.say("Organisations")};
    page.entities = {{subject, ""}};
    add_posts(view, own, voice, page);
    add_commands(view, own, voice, shown, page);
    CaseTable below{voice.say("What belongs to it"),
                    "",
                    {voice.say(base::in_context("organisation", "Name"))},
                    {}};
    for (const Organisation& other : view.case_file.entities.organisations) {
      if (other.parent == own.id)
        below.rows.push_back({organisation_cell(view, other.id, voice, "../")});
    }
    if (!below.rows.empty()) page.tables.push_back(std::move(below));
    add_in_parts(view, page, voice, pages);
  }
  return pages;
}

}  // namespace sanaq::pages
