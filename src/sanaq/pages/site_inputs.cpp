#include "sanaq/pages/site_inputs.h"

#include <initializer_list>

#include "embedded/sanaq_pages.h"
#include "sanaq/base/catalog.h"
#include "sanaq/pages/frame.h"
#include "sanaq/pages/input_text.h"

namespace sanaq::pages {
namespace {

void add_texts(InputText& text, std::initializer_list<const std::string*> parts) {
  for (const std::string* part : parts) text.add(*part);
}

void add_translations(const PublicView& view, InputText& text) {
  for (const auto& [language, texts] : view.own_texts.translations) {
    text.add(language);
    for (const auto& [own, translated] : texts) add_texts(text, {&own, &translated});
  }
}

// The masthead is known by that of a page that does not exist.
std::string around_pages(const PublicView& view) {
  InputText text;
  add_texts(text, {&view.provenance.version, &view.contact, &view.title, &view.about, &view.url});
  for (const std::string& name : template_names()) text.add(embedded_file(name + ".html"));
  text.add(embedded_file("case.html"));
  for (const std::string& language : view.languages) {
    const Page probe{"probe/probe.html", "probe", "probe", ""};
    text.add(language);
    text.add(base::Catalog::source(language));
    text.add(frame(view, draw::Voice(language, view.own_texts), probe));
  }
  add_translations(view, text);
  text.add(view.rounding ? "rounded" : "");
  text.add(view.has_log ? "log" : "");
  for (const PublicColumn& column : view.columns) {
    text.add(column.field ? record::field_name(*column.field) : "");
    text.add(column.header);
  }
  return text.hash();
}

void add_said(const PublicCase& known, InputText& text) {
  const std::vector<casefile::Statement>& all = known.view.statements();
  for (std::size_t at = 0; at < all.size(); ++at) {
    const casefile::Statement& said = all[at];
    add_texts(text, {&said.subject, &said.property, &said.value, &said.language, &said.source,
                     &said.locator, &said.confidence, &said.time, &said.origin.file,
                     &said.origin.hash, &said.origin.entry});
    text.add(static_cast<std::uint64_t>(said.origin.row));
    text.add(known.fact(at));
  }
}

// Which person is meant by each mention: all else of the entities follows from the statements.
void add_mentions(const casefile::Entities& all, InputText& text) {
  for (const casefile::Act& act : all.acts) {
    text.add(act.subject);
    for (const casefile::Victim& victim : act.victims)
      add_texts(text, {&victim.who.key, &victim.who.ref});
    for (const casefile::Involved& one : act.perpetrators)
      add_texts(text, {&one.who.key, &one.who.ref, &one.organisation});
  }
  for (const casefile::Custody& one : all.custodies)
    add_texts(text, {&one.subject, &one.person.key, &one.person.ref});
  for (const casefile::Post& one : all.posts)
    add_texts(text, {&one.subject, &one.person.key, &one.person.ref, &one.organisation});
}

void add_beside(const PublicView& view, InputText& text) {
  add_texts(text, {&view.scope.from, &view.scope.to, &view.scope.what});
  for (const std::string& place : view.scope.places) text.add(place);
  for (const PublicList& list : view.lists) {
    add_texts(text, {&list.name, &list.version, &list.covers});
    text.add(list.is_hash_open ? "open" : "");
  }
  for (const PublicClaim& claim : view.claims)
    add_texts(text, {&claim.id, &claim.what, &claim.place, &claim.from, &claim.to, &claim.group,
                     &claim.asserted_by, &claim.asserted_at, &claim.printed_in, &claim.source,
                     &claim.page});
  for (const PublicInput& input : view.provenance.inputs) {
    add_texts(text, {&input.name, &input.hash});
    text.add(input.is_open ? "open" : "");
  }
}

std::string of_case_file(const PublicView& view) {
  const PublicCase& known = view.case_file;
  InputText text;
  add_said(known, text);
  add_mentions(known.entities, text);
  for (const auto& [key, who] : known.people) add_texts(text, {&key, &who.name, &who.page});
  for (const PublicInput& table : known.tables) add_texts(text, {&table.name, &table.hash});
  for (const casefile::Term& term : known.vocabulary.terms())
    add_texts(text, {&term.table, &term.code, &term.labels[0], &term.labels[1], &term.labels[2]});
  text.add(static_cast<std::uint64_t>(known.held_on));
  add_beside(view, text);
  return text.hash();
}

}  // namespace

SiteInputs::SiteInputs(const PublicView& view)
    : view_(view), around_(around_pages(view)), case_file_(of_case_file(view)) {}

std::string SiteInputs::of_page(std::string_view language, std::string_view path,
                                std::string_view own) const {
  InputText text;
  for (const std::string_view part : {std::string_view(around_), language, path, own})
    text.add(part);
  const auto changed = view_.corrections.by_page.find(path);
  if (changed != view_.corrections.by_page.end()) {
    for (const std::size_t at : changed->second) {
      const PublicCorrection& one = view_.corrections.all[at];
      add_texts(text, {&one.day, &one.property, &one.before, &one.now, &one.reason});
      text.add(static_cast<std::uint64_t>(one.kind));
    }
  }
  return text.hash();
}

}  // namespace sanaq::pages
