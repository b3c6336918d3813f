#include "sanaq/pages/case_page.h"

#include <algorithm>
#include <array>
#include <map>

#include "sanaq/base/files.h"
#include "sanaq/base/in_context.h"
#include "sanaq/base/sha256.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/draw/markup.h"
#include "sanaq/pages/case_facts.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/fact_mark.h"
#include "sanaq/pages/person_rows.h"
#include "sanaq/text/fold.h"

namespace sanaq::pages {
namespace {

using base::message;
using casefile::Fact;
using casefile::Statement;

const std::map<std::string_view, base::Message>& labels() {
  static const std::map<std::string_view, base::Message> all = {
      {"victim", message("To whom")},
      {"type", message("What kind")},
      {"method", message("By what method")},
      {"date", message("When")},
      {"place", message("Where")},
      {"event", message("At which event")},
      {"perpetrator", message("By whom")},
      {"involvement", message("Degree of involvement")},
      {"count", message("How many")},
      {"status", message("Status")},
      {"certainty", message("How certain")},
      {"note", message("Note")},
      {"person", message("Person")},
      {"arrested", message("Arrested")},
      {"held_at", message("Held at")},
      {"charge", message("Charge")},
      {"court", message("Court or trial")},
      {"verdict", message("Verdict")},
      {"sentence", message("Sentence")},
      {"term_start", message("Term counts from")},
      {"credited_days", message("Days credited")},
      {"released", message("Released")},
      {"rehabilitated", message("Rehabilitated")},
      {"kind", message("What kind")},
      {"title", message("Title")},
      {"start", message("Began")},
      {"end", message("Ended")},
      {"part_of", message("Part of")},
      {"caused_by", message("Caused by")},
      {"count_min", message("At least")},
      {"count_max", message("At most")},
      {"employer", message("Employer")},
      {"union", message("Union")},
      {"participants", message("Took part")},
      {"demands", message("What was demanded")},
      {"outcome", message("Outcome")},
      {"name", message(base::in_context("organisation", "Name"))},
      {"parent", message("Belongs to")},
      {"perpetrator_type", message("Type as perpetrator")},
      {"organisation", message("Organisation")},
      {"from", message("From")},
      {"to", message("To")},
      {"basis", message("In law or in fact")},
      {"superior", message("Answered to")},
      {"what", message("What is counted")},
      {"min", message("At least")},
      {"max", message("At most")},
      {"group", message("Group")},
      {"asserted_by", message("Asserted by")},
      {"asserted_at", message("Asserted on")},
      {"printed_in", message("Printed in")},
      {"text", message("Text")},
      {"by", message("Made by")},
      {"status_date", message("Answered on")},
      {"fund", message("Fund")},
      {"direction", message("In or out")},
      {"amount", message("Amount")},
      {"currency", message("Currency")},
      {"purpose", message("For what")},
      {"custody", message("Custody")},
  };
  return all;
}

// "act 2" is the second table of its kind.
std::string table_label(std::string_view name, const draw::Voice& voice) {
  static const std::map<std::string_view, base::Message> all = {
      {"act", message("table of acts")},
      {"custody", message("table of custody")},
      {"custody_change", message("table of changes of custody")},
      {"event", message("table of events")},
      {"organisation", message("table of organisations")},
      {"post", message("table of posts")},
      {"claim", message("table of claims")},
      {"demand", message("table of demands")},
      {"aid", message("table of aid")},
      {"person", message("table of people")},
      {"statement", message("table of statements")},
      {"followthemoney", message("FollowTheMoney file")},
  };
  const std::size_t space = name.find(' ');
  const auto found = all.find(name.substr(0, space));
  const std::string label = found == all.end() ? voice.say("table") : voice.say(found->second);
  return label + (space == name.npos ? std::string() : std::string(name.substr(space)));
}

std::string where_text(const casefile::Origin& origin, const draw::Voice& voice) {
  if (origin.file.empty())
    return voice.say(message("public statement {} of the ledger", origin.entry));
  const std::string table = table_label(origin.file, voice);
  return origin.hash.empty() ? voice.say(message("{}, public row {}", table, origin.row))
                             : voice.say(message("{}, row {}", table, origin.row));
}

// What values of the case file are called; links lead from `root`.
class Values {
 public:
  Values(const PublicView& view, const draw::Voice& voice, const std::string& root)
      : view_(view), known_(view.case_file), voice_(voice), root_(root) {}

