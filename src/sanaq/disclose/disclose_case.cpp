#include "sanaq/disclose/disclose_case.h"

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/disclose/close_persons.h"
#include "sanaq/disclose/closed_references.h"
#include "sanaq/disclose/disclose_provenance.h"
#include "sanaq/disclose/fact_ids.h"
#include "sanaq/disclose/made_ids.h"
#include "sanaq/disclose/public_text.h"
#include "sanaq/investigation/open_people.h"
#include "sanaq/pages/page_parts.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/settings/config.h"
#include "sanaq/text/fold.h"

namespace sanaq::disclose {
namespace {

using casefile::Statement;
using investigation::Outcome;

bool holds_a_person(std::string_view property) {
  return property == "person" || property == "victim" || property == "perpetrator" ||
         property == "from" || property == "to";
}

// Cells that name a record or an address, not a name: what stands for them in public.
class People {
 public:
  People(const Outcome& outcome, const investigation::OpenPeople& open,
         const investigation::OpenRegister& shown, const std::vector<Statement>& said,
         const PersonRules& rules, const pages::PublicView& view)
      : config_(outcome.config), open_(open), rules_(rules) {
    for (const investigation::OpenPerson& person : shown.persons) {
      casefile::NameForm& form = form_of_page_[person.address];
      for (const std::uint32_t record : person.records)
        form = std::max(form, rules.of_record(record).name);
    }
    for (const pages::PublicPerson& person : view.persons) pages_[person.id] = person.name;
    for (const Statement& one : said) taken_.insert(text::fold(one.value));
  }

  // The reference that leaves: names as they are, everything else as the address of a public page
  // or as nobody in particular; so too a record of a list that is not there, where a person is
  // meant and nothing else.
  [[nodiscard]] std::string public_ref(const std::string& ref, bool is_of_a_person) {
    const bool is_name = !persons::is_record_reference(ref, config_) &&
                         !persons::is_person_id(ref) &&
                         !(is_of_a_person && persons::names_no_list(ref, config_));
    const std::string page = open_.page(ref);
    PersonRule rule = rules_.of_cell(ref, Needs::nothing);
    if (const auto form = form_of_page_.find(page); form != form_of_page_.end())
      rule.name = std::max(rule.name, form->second);
    std::string out = ref, key = page;
    if (is_name && rule.name != casefile::NameForm::full) return shortened(ref, page, rule);
    if (is_name && page.empty()) {
      key = "name:" + text::fold(open_.first_name(ref));
    } else if (!is_name && page.empty()) {
      out = "person " + std::to_string(nameless_.emplace(ref, nameless_.size() + 1).first->second);
      key = "nameless:" + out;
    } else if (!is_name) {
      out = page;
    }
    keys_[out] = key;
    pages::PublicWho& who = who_[key];
    who.page = page;
    if (is_name && who.name.empty()) who.name = std::string(casefile::name_without_mark(ref));
    if (who.name.empty() && !page.empty()) who.name = pages_[page];
    return out;
  }

  // A name that leaves with less than itself: the address of the page, or the initials with a mark
  // where another has the same, or nobody in particular.
  std::string shortened(const std::string& ref, const std::string& page, const PersonRule& rule) {
    const std::string first = open_.first_name(ref);
    std::string name = rule.shown(casefile::name_without_mark(ref)), out = page;
    if (page.empty() && !short_.contains(first)) {
      std::string& own = short_[first];
      own = name.empty() ? "person " + std::to_string(nameless_.size() + 1) : name;
      if (name.empty()) nameless_.emplace(first, nameless_.size() + 1);
      for (int number = 2; !name.empty() && !taken_.insert(text::fold(own)).second; ++number)
        own = name + " #" + std::to_string(number);
    }
    if (page.empty()) out = short_[first];
    const std::string key = !page.empty() ? page : (name.empty() ? "nameless:" : "name:") + out;
    keys_[out] = key;
    pages::PublicWho& who = who_[key];
    who.page = page;
    if (who.name.empty()) who.name = page.empty() ? name : pages_[page];
    return out;
  }

  [[nodiscard]] casefile::Resolve resolve() const {
    return [keys = keys_](std::string_view ref) {
      const auto found = keys.find(std::string(ref));
      return found == keys.end() ? std::string() : found->second;
    };
  }
  [[nodiscard]] std::map<std::string, pages::PublicWho> who() const { return who_; }

 private:
  const settings::Config& config_;
  const investigation::OpenPeople& open_;
  const PersonRules& rules_;
  std::map<std::string, std::string> pages_, keys_;
  std::map<std::string, casefile::NameForm> form_of_page_;
  std::map<std::string, std::string> short_;  // first name -> what stands for it
  std::set<std::string> taken_;               // cells, folded
  std::map<std::string, std::size_t> nameless_;
  std::map<std::string, pages::PublicWho> who_;
};

// Where statements stand, as it may be told.
class Places {
 public:
  Places(const Outcome& outcome, const std::vector<Statement>& said) {
    for (const auto& table : outcome.config.tables) {
      Table& own = tables_[table.file];
      own.name = public_table_name(outcome, table.file);
      own.is_open = table.publish_hash;
    }
    for (const Statement& one : said) {
      if (one.origin.file.empty()) {
        entries_.emplace(one.origin.entry, entries_.size() + 1);
      } else {
        tables_[one.origin.file].rows.emplace(one.origin.row, 0);
      }
    }
    for (auto& [file, table] : tables_) {
      std::int64_t number = 0;
      for (auto& [row, own] : table.rows) own = ++number;
    }
  }

