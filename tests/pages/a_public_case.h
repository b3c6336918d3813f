// A public view with an invented case file, as disclose_case would leave it.
#pragma once
#include <string>
#include <vector>

#include "pages/a_view.h"
#include "sanaq/pages/case_page.h"

namespace sanaq::pages::test {

inline std::vector<casefile::Statement> case_said() {
  std::vector<casefile::Statement> all;
  const auto say = [&](const char* subject, const char* property, const char* value,
                       const char* source = "The Lantern") {
    casefile::Statement one;
    one.subject = subject;
    one.property = property;
    one.value = value;
    one.source = source;
    one.visibility = "public";
    one.origin = {std::string(casefile::kind_of(subject)), std::string(64, 'e'),
                  static_cast<std::int64_t>(all.size()) + 2, ""};
    all.push_back(one);
  };
  say("organisation:unit", "name", "The <Unit>");
  say("organisation:unit", "parent", "staff");
  say("organisation:staff", "name", "The Staff");
  say("event:strike", "type", "strike");
  say("event:strike", "title", "The strike");
  say("event:strike", "start", "2011-05-26");
  say("event:strike", "end", "2011-12-16");
  say("event:shooting", "title", "The shooting");
  say("event:shooting", "start", "2011-12-16");
  say("event:shooting", "caused_by", "strike");
  say("event:shooting", "count_min", "11", "An office");
  say("event:shooting", "count_min", "64", "A witness");
  say("event:trial", "type", "trial");
  say("event:trial", "count_min", "37");
  say("event:trial", "count_max", "37");
  say("event:trial", "outcome", "acquitted 3");
  say("event:trial", "outcome", "jailed 30");
  say("act:a1", "victim", "Bolat Sample");
  say("act:a1", "type", "01010501");
  say("act:a1", "event", "shooting");
  say("act:a1", "date", "2011-12-16");
  say("act:a1", "perpetrator", "unit");
  say("act:a1", "involvement/unit", "0102");
  say("act:a2", "victim", "unnamed men");
  say("act:a2", "count/unnamed men", "5");
  say("act:a2", "type", "01010501");
  say("custody:c1", "person", "Bolat Sample");
  say("custody:c1", "arrested", "2011-12-16");
  say("custody:c1", "term_start", "2012-06-04");
  say("custody:c1", "sentence", "7y");
  say("custody:c2", "person", "Other Sample");
  say("custody:c2", "arrested", "2011-12-16");
  say("post:p", "person", "Low Sample");
  say("post:p", "organisation", "unit");
  say("post:p", "title", "chief");
  say("claim:k", "what", "deaths");
  say("claim:k", "min", "64");
  say("claim:x", "what", "arrests");
  say("demand:d", "text", "Release them");
  say("aid:1", "fund", "A fund");
  say("aid:1", "direction", "in");
  say("aid:1", "amount", "1000.50");
  say("aid:1", "currency", "KZT");
  say("aid:1", "date", "2011-06");
  return all;
}

inline PublicView a_public_case() {
  PublicView view = a_view();
  view.scope.what = "deaths";
  view.case_file.view = casefile::View(case_said());
  view.case_file.entities = casefile::entities_of(view.case_file.view, [](std::string_view ref) {
    return ref == "Bolat Sample" ? std::string("00000000000000aa") : std::string();
  });
  view.case_file.people["00000000000000aa"] = {"Bolat Sample", "00000000000000aa"};
  view.case_file.people["name:other sample"] = {"Other Sample", ""};
  view.case_file.people["name:low sample"] = {"Low Sample", ""};
  view.case_file.held_on = record::from_edtf("2014-12-16")->first_day;
  return view;
}

inline const Page* page_at(const std::vector<Page>& pages, const std::string& path) {
  for (const Page& page : pages) {
    if (page.path == path) return &page;
  }
  return nullptr;
}

inline bool holds(const Page* page, const std::string& text) {
  return page != nullptr && page->body.find(text) != std::string::npos;
}

}  // namespace sanaq::pages::test