  [[nodiscard]] CaseCell cell(std::string_view subject, std::string_view property,
                              const std::string& value) const {
    const std::string_view kind = casefile::kind_of(subject);
    const casefile::Column* column = casefile::column_of(kind, property);
    if (value == closed_reference) return {voice_.say("not public")};
    if (column != nullptr && !column->vocabulary.empty())
      return {known_.vocabulary.label(column->vocabulary, value, voice_.language())};
    if (column != nullptr && (column->holds == casefile::ValueType::date))
      return {date_words(record::from_edtf(value), voice_)};
    if (column != nullptr && column->holds == casefile::ValueType::moment) {
      const std::size_t t = value.find('T');
      return {t == std::string::npos ? date_words(record::from_edtf(value), voice_)
                                     : date_words(record::from_edtf(value.substr(0, t)), voice_) +
                                           ", " + value.substr(t + 1)};
    }
    if (column != nullptr && column->holds == casefile::ValueType::sentence) {
      const auto sentence = casefile::read_sentence(value);
      return {sentence ? sentence_words(*sentence, voice_) : value};
    }
    if (property.starts_with("involvement/"))
      return {known_.vocabulary.label("MT18", value, voice_.language())};
    if (kind == "act" && (property == "victim" || property == "perpetrator"))
      return party(subject, property, value);
    if (property == "person") return whoever(value);
    if (property == "event" || property == "part_of" || property == "caused_by" ||
        property == "court")
      return event(value);
    if (property == "organisation" || property == "parent" || property == "employer" ||
        property == "union" || property == "superior" || property == "fund")
      return organisation_cell(view_, value, voice_, root_);
    return {value};
  }

 private:
  [[nodiscard]] CaseCell event(const std::string& value) const {
    const std::string wanted = text::fold(value);
    for (const casefile::Event& one : known_.entities.events) {
      if (text::fold(casefile::id_of(one.subject)) == wanted || text::fold(one.title) == wanted)
        return thing_cell(view_, one.subject, voice_, root_);
    }
    return {value};
  }

  [[nodiscard]] CaseCell party(std::string_view subject, std::string_view property,
                               const std::string& value) const {
    for (const casefile::Act& act : known_.entities.acts) {
      if (!is_any(subject) && act.subject != subject) continue;
      for (const casefile::Victim& victim : act.victims) {
        if (property == "victim" && victim.who.ref == value && !victim.count)
          return who_cell(view_, victim.who.key, voice_, root_);
      }
      for (const casefile::Involved& involved : act.perpetrators) {
        if (property != "perpetrator" || involved.who.ref != value) continue;
        return involved.organisation.empty()
                   ? who_cell(view_, involved.who.key, voice_, root_)
                   : organisation_cell(view_, involved.organisation, voice_, root_);
      }
    }
    return {value};
  }

  // Who is meant by a value that stands there no more is perhaps known nowhere any more.
  [[nodiscard]] CaseCell whoever(const std::string& ref) const {
    const std::string key = key_of(ref);
    return known_.people.contains(key) ? who_cell(view_, key, voice_, root_) : CaseCell{ref};
  }

  [[nodiscard]] static bool is_any(std::string_view subject) { return subject.ends_with(':'); }

