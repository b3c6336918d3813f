#include "sanaq/disclose/close_persons.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "sanaq/casefile/place_above.h"
#include "sanaq/disclose/closed_references.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/persons/case_names.h"

namespace sanaq::disclose {
namespace {

using base::message;
using casefile::Statement;

bool names_a_person(std::string_view property) {
  return property == "person" || property == "victim" || property == "perpetrator" ||
         property == "from" || property == "to";
}

// Of a claim and a post `from` and `to` are days.
bool is_a_moment(std::string_view kind, std::string_view property) {
  return (kind == "claim" || kind == "post") && (property == "from" || property == "to");
}

// Whom a statement names in its value or behind the slash of its property; "" if nobody.
std::string person_in(const Statement& said) {
  const InProperty property = parts_of(said.property);
  if (property.head == "involvement" || property.head == "count") return property.name;
  const std::string& column = property.head == "view" ? property.name : property.head;
  const std::string_view kind = casefile::kind_of(said.subject);
  return names_a_person(column) && !is_a_moment(kind, column) ? said.value : std::string();
}

void seal(Statement& said) { said.visibility = "sealed"; }

class Closer {
 public:
  Closer(const investigation::Outcome& outcome, const PersonRules& rules,
         std::vector<base::Message>& warnings)
      : outcome_(outcome), rules_(rules), warnings_(warnings), said_(outcome.case_file.said) {}

  std::vector<Statement> run() {
    close_forms();
    look_at_groups();
    close_things();
    for (Statement& one : said_) {
      if (one.is_public()) close_one(one);
    }
    coarsen_places();
    warn();
    return std::move(said_);
  }

 private:
  // What is said of who may be seen, and how, is for the makers alone.
  void close_forms() {
    std::map<std::string, bool, std::less<>> is_form;
    for (Statement& one : said_) {
      const std::string_view kind = casefile::kind_of(one.subject);
      if (kind != "person" && kind != "document") continue;
      const InProperty property = parts_of(one.property);
      const std::string& plain = property.head == "view" ? property.name : property.head;
      const auto [known, is_new] = is_form.try_emplace(plain, false);
      if (is_new) known->second = casefile::form_property(plain).has_value();
      if (known->second) seal(one);
    }
  }

  void look_at_groups() {
    for (const Statement& one : said_) {
      if (one.property.starts_with("count/"))
        groups_.insert(one.subject + "\n" + one.property.substr(6));
    }
  }

  [[nodiscard]] bool is_group(const Statement& said) const {
    return groups_.contains(said.subject + "\n" + said.value);
  }

  // A victim, a prisoner, and whom money reached or came from must have consented.
  [[nodiscard]] Needs needs_of(const Statement& said) const {
    const std::string_view kind = casefile::kind_of(said.subject);
    if (kind == "person") return Needs::consent_out_of_office;
    if (kind == "custody" || (kind == "aid" && rules_.is_somebody(said.value)))
      return Needs::consent;
    const bool is_victim = person_in(said) == said.value && said.property.ends_with("victim");
    return kind == "act" && is_victim && !is_group(said) ? Needs::consent : Needs::nothing;
  }

  const PersonRule& rule_of(const std::string& ref, Needs needs) {
    const auto [rule, is_new] = rules_known_[static_cast<std::size_t>(needs)].try_emplace(ref);
    if (is_new) rule->second = rules_.of_cell(ref, needs);
    return rule->second;
  }

  [[nodiscard]] static bool is_kept_back(const PersonRule& rule) {
    return rule.is_closed || rule.is_name_only;
  }

  // Acts, custodies and posts that are about closed persons alone.
  void close_things() {
    std::map<std::string, std::pair<bool, bool>> victims;  // act -> some closed, some open
    std::set<std::string> closed;
    for (const Statement& one : said_) {
      const std::string_view kind = casefile::kind_of(one.subject);
      const bool is_whole = one.property == "person" && (kind == "custody" || kind == "post");
      if (!is_whole && !(kind == "act" && one.property == "victim")) continue;
      // Where a closed person is named has been sealed when the case file was read; what else is
      // said of the act has not.
      if (!one.is_public() && !is_kept_back(rule_of(one.value, Needs::nothing))) continue;
      const bool is_closed = is_kept_back(rule_of(one.value, needs_of(one)));
      if (is_closed) note(one.value, one.subject);
      if (is_whole && is_closed) closed.insert(one.subject);
      if (!is_whole) {
        auto& [some_closed, some_open] = victims[one.subject];
        (is_closed ? some_closed : some_open) = true;
      }
    }
    for (const auto& [act, some] : victims) {
      if (some.first && !some.second) closed.insert(act);
    }
    for (const Statement& one : said_) {
      if (casefile::kind_of(one.subject) == "change" && one.property == "custody" &&
          closed.contains(casefile::subject_of("custody", one.value)))
        closed.insert(one.subject);
    }
    for (Statement& one : said_) {
      if (closed.contains(one.subject)) seal(one);
    }
  }