  void close(Statement& said) const {
    said.author.clear();
    said.time = said.time.substr(0, 10);
    if (said.origin.file.empty()) {
      said.origin.entry = std::to_string(entries_.at(said.origin.entry));
      return;
    }
    if (said.locator.starts_with(said.origin.file + ":")) said.locator.clear();
    const Table& table = tables_.at(said.origin.file);
    said.origin.file = table.name.empty() ? "table" : table.name;
    if (table.is_open) return;
    said.origin.row = table.rows.at(said.origin.row);
    said.origin.hash.clear();
  }

 private:
  struct Table {
    std::string name;
    bool is_open = false;
    std::map<std::int64_t, std::int64_t> rows;  // row -> which public one it is
  };
  std::map<std::string, Table> tables_;
  std::map<std::string, std::size_t> entries_;
};

// What stands after the slash of involvement/NAME and count/NAME is a reference too.
void replace_person(Statement& said, People& people) {
  const InProperty property = parts_of(said.property);
  const bool has_name = property.head == "involvement" || property.head == "count";
  if (has_name && !property.name.empty() && property.name != pages::closed_reference)
    said.property =
        property.head + "/" + people.public_ref(property.name, property.head == "count");
  const bool is_view = property.head == "view" && holds_a_person(property.name);
  const bool is_date = casefile::kind_of(said.subject) == "claim";  // from and to are days there
  const bool is_moment = casefile::kind_of(said.subject) == "post" && said.property != "person";
  const bool is_person = (holds_a_person(said.property) && !is_date && !is_moment) || is_view;
  const std::string_view column = is_view ? property.name : property.head;
  const bool is_whole_person = column == "person" || column == "victim";
  if (is_person && said.value != pages::closed_reference)
    said.value = people.public_ref(said.value, is_whole_person);
  if (casefile::kind_of(said.subject) == "person")
    said.subject = "person:" + people.public_ref(std::string(casefile::id_of(said.subject)), true);
}

// Notes for the publisher which things are shown as closed.
class Closing {
 public:
  explicit Closing(const std::vector<Statement>& all) : references_(all) {}

  void close(Statement& said) {
    const InProperty property = parts_of(said.property);
    const bool is_view = property.head == "view";
    const bool is_day =
        casefile::kind_of(said.subject) == "claim" || casefile::kind_of(said.subject) == "post";
    const bool may_name = !(is_day && (said.property == "from" || said.property == "to"));
    if (may_name && is_closed(is_view ? property.name : property.head, said.value))
      said.value = pages::closed_reference;
    if (property.head == "involvement" && is_closed("involvement", property.name))
      said.property = property.head + "/" + std::string(pages::closed_reference);
    if (is_closed("source", said.source)) said.source.clear();
  }
  void close(std::string& text, std::string_view property) {
    if (is_closed(property, text)) text = pages::closed_reference;
  }

  void warn(std::vector<base::Message>& warnings) const {
    constexpr std::size_t named_max = 5;
    if (closed_.empty()) return;
    std::string some;
    std::size_t count = 0;
    for (const std::string& one : closed_) {
      if (++count <= named_max) some += (some.empty() ? "" : ", ") + one;
    }
    if (closed_.size() > named_max) some += ", …";
    warnings.push_back(base::message(
        "public rows name things that are not public, and leave without them: {}; give these a "
        "visibility of their own if they may be named",
        some));
  }