  [[nodiscard]] std::string key_of(const std::string& ref) const {
    for (const casefile::Custody& one : known_.entities.custodies) {
      if (one.person.ref == ref) return one.person.key;
    }
    for (const casefile::Post& one : known_.entities.posts) {
      if (one.person.ref == ref) return one.person.key;
    }
    return "name:" + text::fold(ref);
  }

  const PublicView& view_;
  const PublicCase& known_;
  const draw::Voice& voice_;
  const std::string& root_;
};

// Composes the parts of one page; links lead from that page.
class Composer {
 public:
  Composer(const PublicView& view, const draw::Voice& voice, const std::string& path)
      : view_(view), known_(view.case_file), voice_(voice), root_(way_up(path)) {}

  [[nodiscard]] Data facts(const CaseThing& thing) {
    const std::string& subject = thing.subject;
    Data out{Data::type::list};
    std::string last;
    Data row, values{Data::type::list};
    const auto close = [&] {
      if (last.empty()) return;
      row.set("values", values);
      out.push_back(row);
    };
    const std::vector<const Fact*> all = facts_in_order(known_, subject);
    for (std::size_t at = thing.first; at < std::min(all.size(), thing.last); ++at) {
      const Fact* const fact = all[at];
      const std::string label = fact_label(subject, *fact);
      if (label != last) {
        close();
        row = Data();
        values = Data{Data::type::list};
        put_text(row, "label", label);
        last = label;
      }
      values.push_back(value(subject, *fact));
    }
    close();
    return out;
  }

  [[nodiscard]] MarkedFact marked(const std::string& subject, std::string_view property) {
    const Fact* const fact = known_.view.fact(subject, property);
    if (fact == nullptr) return {};
    return {fact_text(known_.fact(fact->shown)), mark(subject, *fact, nullptr)};
  }

  // The statements that were shown so far.
  [[nodiscard]] std::vector<std::size_t> statements() && { return std::move(statements_); }

 private:
  // Of a person it is a name; of an organisation what it is called.
  [[nodiscard]] std::string fact_label(const std::string& subject, const Fact& fact) const {
    if (fact.property == "name" && casefile::kind_of(subject) == "person")
      return voice_.say(base::in_context("person", "Name"));
    return property_label(fact.property, voice_);
  }

  [[nodiscard]] Data value(const std::string& subject, const Fact& fact) {
    const Statement& shown = known_.view.statements()[fact.shown];
    const CaseCell cell = value_cell(view_, subject, fact.property, shown.value, voice_, root_);
    const Fact* const beside = fact_beside(known_, subject, fact, shown.value);
    Data out;
    put_text(out, "text", voice_.own(cell.text));
    put_text(out, "href", cell.href);
    put_text(out, "lang",
             fact.language.empty() ? voice_.other_language_of(cell.text) : fact.language);
    out.set("fact", fact_text(known_.fact(fact.shown)));
    put_text(out, "beside", beside == nullptr ? std::string() : beside_text(*beside));
    out.set("mark", mark(subject, fact, beside));
    return out;
  }

  // `beside` may be nullptr.
  [[nodiscard]] std::string mark(const std::string& subject, const Fact& fact, const Fact* beside) {
    FactMark made;
    const std::string label = fact_label(subject, fact);
    made.label = label == fact.property ? draw::isolated(label) : within_sentence(label);
    made.shown = known_.fact(fact.shown);
    for (const std::size_t at : fact.same) made.same.push_back(source(at));
    if (beside != nullptr) {
      for (const std::size_t at : beside->same) {
        made.beside.push_back(source(at));
        made.beside.back().text = beside_text(*beside);
      }
    }
    for (const std::size_t at : fact.others) {
      made.others.push_back(source(at));
      made.others.back().text =
          voice_.own(value_cell(view_, subject, fact.property, known_.view.statements()[at].value,
                                voice_, root_)
                         .text);
    }
    made.rule = rule(fact);
    return fact_mark(made, voice_);
  }