  void close_one(Statement& said) {
    const std::string_view kind = casefile::kind_of(said.subject);
    if (kind == "person") return close_fact(said);
    const std::string ref = person_in(said);
    if (!ref.empty()) {
      if (is_kept_back(rule_of(ref, needs_of(said)))) seal(said);
      said.source = without_names(said.source);
      return;
    }
    if (rules_.names().is_empty()) return;
    if (rules_.names().is_name(said.value)) said.value = rules_.names().without(said.value);
    for (std::string* text : {&said.value, &said.source, &said.locator})
      *text = without_names(*text);
  }

  // What is said of a person himself. A word of a name that leaves shortened may stand in it.
  void close_fact(Statement& said) {
    const std::string ref(casefile::id_of(said.subject));
    const PersonRule& rule = rule_of(ref, Needs::consent_out_of_office);
    const bool is_named = said.property == "name" || said.property == "alias";
    if (rule.is_closed || (rule.is_name_only && !is_named)) return seal(said);
    if (is_named && rule.name != casefile::NameForm::full) {
      said.value = rule.shown(said.value);
      if (said.value.empty()) seal(said);
      return;
    }
    for (std::string* text : {&said.value, &said.source, &said.locator})
      *text = without_names(*text);
    if (rule.name == casefile::NameForm::full) return;
    const std::vector<std::string> names = rules_.names_of(ref);
    if (has_word_of(said.value, names)) seal(said);
    if (has_word_of(said.source, names)) said.source.clear();
    if (has_word_of(said.locator, names)) said.locator.clear();
  }

  [[nodiscard]] std::string without_names(const std::string& text) {
    std::string out = rules_.names().without(text);
    if (out != text) ++texts_changed_;
    return out;
  }

  // The place of what happened to somebody is his place too.
  void coarsen_places() {
    std::map<std::string, casefile::PlaceForm> forms;  // subject -> the least exact of its persons
    for (const Statement& one : said_) {
      const std::string_view kind = casefile::kind_of(one.subject);
      const std::string ref = kind == "person" ? std::string(casefile::id_of(one.subject))
                              : kind == "act" && one.property == "victim" ? one.value
                                                                          : std::string();
      if (ref.empty() || !one.is_public()) continue;
      casefile::PlaceForm& form = forms[one.subject];
      form = std::max(form, rule_of(ref, Needs::nothing).place);
    }
    std::erase_if(forms, [](const auto& one) { return one.second == casefile::PlaceForm::exact; });
    if (forms.empty()) return;
    const casefile::PlacesAbove above(outcome_.case_file.said);
    for (Statement& one : said_) {
      const auto form = forms.find(one.subject);
      if (form == forms.end() || !one.property.ends_with("place")) continue;
      one.value = above.coarser(one.value, form->second);
      if (one.value.empty()) seal(one);
    }
  }

  // Who is kept back for want of consent, and only for that.
  void note(const std::string& ref, const std::string& subject) {
    if (!is_kept_back(rule_of(ref, Needs::nothing))) without_consent_[ref].insert(subject);
  }

  void warn() {
    if (!without_consent_.empty()) {
      constexpr std::size_t named_max = 3;
      std::string some;
      std::size_t things = 0, named = 0;
      for (const auto& [ref, subjects] : without_consent_) {
        things += subjects.size();
        if (++named <= named_max) some += (some.empty() ? "" : ", ") + ref;
      }
      if (without_consent_.size() > named_max) some += ", …";
      warnings_.push_back(message(
          "{} persons are not known to have died and nothing says that they consent; what the case "
          "file says of them does not leave, in {} acts and custodies: {}. If they agree, say so: "
          "sanaq say \"person:NAME\" consent public --source \"…\"",
          without_consent_.size(), things, some));
    }
    if (texts_changed_ > 0)
      warnings_.push_back(
          message("in {} public texts a name that does not leave in full was "
                  "shortened or taken out; read them on the site",
                  texts_changed_));
    for (const std::string& ref : rules_.nobody())
      warnings_.push_back(
          message("nobody is called {}, of whom the case file says who may see "
                  "him: if somebody is meant, he is not closed; correct it",
                  ref));
  }

  const investigation::Outcome& outcome_;
  const PersonRules& rules_;
  std::vector<base::Message>& warnings_;
  std::vector<Statement> said_;
  std::set<std::string> groups_;
  std::array<std::map<std::string, PersonRule>, 3> rules_known_;  // by Needs: cells seen before
  std::map<std::string, std::set<std::string>> without_consent_;
  std::size_t texts_changed_ = 0;
};

}  // namespace

std::vector<Statement> close_persons(const investigation::Outcome& outcome,
                                     const PersonRules& rules,
                                     std::vector<base::Message>& warnings) {
  return Closer(outcome, rules, warnings).run();
}

}  // namespace sanaq::disclose
