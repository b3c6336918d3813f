#include "sanaq/pages/person_inputs.h"

#include <tbb/parallel_for.h>

#include "embedded/sanaq_pages.h"
#include "sanaq/base/catalog.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/certainty.h"
#include "sanaq/pages/frame.h"
#include "sanaq/pages/input_text.h"
#include "sanaq/pages/register_page.h"

namespace sanaq::pages {
namespace {

// Whoever gives these another field says in `of` what it says.
static_assert(sizeof(PublicPerson) == 216, "PersonInputs::of knows every field");
static_assert(sizeof(PublicCell) == 80, "PersonInputs::of knows every field");

void add(InputText& text, const PublicRecord& record) {
  text.add(record.list);
  text.add(static_cast<std::uint64_t>(record.row));
  for (const std::optional<PublicCell>& cell : record.cells) {
    if (!cell) {
      text.add("");
      continue;
    }
    text.add(cell->differs ? "differs" : "cell");
    text.add(cell->text);
    text.add(cell->reading);
    text.add(cell->fact);
  }
}

// Of one record, and of one on each list.
std::vector<PublicPerson> probes(const PublicView& view) {
  PublicRecord record;
  record.row = 1;
  for (std::size_t column = 0; column < view.columns.size(); ++column)
    record.cells.emplace_back(PublicCell{"a", "b"});
  PublicPerson one;
  one.id = "0000000000000000";
  one.name = "a";
  one.records = {record};
  PublicPerson many = one;
  many.name.clear();
  many.is_linkable = false;
  for (std::size_t list = 1; list < view.lists.size(); ++list) {
    record.list = list;
    for (std::optional<PublicCell>& cell : record.cells) {
      cell->reading = "c";
      cell->differs = true;
    }
    many.records.push_back(record);
  }
  many.pairs = {{0, many.records.size() - 1, 0.5}};
  return {one, many};
}

// The case file as a whole: a page shows of it what happened to the person, in words that hang on
// more than one statement. A change there makes every page of a person anew.
void add_statements(const PublicView& view, InputText& text) {
  for (const casefile::Statement& said : view.case_file.view.statements()) {
    for (const std::string* part : {&said.subject, &said.property, &said.value, &said.language,
                                    &said.source, &said.confidence, &said.time})
      text.add(*part);
  }
}

std::string shared_of(const PublicView& view) {
  InputText text;
  text.add(view.provenance.version);
  if (view.lists.empty()) return text.hash();
  for (const std::string& language : view.languages) {
    const draw::Voice voice(language, view.own_texts);
    for (const PublicPerson& probe : probes(view)) {
      Page page = person_page(view, probe, voice);
      text.add(frame(view, voice, page));
      text.add(forwarding_page(view, probe, voice));
    }
  }
  text.add(view.contact);
  text.add(embedded_file("page-end.html"));
  for (const std::string& language : view.languages) text.add(base::Catalog::source(language));
  for (const auto& [language, texts] : view.own_texts.translations) {
    text.add(language);
    for (const auto& [own, translated] : texts) {
      text.add(own);
      text.add(translated);
    }
  }
  add_statements(view, text);
  return text.hash();
}

// Every thing of the case file that a person's page may name, with its title in each language.
std::map<std::string, std::string, std::less<>> case_by_person(const PublicView& view) {
  std::vector<draw::Voice> voices;
  for (const std::string& language : view.languages) voices.emplace_back(language, view.own_texts);
  std::map<std::string, std::string, std::less<>> by_person;
  const auto add = [&](const std::string& key, const char* what, const std::string& subject) {
    std::string& text = by_person[key];
    text += what;
    for (const draw::Voice& voice : voices) {
      const CaseCell cell = thing_cell(view, subject, voice, "");
      text += "\n" + cell.text + "\n" + cell.href;
    }
  };
  const casefile::Entities& all = view.case_file.entities;
  for (const casefile::Act& act : all.acts) {
    for (const casefile::Victim& victim : act.victims) add(victim.who.key, "victim", act.subject);
    for (const casefile::Involved& one : act.perpetrators)
      add(one.who.key, "perpetrator", act.subject);
  }
  for (const casefile::Custody& one : all.custodies) add(one.person.key, "custody", one.subject);
  for (const casefile::Post& one : all.posts) add(one.person.key, "post", one.subject);
  return by_person;
}

}  // namespace

PersonInputs::PersonInputs(const PublicView& view)
    : view_(view),
      voice_(view.languages.empty() ? "en" : view.languages.front(), view.own_texts),
      shared_(shared_of(view)),
      case_of_(case_by_person(view)) {}

std::string PersonInputs::of(const PublicPerson& person) const {
  InputText text;
  text.add(shared_);
  text.add(person.id);
  text.add(person.name);
  for (const std::string& other : person.other_names) text.add(other);
  text.add(person.sort_key);
  for (const std::string& forward : person.forwards) text.add(forward);
  text.add(person.is_linkable ? "linkable" : "");
  // As pages show them: a model that is learnt anew moves every probability by a trifle.
  text.add(certainty(person, voice_));
  for (const PublicRecord& record : person.records) add(text, record);
  for (const PublicPair& pair : person.pairs) {
    text.add(pair.left);
    text.add(pair.right);
    text.add(voice_.percent(pair.probability));
  }
  if (const auto said = case_of_.find(person.id); said != case_of_.end()) text.add(said->second);
  const auto changed = view_.corrections.by_page.find("person/" + person.id + ".html");
  if (changed != view_.corrections.by_page.end()) {
    for (const std::size_t at : changed->second) {
      const PublicCorrection& one = view_.corrections.all[at];
      for (const std::string* part : {&one.day, &one.property, &one.before, &one.now, &one.reason})
        text.add(*part);
      text.add(static_cast<std::uint64_t>(one.kind));
    }
  }
  return text.hash();
}

std::vector<std::string> PersonInputs::of_all() const {
  std::vector<std::string> all(view_.persons.size());
  tbb::parallel_for(std::size_t{0}, all.size(),
                    [&](std::size_t at) { all[at] = of(view_.persons[at]); });
  return all;
}

}  // namespace sanaq::pages
