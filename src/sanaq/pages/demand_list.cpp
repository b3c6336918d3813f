#include "sanaq/pages/demand_list.h"

#include <algorithm>

#include "sanaq/draw/markup.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/page_template.h"
#include "sanaq/text/fold.h"

namespace sanaq::pages {
namespace {

using base::message;
using casefile::Demand;

// What may stand in a cell for the thing that is meant.
std::vector<std::string> names_of(const casefile::Entities& entities, std::string_view whose) {
  const std::string wanted = text::fold(whose);
  std::vector<std::string> names{wanted};
  for (const casefile::Organisation& one : entities.organisations) {
    if (text::fold(one.id) != wanted && text::fold(one.name) != wanted) continue;
    names.push_back(text::fold(one.id));
    names.push_back(text::fold(one.name));
  }
  return names;
}

// What was demanded at an event is told there by the demand's id or its words.
std::vector<std::string> demanded_at(const casefile::Entities& entities, std::string_view event) {
  const std::string wanted = text::fold(event);
  std::vector<std::string> said;
  for (const casefile::Event& one : entities.events) {
    if (text::fold(casefile::id_of(one.subject)) != wanted && text::fold(one.title) != wanted)
      continue;
    for (const std::string& demand : one.demands) said.push_back(text::fold(demand));
  }
  return said;
}

bool is_among(const std::vector<std::string>& all, const std::string& one) {
  return !one.empty() && std::find(all.begin(), all.end(), text::fold(one)) != all.end();
}

bool was_said(const Demand& demand, const std::vector<std::string>& said) {
  return is_among(said, std::string(casefile::id_of(demand.subject))) ||
         std::any_of(demand.texts.begin(), demand.texts.end(),
                     [&](const auto& text) { return is_among(said, text.second); });
}

std::string language_of(const Demand& demand, const std::string& text) {
  for (const auto& [language, said] : demand.texts) {
    if (said == text) return language;
  }
  return {};
}

}  // namespace

std::vector<casefile::DemandOn> demands_of(const PublicView& view, std::string_view whose) {
  const casefile::Entities& entities = view.case_file.entities;
  const std::vector<std::string> names = names_of(entities, whose),
                                 said = demanded_at(entities, whose);
  std::vector<casefile::DemandOn> found;
  for (const auto& now : casefile::demands_on(entities.demands, view.case_file.held_on)) {
    if (is_among(names, now.demand->by) || was_said(*now.demand, said)) found.push_back(now);
  }
  return found;
}

std::string demand_list(const PublicView& view, std::string_view whose, const draw::Voice& voice,
                        const std::string& root) {
  Data data;
  data.set("as_of",
           voice.say(message("As they stand on {}.", words_of_day(view.case_file.held_on, voice))));
  data.set("demands", data_list(demands_of(view, whose), [&](const casefile::DemandOn& now) {
             Data row;
             const std::string text = casefile::demand_text(*now.demand, voice.language());
             const std::string language = language_of(*now.demand, text);
             const std::string status =
                 view.case_file.vocabulary.label("DEMAND", now.status, voice.language());
             row.set("text", text);
             row.set("has_lang", !language.empty() && language != voice.language());
             row.set("lang", language);
             row.set("href", root + page_of(view.case_file, now.demand->subject));
             row.set("status", now.is_certain ? status : voice.say(message("{}, perhaps", status)));
             return row;
           }));
  return render("demands", voice, data);
}

}  // namespace sanaq::pages