  [[nodiscard]] std::string beside_text(const Fact& fact) const {
    const std::string& value = known_.view.statements()[fact.shown].value;
    return fact.property.starts_with("involvement/")
               ? known_.vocabulary.label("MT18", value, voice_.language())
               : value;
  }

  [[nodiscard]] std::string rule(const Fact& fact) const {
    switch (fact.rule) {
      case casefile::Rule::undisputed:
        return "";
      case casefile::Rule::reviewer:
        return voice_.say("Shown first because a reviewer chose it.");
      case casefile::Rule::reliability:
        return voice_.say("Shown first because its source is more reliable.");
      case casefile::Rule::recency:
        break;
    }
    return voice_.say("Shown first because it was said last.");
  }

  [[nodiscard]] FactSource source(std::size_t at) {
    const Statement& said = known_.view.statements()[at];
    statements_.push_back(at);
    const std::string reliability = known_.view.reliability(said.source);
    FactSource out;
    out.fact = known_.fact(at);
    out.name = said.source.empty() ? voice_.say("no source named") : said.source;
    if (reliability != "99")
      out.reliability = known_.vocabulary.label("MT42", reliability, voice_.language());
    out.locator = said.locator;
    if (!said.confidence.empty())
      out.confidence = known_.vocabulary.label("CONFIDENCE", said.confidence, voice_.language());
    out.day = said.time;
    out.where = where_text(said.origin, voice_);
    out.where_href = root_ + "case-sources.html#" + source_anchor(said.origin);
    out.hash = said.origin.hash;
    return out;
  }

  const PublicView& view_;
  const PublicCase& known_;
  const draw::Voice& voice_;
  std::string root_;
  std::vector<std::size_t> statements_;
};

Data table_data(const CaseTable& table, const draw::Voice& voice) {
  Data out;
  put_text(out, "heading", table.heading);
  put_text(out, "lead", table.lead);
  put_text(out, "drawing", table.drawing);
  put_text(out, "anchor", table.anchor);
  out.set("has_rows", !table.rows.empty());
  std::size_t at = 0;
  out.set("head", data_list(table.head, [&](const std::string& text) {
            Data cell;
            put_text(cell, "text", text);
            const bool is_number = !table.rows.empty() && at < table.rows.front().size() &&
                                   table.rows.front()[at].is_number;
            ++at;
            cell.set("number", is_number);
            return cell;
          }));
  out.set("rows", data_list(table.rows, [&](const std::vector<CaseCell>& row) {
            Data cells;
            cells.set("cells", data_list(row, [&](const CaseCell& cell) {
                        Data one;
                        const std::string text = voice.own(cell.text);
                        put_text(
                            one, "text",
                            table.letters_max == 0 ? text : shortened(text, table.letters_max));
                        put_text(one, "lang", voice.other_language_of(cell.text));
                        put_text(one, "href", cell.href);
                        one.set("number", cell.is_number);
                        return one;
                      }));
            return cells;
          }));
  return out;
}

bool is_plain(std::string_view id) {
  return !id.empty() && id.size() <= 60 && id.front() != '-' &&
         std::all_of(id.begin(), id.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                  letter == '-' || letter == '_';
         });
}

// "Killing, 16 December 2011, Zhanaozen"; where neither is known, whom it befell.
std::string act_title(const PublicView& view, const std::string& subject,
                      const draw::Voice& voice) {
  std::string title = draw::isolated(view.case_file.vocabulary.label(
      "MT4", view.case_file.view.value(subject, "type"), voice.language()));
  const auto add = [&](const std::string& part) {
    if (!part.empty()) title += (title.empty() ? "" : ", ") + draw::isolated(part);
  };
  for (const casefile::Act& act : view.case_file.entities.acts) {
    if (act.subject != subject) continue;
    add(date_words(act.date, voice));
    add(act.place);
    if (act.date || !act.place.empty()) break;
    for (const casefile::Victim& victim : act.victims) add(who_text(view, victim.who.key, voice));
  }
  return title.empty() ? std::string(casefile::id_of(subject)) : title;
}

}  // namespace

