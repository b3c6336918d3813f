// A small invented public view: three lists, two persons, one claim.
#pragma once
#include "sanaq/pages/public_view.h"

namespace sanaq::pages::test {

inline PublicView a_view() {
  PublicView view;
  view.title = "Invented <town>";
  view.languages = {"en", "ru"};
  view.scope.all_dead = true;
  view.columns = {{record::Field::name, "Name"}, {std::nullopt, "Shift"}};
  for (const char* name : {"hospital", "morgue", "union"}) {
    PublicList list;
    list.name = name;
    list.version = std::string(64, 'a');
    list.is_open = true;
    list.rows_read = 12;
    list.records = 10;
    list.blank = 1;
    list.refused = 1;
    list.columns = {0, 1};
    view.lists.push_back(list);
  }
  view.has_register = true;
  PublicPerson person;
  person.id = "00000000000000aa";
  person.forwards = {"00000000000000bb"};
  person.name = "Айбар Танбаев";
  person.sort_key = "aibar tanbaev";
  person.records = {{0, 2, {PublicCell{"Айбар Танбаев", "a", false}, std::nullopt}},
                    {1, 7, {PublicCell{"Aibar T.", "b", true}, std::nullopt}}};
  person.pairs = {{0, 1, 0.93}};
  person.probability = 0.93;
  view.persons.push_back(person);
  person.id = "00000000000000cc";
  person.forwards = {};
  person.name = "Сергей Степнов";
  person.sort_key = "sergey stepnov";
  person.records.resize(1);
  person.pairs.clear();
  view.persons.push_back(person);
  view.documented_low = 210;
  view.documented_high = 215;
  PublicClaim claim;
  claim.id = "movement";
  claim.what = "dead";
  claim.asserted_by = "The invented movement";
  claim.min = 300;
  claim.source = "a leaflet";
  view.claims.push_back(claim);
  PublicOverlap overlap;
  overlap.lists = {"hospital", "morgue", "union"};
  overlap.patterns = {{1, 0, 120}, {2, 0, 60}, {3, 0, 20}, {7, 0, 10}};
  overlap.pairs = {150, 30, 10, 30, 90, 10, 10, 10, 10};
  overlap.observed = 210;
  view.overlap = overlap;
  estimate::Summary summary;
  summary.lists = overlap.lists;
  summary.observed = 210;
  summary.estimate = estimate::Estimate{345, 350, {"back-tested", 0.9, 280, 460}};
  summary.unlisted = estimate::Estimate{135, 140, {"back-tested", 0.9, 70, 250}};
  summary.intervals = {summary.estimate->interval};
  for (int draw = 0; draw < 200; ++draw) summary.total_draws.push_back(280 + draw);
  view.estimate = summary;
  view.provenance = {
      "0.2.0", "7", "2026-11-24", {{"hospital", std::string(64, 'c')}, {"", std::string(64, 'b')}}};
  return view;
}

inline std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace sanaq::pages::test
