#include "sanaq/casefile/view.h"

#include <algorithm>

#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/visibility.h"

namespace sanaq::casefile {
namespace {

constexpr std::string_view choice = "view/";

// What a statement is about: a reviewer's choice speaks of the property that it chooses for.
std::string property_of(const Statement& said) {
  return said.property.starts_with(choice) ? said.property.substr(choice.size()) : said.property;
}

bool is_several(const Statement& said) {
  const Column* column = column_of(kind_of(said.subject), property_of(said));
  return column != nullptr && column->is_several;
}

// 01 and 02 and 03, then unknown, then 04 and 05: who is known to be unreliable stands behind who
// is not known.
int reliability_rank(std::string_view code) {
  static constexpr std::string_view order[] = {"01", "02", "03", "99", "04", "05"};
  return static_cast<int>(std::find(std::begin(order), std::end(order), code) - std::begin(order));
}

}  // namespace

View::View(std::vector<Statement> said) : statements_(std::move(said)) {
  judge_sources();
  std::map<std::string, std::vector<std::pair<std::string, std::vector<std::size_t>>>, std::less<>>
      groups;
  for (std::size_t at = 0; at < statements_.size(); ++at) {
    const Statement& one = statements_[at];
    if (!groups.contains(one.subject)) subjects_.push_back(one.subject);
    auto& own = groups[one.subject];
    std::string key = property_of(one) + "\n" + one.language;
    if (is_several(one)) key += "\n" + one.value;
    const auto found =
        std::find_if(own.begin(), own.end(), [&](const auto& group) { return group.first == key; });
    if (found == own.end()) {
      own.push_back({key, {at}});
    } else {
      found->second.push_back(at);
    }
  }
  for (const auto& [subject, own] : groups) {
    for (const auto& [key, statements] : own) facts_[subject].push_back(choose(statements));
  }
}

void View::judge_sources() {
  for (const Statement& one : statements_) {
    if (kind_of(one.subject) == "source" && one.property == "reliability")
      reliability_[std::string(id_of(one.subject))] = one.value;
    if (one.property.starts_with(choice))
      chosen_[one.subject + "\n" + property_of(one)] = one.value;
  }
}

int View::rank(std::size_t statement) const {
  return reliability_rank(reliability(statements_[statement].source));
}

std::string View::reliability(std::string_view source) const {
  const auto found = reliability_.find(source);
  return found == reliability_.end() ? "99" : found->second;
}

Fact View::choose(const std::vector<std::size_t>& statements) const {
  const Statement& any = statements_[statements.front()];
  Fact fact{property_of(any), any.language, statements.back(), {}, {}, Rule::undisputed};
  const bool is_disputed = std::any_of(statements.begin(), statements.end(), [&](std::size_t at) {
    return statements_[at].value != any.value;
  });
  if (is_disputed) {
    fact.rule = Rule::recency;
    int best = rank(statements.back()), worst = best;
    for (const std::size_t at : statements) {
      worst = std::max(worst, rank(at));
      if (rank(at) <= best) {  // of equals the later one
        best = rank(at);
        fact.shown = at;
      }
    }
    const std::string& shown = statements_[fact.shown].value;
    const bool equals_disagree = std::any_of(
        statements.begin(), statements.end(),
        [&](std::size_t at) { return rank(at) == best && statements_[at].value != shown; });
    if (worst > best && !equals_disagree) fact.rule = Rule::reliability;
    const auto chosen = chosen_.find(any.subject + "\n" + fact.property);
    const auto by_reviewer =
        chosen == chosen_.end()
            ? statements.rend()
            : std::find_if(statements.rbegin(), statements.rend(),
                           [&](std::size_t at) { return statements_[at].value == chosen->second; });
    if (by_reviewer != statements.rend()) {
      fact.shown = *by_reviewer;
      fact.rule = Rule::reviewer;
    }
  }
  for (const std::size_t at : statements)
    (statements_[at].value == statements_[fact.shown].value ? fact.same : fact.others)
        .push_back(at);
  return fact;
}

std::vector<std::string> View::subjects(std::string_view kind) const {
  std::vector<std::string> all;
  for (const std::string& subject : subjects_) {
    if (kind_of(subject) == kind) all.push_back(subject);
  }
  return all;
}

bool View::has(std::string_view subject) const { return facts_.find(subject) != facts_.end(); }

const std::vector<Fact>& View::facts(std::string_view subject) const {
  static const std::vector<Fact> none;
  const auto found = facts_.find(subject);
  return found == facts_.end() ? none : found->second;
}

const Fact* View::fact(std::string_view subject, std::string_view property) const {
  for (const Fact& fact : facts(subject)) {
    if (fact.property == property) return &fact;
  }
  return nullptr;
}

std::string View::value(std::string_view subject, std::string_view property) const {
  const Fact* found = fact(subject, property);
  return found == nullptr ? std::string() : statements_[found->shown].value;
}

std::string View::value_in(std::string_view language, std::string_view subject,
                           std::string_view property) const {
  for (const std::string_view wanted : {language, std::string_view(), std::string_view("en")}) {
    for (const Fact& fact : facts(subject)) {
      if (fact.property == property && fact.language == wanted)
        return statements_[fact.shown].value;
    }
  }
  return value(subject, property);
}

std::vector<std::string> View::values(std::string_view subject, std::string_view property) const {
  std::vector<std::string> all;
  for (const Fact& fact : facts(subject)) {
    if (fact.property == property) all.push_back(statements_[fact.shown].value);
  }
  return all;
}

std::string View::strictest_visibility(std::string_view subject) const {
  std::string word = "public";
  for (const Fact& fact : facts(subject)) {
    for (const auto* statements : {&fact.same, &fact.others}) {
      for (const std::size_t at : *statements) word = stricter(word, statements_[at].visibility);
    }
  }
  return word;
}

}  // namespace sanaq::casefile