std::string slug(std::string_view id) {
  if (is_plain(id) && base::portable_file_name(id) == id) return std::string(id);
  return "x-" + base::sha256_hex("sanaq page\n" + std::string(id)).substr(0, 12);
}

std::string part_path(const std::string& path, std::size_t part) {
  if (part == 0) return path;
  const std::size_t ending = path.rfind('.');
  const char* const between = path.find('/') == path.npos ? "_" : ".";
  return path.substr(0, ending) + between + std::to_string(part + 1) + path.substr(ending);
}

std::string page_of_acts(const std::string& type) {
  return "act-type/" + (type.empty() ? std::string("other") : slug(type)) + ".html";
}

std::string page_of(const PublicCase& known, std::string_view subject) {
  const std::string_view kind = casefile::kind_of(subject), id = casefile::id_of(subject);
  if (!known.view.has(subject)) return {};
  if (kind == "act") {
    const auto part = known.act_parts.find(subject);
    return part_path(page_of_acts(known.view.value(subject, "type")),
                     part == known.act_parts.end() ? 0 : part->second) +
           "#" + slug(id);
  }
  for (const char* own : {"event", "organisation", "custody", "claim", "demand"}) {
    if (kind == own) return std::string(own) + "/" + slug(id) + ".html";
  }
  if (kind == "aid") return "fund/" + slug(known.view.value(subject, "fund")) + ".html";
  if (kind == "post") {
    for (const casefile::Post& post : known.entities.posts) {
      const bool is_here = known.view.has(casefile::subject_of("organisation", post.organisation));
      if (post.subject == subject && is_here)
        return "organisation/" + slug(post.organisation) + ".html";
    }
  }
  if (kind == "change")
    return page_of(known, casefile::subject_of("custody", known.view.value(subject, "custody")));
  return {};
}

std::string source_anchor(const casefile::Origin& origin) {
  if (origin.file.empty()) return "ledger";
  std::string name = origin.file;
  std::replace(name.begin(), name.end(), ' ', '-');
  return "f-" + name;
}

std::string title_of(const PublicView& view, std::string_view subject, const draw::Voice& voice) {
  const PublicCase& known = view.case_file;
  const std::string own(subject);
  const std::string_view kind = casefile::kind_of(subject);
  const auto or_id = [&](const std::string& text) {
    if (casefile::id_of(subject) == closed_reference) return voice.say("not public");
    return text.empty() ? std::string(casefile::id_of(subject)) : text;
  };
  if (kind == "event") return voice.own(or_id(known.view.value_in(voice.language(), own, "title")));
  if (kind == "organisation")
    return voice.own(or_id(known.view.value_in(voice.language(), own, "name")));
  if (kind == "act") return act_title(view, own, voice);
  if (kind == "demand") {
    for (const casefile::Demand& demand : known.entities.demands) {
      if (demand.subject == subject) return casefile::demand_text(demand, voice.language());
    }
  }
  if (kind == "claim") return or_id(known.view.value(own, "asserted_by"));
  if (kind == "custody") {
    for (const casefile::Custody& custody : known.entities.custodies) {
      if (custody.subject != subject) continue;
      const std::string who = who_text(view, custody.person.key, voice);
      return who.empty() ? or_id("") : who;
    }
  }
  if (kind == "aid") return or_id(known.view.value(own, "fund"));
  if (kind == "post") {
    for (const casefile::Post& post : known.entities.posts) {
      if (post.subject == subject)
        return draw::isolated(who_text(view, post.person.key, voice)) + ", " +
               draw::isolated(or_id(post.title));
    }
  }
  return or_id("");
}

std::string who_text(const PublicView& view, const std::string& key, const draw::Voice& voice) {
  if (key.empty()) return {};
  if (key == "name:" + std::string(closed_reference)) return voice.say("not public");
  const auto found = view.case_file.people.find(key);
  if (found == view.case_file.people.end()) return key.starts_with("name:") ? key.substr(5) : key;
  return found->second.name.empty() ? voice.say("a person whose name is not public")
                                    : found->second.name;
}

