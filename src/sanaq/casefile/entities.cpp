#include "sanaq/casefile/entities.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>

#include "sanaq/casefile/cell.h"
#include "sanaq/casefile/loose_ends.h"
#include "sanaq/casefile/person_cell.h"
#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

std::optional<PartialDate> date_of(const std::string& text) { return record::from_edtf(text); }

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class EntityBuilder {
 public:
  EntityBuilder(const View& view, const Resolve& resolve)
      : view_(view), resolve_(resolve), without_substance_(without_substance(view.statements())) {
    for (const std::string& subject : view.subjects("organisation"))
      add_names(organisations_, subject, view.values(subject, "name"));
    for (const std::string& subject : view.subjects("event"))
      add_names(events_, subject, view.values(subject, "title"));
    for (const std::string& subject : view.subjects("person")) {
      const std::string group = view.value(subject, "group");
      if (!group.empty()) groups_[who(std::string(id_of(subject))).key] = group;
    }
  }

  [[nodiscard]] Entities make() const {
    Entities all;
    for (const std::string& subject : of("act")) all.acts.push_back(act(subject));
    for (const std::string& subject : of("event")) all.events.push_back(event(subject));
    for (const std::string& subject : of("organisation"))
      all.organisations.push_back(organisation(subject));
    for (const std::string& subject : of("post")) all.posts.push_back(post(subject));
    for (const std::string& subject : of("claim")) all.claims.push_back(claim(subject));
    for (const std::string& subject : of("demand")) all.demands.push_back(demand(subject));
    for (const std::string& subject : of("aid")) all.aid.push_back(aid(subject));
    for (const std::string& subject : of("custody")) all.custodies.push_back(custody(subject));
    add_changes(all);
    return all;
  }

 private:
  using Names = std::map<std::string, std::string>;  // folded id or name -> id

  // A custody:typo of which only a release is told is nobody's custody; loose_ends() reports it.
  [[nodiscard]] std::vector<std::string> of(std::string_view kind) const {
    std::vector<std::string> subjects = view_.subjects(kind);
    std::erase_if(subjects,
                  [&](const std::string& subject) { return without_substance_.contains(subject); });
    return subjects;
  }

  // A thing may be called something else in each language.
  static void add_names(Names& names, const std::string& subject,
                        const std::vector<std::string>& called) {
    const std::string id(id_of(subject));
    names[text::fold(id)] = id;
    for (const std::string& name : called) {
      if (!name.empty()) names.emplace(text::fold(name), id);
    }
  }

  [[nodiscard]] std::string id_in(const Names& names, const std::string& cell) const {
    const auto found = names.find(text::fold(cell));
    return found == names.end() ? cell : found->second;
  }
  [[nodiscard]] std::vector<std::string> ids_in(const Names& names,
                                                std::vector<std::string> cells) const {
    for (std::string& cell : cells) cell = id_in(names, cell);
    return cells;
  }

  [[nodiscard]] Who who(const std::string& ref) const {
    std::string key = resolve_ ? resolve_(ref) : std::string();
    return {ref, key.empty() && !ref.empty() ? "name:" + text::fold(ref) : key};
  }

  [[nodiscard]] std::string value(const std::string& subject, std::string_view property) const {
    return view_.value(subject, property);
  }

  // From the least to the most that anybody says; a reviewer's choice settles it.
  [[nodiscard]] std::optional<Range> told_count(const std::string& subject,
                                                const std::string& property) const {
    const Fact* fact = view_.fact(subject, property);
    if (fact == nullptr) return std::nullopt;
    std::optional<Range> told = read_counts(view_.statements()[fact->shown].value);
    if (fact->rule == Rule::reviewer) return told;
    for (const std::size_t at : fact->others) {
      const auto other = read_counts(view_.statements()[at].value);
      if (!other) continue;
      told =
          told ? Range{std::min(told->low, other->low), std::max(told->high, other->high)} : *other;
    }
    return told;
  }

  [[nodiscard]] std::vector<Victim> victims(const std::string& subject) const {
    std::vector<Victim> all;
    for (const std::string& text : view_.values(subject, "victim")) {
      Victim victim{{text, ""}, told_count(subject, "count/" + text), ""};
      // Written in two ways one group is one group, and one person one person: nobody counts twice.
      victim.who = victim.count ? Who{text, "group:" + text::fold(text)} : who(text);
      // A record that is not there, and a cell that names several: somebody, and nobody can say
      // who.
      victim.may_be_another = !victim.count && victim.who.key.starts_with("name:") &&
                              (looks_like_reference(text) || names_several(text));
      if (const auto group = groups_.find(victim.who.key); group != groups_.end())
        victim.group = group->second;
      const auto known = std::find_if(
          all.begin(), all.end(), [&](const Victim& one) { return one.who.key == victim.who.key; });
      if (known == all.end()) {
        all.push_back(std::move(victim));
      } else if (known->count && victim.count) {
        known->count = Range{std::min(known->count->low, victim.count->low),
                             std::max(known->count->high, victim.count->high)};
      }
    }
    return all;
  }

  [[nodiscard]] std::vector<Involved> perpetrators(const std::string& subject) const {
    std::vector<Involved> all;
    for (const std::string& text : view_.values(subject, "perpetrator")) {
      const auto found = organisations_.find(text::fold(text));
      Involved involved;
      involved.degree = value(subject, "involvement/" + text);
      if (found != organisations_.end()) {
        involved.organisation = found->second;
        involved.who = {text, "organisation:" + found->second};
      } else {
        involved.who = who(text);
      }
      const bool is_known = std::any_of(all.begin(), all.end(), [&](const Involved& one) {
        return one.who.key == involved.who.key && one.degree == involved.degree;
      });
      if (!is_known) all.push_back(std::move(involved));
    }
    return all;
  }

  [[nodiscard]] Act act(const std::string& subject) const {
    return {subject,
            value(subject, "type"),
            value(subject, "status"),
            value(subject, "certainty"),
            value(subject, "place"),
            id_in(events_, value(subject, "event")),
            view_.values(subject, "method"),
            date_of(value(subject, "date")),
            victims(subject),
            perpetrators(subject)};
  }

  [[nodiscard]] Custody custody(const std::string& subject) const {
    Custody out;
    out.subject = subject;
    out.person = who(value(subject, "person"));
    out.arrested = date_of(value(subject, "arrested"));
    out.term_start = date_of(value(subject, "term_start"));
    out.released = date_of(value(subject, "released"));
    out.rehabilitated = date_of(value(subject, "rehabilitated"));
    out.court = id_in(events_, value(subject, "court"));
    out.verdict = value(subject, "verdict");
    out.sentence = read_sentence(value(subject, "sentence"));
    out.credited_days = whole(value(subject, "credited_days")).value_or(0);
    return out;
  }

  void add_changes(Entities& all) const {
    for (const std::string& subject : view_.subjects("change")) {
      const std::string custody = subject_of("custody", value(subject, "custody"));
      const auto found = std::find_if(all.custodies.begin(), all.custodies.end(),
                                      [&](const Custody& one) { return one.subject == custody; });
      if (found == all.custodies.end()) continue;  // read_case reports it
      found->changes.push_back({subject, value(subject, "kind"), date_of(value(subject, "date")),
                                read_sentence(value(subject, "sentence"))});
    }
    for (Custody& custody : all.custodies) {
      std::stable_sort(custody.changes.begin(), custody.changes.end(),
                       [](const Change& left, const Change& right) {
                         constexpr auto last = std::numeric_limits<std::int32_t>::max();
                         return (left.date ? left.date->first_day : last) <
                                (right.date ? right.date->first_day : last);
                       });
    }
  }

  [[nodiscard]] Event event(const std::string& subject) const {
    Event out;
    out.subject = subject;
    out.type = value(subject, "type");
    out.title = view_.value_in("", subject, "title");
    out.place = value(subject, "place");
    out.participants = value(subject, "participants");
    out.start = date_of(value(subject, "start"));
    out.end = date_of(value(subject, "end"));
    out.count_min = whole(value(subject, "count_min"));
    out.count_max = whole(value(subject, "count_max"));
    out.part_of = ids_in(events_, view_.values(subject, "part_of"));
    out.caused_by = ids_in(events_, view_.values(subject, "caused_by"));
    out.employers = ids_in(organisations_, view_.values(subject, "employer"));
    out.unions = ids_in(organisations_, view_.values(subject, "union"));
    out.demands = view_.values(subject, "demands");
    out.outcomes = view_.values(subject, "outcome");
    return out;
  }

  [[nodiscard]] Organisation organisation(const std::string& subject) const {
    const std::string id(id_of(subject)), name = view_.value_in("", subject, "name");
    const std::string parent = value(subject, "parent");
    return {id, name.empty() ? id : name, value(subject, "kind"),
            parent.empty() ? parent : id_in(organisations_, parent),
            value(subject, "perpetrator_type")};
  }

  [[nodiscard]] Post post(const std::string& subject) const {
    return {subject,
            who(value(subject, "person")),
            id_in(organisations_, value(subject, "organisation")),
            value(subject, "title"),
            value(subject, "basis"),
            value(subject, "superior"),
            read_moment(value(subject, "from")),
            read_moment(value(subject, "to"))};
  }

  [[nodiscard]] Claim claim(const std::string& subject) const {
    return {subject,
            value(subject, "what"),
            value(subject, "place"),
            value(subject, "from"),
            value(subject, "to"),
            value(subject, "group"),
            value(subject, "asserted_by"),
            value(subject, "asserted_at"),
            value(subject, "printed_in"),
            whole(value(subject, "min")),
            whole(value(subject, "max"))};
  }

  [[nodiscard]] Demand demand(const std::string& subject) const {
    Demand out{subject,
               value(subject, "by"),
               value(subject, "to"),
               value(subject, "status"),
               {},
               date_of(value(subject, "date")),
               date_of(value(subject, "status_date"))};
    for (const Fact& fact : view_.facts(subject)) {
      if (fact.property == "text")
        out.texts.emplace_back(fact.language, view_.statements()[fact.shown].value);
    }
    return out;
  }

  [[nodiscard]] Aid aid(const std::string& subject) const {
    const std::string direction = value(subject, "direction");
    return {subject,
            value(subject, "fund"),
            value(subject, "currency"),
            value(subject, "from"),
            value(subject, "to"),
            value(subject, "purpose"),
            direction == "out",
            direction == "out" || direction == "in",
            date_of(value(subject, "date")),
            read_amount(value(subject, "amount"))};
  }

  const View& view_;
  const Resolve& resolve_;
  const std::set<std::string> without_substance_;
  Names organisations_, events_;
  std::map<std::string, std::string> groups_;
};

}  // namespace

const Organisation* Entities::organisation(std::string_view id) const {
  const auto found = std::find_if(organisations.begin(), organisations.end(),
                                  [&](const Organisation& one) { return one.id == id; });
  return found == organisations.end() ? nullptr : &*found;
}

const Event* Entities::event(std::string_view id) const {
  const auto found = std::find_if(events.begin(), events.end(),
                                  [&](const Event& one) { return id_of(one.subject) == id; });
  return found == events.end() ? nullptr : &*found;
}

Entities entities_of(const View& view, const Resolve& resolve) {
  return EntityBuilder(view, resolve).make();
}

std::string_view name_without_mark(std::string_view ref) {
  const std::size_t mark = ref.rfind(" #");
  const bool is_mark = mark != ref.npos && mark + 2 < ref.size() &&
                       ref.find_first_not_of("0123456789", mark + 2) == ref.npos;
  return is_mark ? ref.substr(0, mark) : ref;
}

}  // namespace sanaq::casefile
