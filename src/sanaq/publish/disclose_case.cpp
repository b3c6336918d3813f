#include "sanaq/publish/disclose_case.h"

#include <algorithm>

#include "sanaq/investigation/case_names.h"
#include "sanaq/investigation/who_is_who.h"
#include "sanaq/text/name.h"

namespace sanaq::publish {
namespace {

using casefile::Said;

bool holds_a_person(std::string_view property) {
  return property == "person" || property == "victim" || property == "perpetrator" ||
         property == "from" || property == "to";
}

// Cells that name a record or an address, not a name: what stands for them in public.
class People {
 public:
  People(const investigation::Outcome& outcome, const PublicView& view)
      : config_(outcome.config), resolve_(investigation::who_is_who(outcome)) {
    for (const PublicPerson& person : view.persons) pages_[person.id] = person.name;
  }

  // The reference that leaves: names as they are, everything else as the address of a public page
  // or as nobody in particular.
  [[nodiscard]] std::string public_ref(const std::string& ref) {
    const bool is_name =
        !investigation::is_record_reference(ref, config_) && !investigation::is_person_id(ref);
    const std::string person = resolve_(ref);
    const std::string key = person.empty() ? "name:" + text::fold(ref) : person;
    std::string out = ref;
    if (!is_name && pages_.contains(person)) {
      out = person;
    } else if (!is_name) {
      out = "person " + std::to_string(nameless_.emplace(key, nameless_.size() + 1).first->second);
    }
    keys_[out] = key;
    PublicWho& who = who_[key];
    if (who.page.empty() && pages_.contains(person)) who.page = person;
    if (is_name && who.name.empty()) who.name = std::string(casefile::name_without_mark(ref));
    if (who.name.empty() && pages_.contains(person)) who.name = pages_[person];
    return out;
  }

  [[nodiscard]] casefile::Resolve resolve() const {
    return [keys = keys_](std::string_view ref) {
      const auto found = keys.find(std::string(ref));
      return found == keys.end() ? std::string() : found->second;
    };
  }
  [[nodiscard]] std::map<std::string, PublicWho> who() const { return who_; }

 private:
  const investigation::Config& config_;
  casefile::Resolve resolve_;
  std::map<std::string, std::string> pages_, keys_;
  std::map<std::string, std::size_t> nameless_;
  std::map<std::string, PublicWho> who_;
};

std::string kind_of_table(const investigation::Outcome& outcome, const std::string& file) {
  for (const auto& table : outcome.config.tables) {
    if (table.file == file) return table.kind;
  }
  return "table";
}

// What stands after the slash of involvement/NAME and count/NAME is a reference too.
void replace_person(Said& said, People& people) {
  const std::size_t slash = said.property.find('/');
  const std::string head = said.property.substr(0, slash);
  if (slash != std::string::npos && (head == "involvement" || head == "count"))
    said.property = head + "/" + people.public_ref(said.property.substr(slash + 1));
  const bool is_view = head == "view" && holds_a_person(said.property.substr(slash + 1));
  const bool is_date = casefile::kind_of(said.subject) == "claim";  // from and to are days there
  const bool is_moment = casefile::kind_of(said.subject) == "post" && said.property != "person";
  if ((holds_a_person(said.property) && !is_date && !is_moment) || is_view)
    said.value = people.public_ref(said.value);
  if (casefile::kind_of(said.subject) == "person")
    said.subject = "person:" + people.public_ref(std::string(casefile::id_of(said.subject)));
}

void close_origin(Said& said, const investigation::Outcome& outcome) {
  said.author.clear();
  said.time = said.time.substr(0, 10);
  if (said.origin.file.empty()) {
    const std::size_t colon = said.origin.entry.rfind(':');
    if (colon != std::string::npos)
      said.origin.entry = said.origin.entry.substr(0, 8) + said.origin.entry.substr(colon);
    return;
  }
  if (said.locator.starts_with(said.origin.file + ":")) said.locator.clear();
  // The name of a file that was taken for want of another source.
  if (said.source == said.origin.file) said.source.clear();
  said.origin.file = kind_of_table(outcome, said.origin.file);
}

void note_withheld(const std::vector<Said>& all, PublicCase& out) {
  std::map<std::string, std::string> custody_of, fund_of;
  for (const Said& said : all) {
    const std::string_view kind = casefile::kind_of(said.subject);
    if (kind == "change" && said.property == "custody")
      custody_of[said.subject] = casefile::subject_of("custody", said.value);
    if (kind == "aid" && said.property == "fund") fund_of[said.subject] = said.value;
  }
  for (const Said& said : all) {
    if (said.is_public()) continue;
    const auto custody = custody_of.find(said.subject);
    out.partly_withheld.insert(custody == custody_of.end() ? said.subject : custody->second);
    // Whom it was paid to changes no balance; everything else of an entry does.
    const auto fund = fund_of.find(said.subject);
    if (fund != fund_of.end() && said.property != "to" && said.property != "from")
      out.funds_partly_withheld.insert(fund->second);
  }
}

// Where persons may be living the day of the estimate would tell when their lists changed.
std::string held_on(const investigation::Outcome& outcome) {
  if (!outcome.config.publish.held_on.empty()) return outcome.config.publish.held_on;
  return outcome.config.scope.all_dead() || outcome.today.empty() ? outcome.provenance.made_on
                                                                  : outcome.today;
}

}  // namespace

PublicCase disclose_case(const investigation::Outcome& outcome, const PublicView& view) {
  PublicCase out;
  out.vocabulary = outcome.case_file.vocabulary;
  People people(outcome, view);
  std::vector<Said> said = casefile::public_part(outcome.case_file.said);
  for (Said& one : said) {
    replace_person(one, people);
    close_origin(one, outcome);
  }
  out.view = casefile::View(std::move(said));
  out.things = casefile::things_of(out.view, people.resolve());
  out.people = people.who();
  note_withheld(outcome.case_file.said, out);
  const auto day = record::from_edtf(held_on(outcome));
  out.held_on = day ? day->first_day : 0;
  return out;
}

}  // namespace sanaq::publish