CaseCell who_cell(const PublicView& view, const std::string& key, const draw::Voice& voice,
                  const std::string& root) {
  const auto found = view.case_file.people.find(key);
  const bool has_page = found != view.case_file.people.end() && !found->second.page.empty();
  return {who_text(view, key, voice),
          has_page ? root + "person/" + found->second.page + ".html" : ""};
}

CaseCell thing_cell(const PublicView& view, std::string_view subject, const draw::Voice& voice,
                    const std::string& root) {
  const std::string page = page_of(view.case_file, subject);
  return {title_of(view, subject, voice), page.empty() ? "" : root + page};
}

CaseCell organisation_cell(const PublicView& view, const std::string& id, const draw::Voice& voice,
                           const std::string& root) {
  if (id == closed_reference) return {voice.say("not public")};
  const std::string wanted = text::fold(id);
  for (const casefile::Organisation& one : view.case_file.entities.organisations) {
    if (text::fold(one.id) == wanted || text::fold(one.name) == wanted)
      return thing_cell(view, casefile::subject_of("organisation", one.id), voice, root);
  }
  return {id};
}

CaseCell value_cell(const PublicView& view, std::string_view subject, std::string_view property,
                    const std::string& value, const draw::Voice& voice, const std::string& root) {
  return Values(view, voice, root).cell(subject, property, value);
}

CaseCell number_cell(std::int64_t value, const draw::Voice& voice) {
  return {voice.number(value), "", true};
}

std::string sentence_words(const casefile::Sentence& sentence, const draw::Voice& voice) {
  if (sentence.is_life) return voice.say("for life");
  if (sentence.is_none()) return voice.say("no punishment");
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  const int years = sentence.months / 12, months = sentence.months % 12;
  if (years > 0) add(voice.count("{} year", "{} years", years));
  if (months > 0) add(voice.count("{} month", "{} months", months));
  if (sentence.days > 0) add(voice.count("{} day", "{} days", sentence.days));
  return sentence.is_suspended ? voice.say(message("{}, suspended", text)) : text;
}

std::string property_label(std::string_view property, const draw::Voice& voice) {
  const auto found = labels().find(property);
  return found == labels().end() ? std::string(property) : voice.say(found->second);
}

MarkedFact marked_fact(const PublicView& view, const std::string& subject,
                       std::string_view property, const std::string& path,
                       const draw::Voice& voice) {
  return Composer(view, voice, path).marked(subject, property);
}

Page made_page(const PublicView& view, const CasePage& page, const draw::Voice& voice) {
  Composer composer(view, voice, page.path);
  Data data;
  put_text(data, "title", voice.own(page.title));
  put_text(data, "title_lang", voice.other_language_of(page.title));
  put_text(data, "lead", page.lead);
  put_text(data, "up_href", page.up_href);
  put_text(data, "up_label", page.up_label);
  data.set("notes", data_list(page.notes, [](const std::string& text) {
             Data note;
             put_text(note, "text", text);
             return note;
           }));
  data.set("things", data_list(page.entities, [&](const CaseThing& thing) {
             Data one;
             put_text(one, "heading", voice.own(thing.heading));
             put_text(one, "heading_lang", voice.other_language_of(thing.heading));
             put_text(one, "anchor", slug(casefile::id_of(thing.subject)));
             one.set("facts", composer.facts(thing));
             return one;
           }));
  data.set("has_things", !page.entities.empty());
  data.set("tables", data_list(page.tables,
                               [&](const CaseTable& table) { return table_data(table, voice); }));
  Page made{page.path, "case", page.title, render("case", voice, data)};
  made.statements = std::move(composer).statements();
  return made;
}

}  // namespace sanaq::pages
