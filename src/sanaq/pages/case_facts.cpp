#include "sanaq/pages/case_facts.h"

#include <algorithm>

#include "sanaq/casefile/schema.h"

namespace sanaq::pages {

using casefile::Fact;

std::vector<const Fact*> facts_in_order(const PublicCase& known, const std::string& subject) {
  std::vector<const Fact*> all;
  for (const Fact& fact : known.view.facts(subject)) {
    const bool is_inside_another = fact.property.starts_with("count/") ||
                                   fact.property.starts_with("involvement/") ||
                                   fact.property == "is";
    if (!is_inside_another) all.push_back(&fact);
  }
  const casefile::TableForm* form = casefile::form_of_subject(casefile::kind_of(subject));
  const auto place = [&](const Fact* fact) {
    if (form == nullptr) return std::size_t{0};
    std::size_t at = 0;
    for (; at < form->columns.size() && form->columns[at].name != fact->property; ++at) {
    }
    return at;
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const Fact* left, const Fact* right) { return place(left) < place(right); });
  return all;
}

const Fact* fact_beside(const PublicCase& known, const std::string& subject, const Fact& fact,
                        const std::string& value) {
  if (fact.property == "victim") return known.view.fact(subject, "count/" + value);
  if (fact.property == "perpetrator") return known.view.fact(subject, "involvement/" + value);
  return nullptr;
}

}  // namespace sanaq::pages
