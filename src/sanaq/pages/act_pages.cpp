#include "sanaq/pages/act_pages.h"

#include <map>

#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;
using casefile::ActsBy;

std::string type_label(const PublicView& view, const std::string& type, const draw::Voice& voice) {
  return type.empty() ? voice.say("not known")
                      : view.case_file.vocabulary.label("MT4", type, voice.language());
}

CaseCell key_cell(const PublicView& view, const casefile::ActCount& count, ActsBy by,
                  const draw::Voice& voice) {
  if (by == ActsBy::type) return {type_label(view, count.key, voice), page_of_acts(count.key)};
  if (count.key.empty()) return {voice.say("not known")};
  if (by == ActsBy::event) return thing_cell(view, "event:" + count.key, voice, "");
  if (by == ActsBy::perpetrator)
    return count.key.starts_with("organisation:")
               ? organisation_cell(view, count.key.substr(13), voice, "")
               : who_cell(view, count.key, voice, "");
  return {count.name.empty() ? count.key : count.name};
}

CaseTable counted(const PublicView& view, const base::Message& heading, ActsBy by,
                  const draw::Voice& voice) {
  CaseTable table{
      voice.say(heading),
      "",
      {"", voice.say("Acts"), voice.say("People, at least"), voice.say("People, at most")},
      {}};
  for (const casefile::ActCount& count : casefile::count_acts(view.case_file.entities.acts, by)) {
    table.rows.push_back({key_cell(view, count, by, voice),
                          {voice.range(count.acts.low, count.acts.high), "", true},
                          number_cell(count.victims.low, voice),
                          number_cell(count.victims.high, voice)});
  }
  return table;
}

CasePage index(const PublicView& view, const draw::Voice& voice) {
  CasePage page{"acts.html", voice.say("Acts"),
                voice.say("Who did what to whom. At least: what is confirmed, likely or plainly "
                          "said. At most: what is only possible, too. Each person is counted once "
                          "in a row, and those without a name never twice."),
                "case.html", voice.say("The case file")};
  page.notes.push_back(voice.say(
      "Only acts that are public are counted here. Rows need not add up: one person may suffer "
      "several acts, and an act have several perpetrators."));
  page.tables.push_back(counted(view, message("By kind"), ActsBy::type, voice));
  page.tables.push_back(counted(view, message("By month"), ActsBy::month, voice));
  page.tables.push_back(counted(view, message("By place"), ActsBy::place, voice));
  page.tables.push_back(counted(view, message("By event"), ActsBy::event, voice));
  page.tables.push_back(counted(view, message("By perpetrator"), ActsBy::perpetrator, voice));
  return page;
}

}  // namespace

std::vector<Page> act_pages(const PublicView& view, const draw::Voice& voice) {
  std::vector<Page> pages;
  if (view.case_file.entities.acts.empty()) return pages;
  add_in_parts(view, index(view, voice), voice, pages);
  std::map<std::string, std::vector<const casefile::Act*>> by_type;
  for (const casefile::Act& act : view.case_file.entities.acts) by_type[act.type].push_back(&act);
  for (const auto& [type, acts] : by_type) {
    CasePage page{page_of_acts(type), type_label(view, type, voice), "", "../acts.html",
                  voice.say("Acts")};
    const casefile::Range people = casefile::count_victims(acts);
    page.lead = voice.count("{} act", "{} acts", static_cast<std::int64_t>(acts.size())) + ". " +
                voice.say(message("People: {}.", voice.range(people.low, people.high)));
    for (const casefile::Act* act : acts)
      page.entities.emplace_back(act->subject, std::string(casefile::id_of(act->subject)));
    add_in_parts(view, page, voice, pages);
  }
  return pages;
}

}  // namespace sanaq::pages