 private:
  bool is_closed(std::string_view property, const std::string& cell) {
    if (cell.empty() || !references_.is_closed(property, cell)) return false;
    closed_.insert(cell);
    return true;
  }
  ClosedReferences references_;
  std::set<std::string> closed_;
};

// What is worked out of a custody or a fund rests on its public part alone, and a reader is told no
// more than that. Whoever publishes should know where there is another part.
void warn_of_closed_parts(const std::vector<Statement>& all, std::vector<base::Message>& warnings) {
  std::map<std::string, std::string> custody_of, fund_of;
  std::set<std::string> open, closed;
  for (const Statement& said : all) {
    const std::string_view kind = casefile::kind_of(said.subject);
    if (kind == "change" && said.property == "custody")
      custody_of[said.subject] = casefile::subject_of("custody", said.value);
    if (kind == "aid" && said.property == "fund")
      fund_of[said.subject] = casefile::subject_of("fund", said.value);
  }
  for (const Statement& said : all) {
    std::string whole = said.subject;
    if (const auto custody = custody_of.find(whole); custody != custody_of.end())
      whole = custody->second;
    // Whom it was paid to changes no balance; everything else of an entry does.
    const bool is_end = said.property == "to" || said.property == "from";
    if (const auto fund = fund_of.find(whole); fund != fund_of.end() && !is_end)
      whole = fund->second;
    const std::string_view kind = casefile::kind_of(whole);
    if (kind == "custody" || kind == "fund") (said.is_public() ? open : closed).insert(whole);
  }
  std::string both;
  for (const std::string& one : open) {
    if (closed.contains(one)) both += (both.empty() ? "" : ", ") + one;
  }
  if (!both.empty())
    warnings.push_back(base::message(
        "what the site works out of these rests on their public part alone, and may be wrong by "
        "what is not public of them: {}",
        both));
}

// Whom a closed record alone names may be anybody: perhaps somebody who is named elsewhere.
void mark_nameless(casefile::Entities& entities) {
  for (casefile::Act& act : entities.acts) {
    for (casefile::Victim& victim : act.victims)
      victim.may_be_another = victim.may_be_another || victim.who.key.starts_with("nameless:");
  }
}

void clean(Statement& said, const PublicText& text) {
  said.subject = text.cleaned(said.subject);
  said.property = text.cleaned(said.property);
  said.value = text.cleaned(said.value);
  said.source = text.cleaned_source(said.source);
  said.locator = text.cleaned_source(said.locator);
}

void clean(pages::PublicClaim& claim, const PublicText& text, Closing& closing) {
  closing.close(claim.asserted_by, "asserted_by");
  for (std::string* one : {&claim.id, &claim.what, &claim.place, &claim.group, &claim.asserted_by,
                           &claim.printed_in, &claim.from, &claim.to, &claim.asserted_at})
    *one = text.cleaned(*one);
  claim.source = text.cleaned_source(claim.source);
}

// The newest day that a public statement names, if it is not after `today`: a date of the case file
// itself, so that the page does not change by being made again.
std::string newest_day(const std::vector<Statement>& said, const std::string& today) {
  std::string newest;
  const auto day = record::from_edtf(today);
  for (const Statement& one : said) {
    const auto date = record::from_edtf(one.value);
    if (!date || date->first_day != date->last_day || (day && date->first_day > day->first_day))
      continue;
    newest = std::max(newest, record::to_edtf(*date));
  }
  return newest;
}

// The day for which custody and demands are shown: that of the settings, else that of the newest
// public entry of the ledger, else the newest day that the case file names. Publishing again on
// another day changes nothing, and the day of the run is not told.
std::string held_on(const investigation::Outcome& outcome, const std::vector<Statement>& said) {
  if (!outcome.config.publish.held_on.empty()) return outcome.config.publish.held_on;
  std::string newest;
  for (const Statement& one : said) newest = std::max(newest, one.time);
  if (!newest.empty()) return newest;
  newest = newest_day(said, outcome.today);
  return newest.empty() ? outcome.provenance.made_on : newest;
}

}  // namespace

void disclose_case(const Outcome& outcome, const investigation::OpenRegister& shown,
                   const PersonRules& rules, pages::PublicView& view) {
  pages::PublicCase& out = view.case_file;
  out.vocabulary = outcome.case_file.vocabulary;
  const std::vector<Statement> all = close_persons(outcome, rules, view.warnings);
  std::vector<Statement> said = harmless_public_part(all);
  const investigation::OpenPeople open(outcome, shown, said);
  const PublicText text(outcome, open);
  const MadeIds ids(said, outcome.addresses.secret);
  const Places places(outcome, said);
  Closing closing(all);
  People people(outcome, open, shown, said, rules, view);
  for (Statement& one : said) {
    closing.close(one);
    ids.put_into(one);
    replace_person(one, people);
    clean(one, text);
    out.ledger_entries.push_back(one.origin.entry);
    places.close(one);
  }
  for (pages::PublicClaim& claim : view.claims) {
    claim.id = ids.public_id(claim.id);
    clean(claim, text, closing);
    for (std::string* one :
         {&claim.what, &claim.group, &claim.asserted_by, &claim.printed_in, &claim.source})
      *one = rules.names().without(*one);
  }
  closing.warn(view.warnings);
  warn_of_closed_parts(all, view.warnings);
  out.facts = FactIds(outcome.addresses.secret).of_statements(said);
  out.view = casefile::View(std::move(said));
  out.entities = casefile::entities_of(out.view, people.resolve());
  mark_nameless(out.entities);
  pages::divide_acts(out);
  out.people = people.who();
  for (const auto& table : outcome.config.tables) {
    const std::string name = public_table_name(outcome, table.file);
    for (const pages::PublicInput& input : view.provenance.inputs) {
      const bool is_known =
          std::any_of(out.tables.begin(), out.tables.end(),
                      [&](const pages::PublicInput& one) { return one.name == name; });
      if (!name.empty() && input.name == name && !is_known) out.tables.push_back(input);
    }
  }
  const auto day = record::from_edtf(held_on(outcome, out.view.statements()));
  out.held_on = day ? day->first_day : 0;
}

}  // namespace sanaq::disclose
