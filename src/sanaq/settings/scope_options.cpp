#include "sanaq/settings/scope_options.h"

#include "sanaq/settings/option_kinds.h"

namespace sanaq::settings {
namespace {

using base::message;

void read_to(Section& section, Scope& scope) {
  scope.to = section.date("to");
  if (scope.from && scope.to && scope.to->last_day < scope.from->first_day)
    section.wrong("to", "to ≥ from");
}

std::vector<Option<Scope>> limits() {
  std::vector<Option<Scope>> all;
  all.push_back(
      option<Scope>(
          "from", Step::ingest, [](auto& of) -> auto& { return of.from; })
          .shown("\"2011-12-16\"", message("a day, a month \"2011-12\" or a year \"2011\"")));
  Option<Scope> to = option<Scope>(
                         "to", Step::ingest, [](auto& of) -> auto& { return of.to; })
                         .shown("\"2011-12-20\"");
  to.read = read_to;
  all.push_back(std::move(to));
  all.push_back(
      option<Scope>(
          "places", Step::ingest, [](auto& of) -> auto& { return of.places; })
          .shown(message("[\"Aktau\", \"Zhetybay\"]").id,
                 message("a record's place must contain one of these words, in any script")));
  return all;
}

std::vector<Option<Scope>> whole_scope() {
  std::vector<Option<Scope>> all = limits();
  all.push_back(option<Scope>(
                    "what", Step::ingest, [](auto& of) -> auto& { return of.what; })
                    .shown("\"deaths\"",
                           message("which claims are set beside the count: those with this word "
                                   "in their column `what`")));
  all.push_back(
      option<Scope>(
          "status", Step::ingest, [](auto& of) -> auto& { return of.status; })
          .shown("\"dead\"", message("all who are counted have died, so that pages about persons "
                                     "may be published")));
  return all;
}

}  // namespace

const std::vector<Option<Scope>>& scope_options() {
  static const std::vector<Option<Scope>> all = whole_scope();
  return all;
}

const std::vector<Option<Scope>>& limit_options() {
  static const std::vector<Option<Scope>> all = limits();
  return all;
}

}  // namespace sanaq::settings
