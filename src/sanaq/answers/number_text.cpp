#include "sanaq/answers/number_text.h"

#include "sanaq/report/figures.h"
#include "sanaq/report/result_text.h"

namespace sanaq::answers {
namespace {

using base::Catalog;
using base::message;
using investigation::Outcome;

std::string said(const Catalog& catalog, std::int64_t number) {
  return report::figure(number, catalog.language());
}

std::string line(const Catalog& catalog, const base::Message& sentence) {
  return catalog.say(sentence) + "\n";
}

}  // namespace

std::string number_text(const Outcome& outcome, const Catalog& catalog) {
  std::string text;
  if (outcome.documented_low == outcome.documented_high) {
    text += line(catalog, message("Documented: {} persons", said(catalog, outcome.documented_low)));
  } else {
    text += line(catalog, message("Documented: {} persons with a name; {} if every record without "
                                  "a name is somebody else",
                                  said(catalog, outcome.documented_low),
                                  said(catalog, outcome.documented_high)));
  }
  if (outcome.no_estimate)
    text += line(catalog, message("Estimated: {}", catalog.say(*outcome.no_estimate)));
  if (outcome.estimate) text += report::estimate_text(*outcome.estimate, catalog);
  if (outcome.estimate_with_unlinkable && outcome.estimate_with_unlinkable->estimate) {
    text +=
        line(catalog,
             message("With the records without a name, each taken by chance for a named "
                     "person of another list or for somebody else: {}",
                     report::number_line(*outcome.estimate_with_unlinkable->estimate, catalog)));
  }
  for (const base::Message& otherwise : outcome.counted_otherwise)
    text += line(catalog, message("Counted otherwise: {}", catalog.say(otherwise)));
  if (!outcome.claims.empty())
    text += line(catalog, message("Claims by others: {}",
                                  said(catalog, static_cast<std::int64_t>(outcome.claims.size()))));
  if (outcome.invented_truth)
    text += line(catalog, message("This is an invented example; the true number is {}",
                                  said(catalog, *outcome.invented_truth)));
  return text;
}

}  // namespace sanaq::answers
