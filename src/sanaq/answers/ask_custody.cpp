#include "sanaq/answers/ask_custody.h"

#include "sanaq/base/in_context.h"

namespace sanaq::answers {
namespace {

using base::message;
using casefile::Custody;
using casefile::CustodyOn;
using casefile::Held;
using nlohmann::ordered_json;

std::string held_word(Held held) {
  return held == Held::yes ? "yes" : held == Held::perhaps ? "perhaps" : "no";
}

std::string optional_range(const std::optional<casefile::Range>& range) {
  return range ? range_text(*range) : std::string();
}

// The first day of freedom.
std::string free_text(const CustodyOn& now) {
  if (now.is_life) return "life";
  if (!now.free) return "";
  const std::string first = casefile::day_text(now.free->low);
  return now.free->is_exact() ? first : first + "/" + casefile::day_text(now.free->high);
}

ordered_json custody_json(const CaseAsked& asked, const Custody& custody, const CustodyOn& now,
                          std::int32_t day) {
  ordered_json doubts = ordered_json::array();
  for (const base::Message& doubt : casefile::doubts(custody, day))
    doubts.push_back(asked.catalog.say(doubt));
  return {{"custody", casefile::id_of(custody.subject)},
          {"person", custody.person.ref},
          {"key", custody.person.key},
          {"held", held_word(now.held)},
          {"why", asked.catalog.say(now.reason)},
          {"arrested", edtf_text(custody.arrested)},
          {"verdict", custody.verdict},
          {"sentence", now.sentence ? casefile::sentence_text(*now.sentence) : ""},
          {"term_ends", free_text(now)},
          {"counted_from_arrest", now.counted_from_arrest},
          {"served_days", range_json(now.served)},
          {"left_days", range_json(now.left)},
          {"doubts", doubts},
          {"sources", sources_json(asked.view, custody.subject)}};
}

std::vector<std::string> header(const CaseAsked& asked) {
  const base::Catalog& catalog = asked.catalog;
  return {catalog.say("custody"),
          catalog.say("person"),
          catalog.say(base::in_context("custody", "held")),
          catalog.say("sentence"),
          catalog.say("term ends"),
          catalog.say("days served"),
          catalog.say("days left"),
          catalog.say("why"),
          catalog.say("source")};
}

std::vector<std::string> row(const CaseAsked& asked, const Custody& custody, const CustodyOn& now) {
  const std::string held =
      now.held == Held::yes ? asked.catalog.say("yes") : asked.catalog.say("perhaps");
  return {std::string(casefile::id_of(custody.subject)),
          custody.person.ref,
          held,
          now.sentence ? casefile::sentence_text(*now.sentence) : "",
          free_text(now),
          optional_range(now.served),
          optional_range(now.left),
          asked.catalog.say(now.reason),
          sources_text(asked.view, custody.subject)};
}

}  // namespace

Answer ask_still_held(const CaseAsked& asked, std::int32_t day) {
  Answer answer;
  answer.table.push_back(header(asked));
  ordered_json held = ordered_json::array();
  for (const Custody& custody : asked.entities.custodies) {
    const CustodyOn now = casefile::custody_on(custody, day);
    if (now.held == Held::no) continue;
    answer.table.push_back(row(asked, custody, now));
    held.push_back(custody_json(asked, custody, now, day));
  }
  const auto count = casefile::count_held(asked.entities.custodies, day);
  answer.before.push_back(asked.catalog.say(
      message("On {} there are held: {} people, in {} prosecutions (from surely to perhaps).",
              casefile::day_text(day), range_text(count.people), range_text(count.prosecutions))));
  ordered_json doubles = ordered_json::array();
  for (const auto& [one, other] : casefile::perhaps_one(asked.entities.custodies)) {
    const std::string first(casefile::id_of(one->subject)), second(casefile::id_of(other->subject));
    answer.after.push_back(asked.catalog.say(
        message("{} and {} may be one custody: one person, arrested on one day; if so, give them "
                "one id",
                first, second)));
    doubles.push_back({first, second});
  }
  answer.json = {{"on", casefile::day_text(day)},
                 {"people", range_json(count.people)},
                 {"prosecutions", range_json(count.prosecutions)},
                 {"held", held},
                 {"perhaps_one", doubles}};
  return answer;
}

Answer ask_due(const CaseAsked& asked, std::int32_t day, int months) {
  Answer answer;
  answer.table.push_back(header(asked));
  ordered_json due = ordered_json::array();
  for (const Custody& custody : asked.entities.custodies) {
    const casefile::Due when = casefile::due_within(custody, day, months);
    if (when == casefile::Due::no) continue;
    const CustodyOn now = casefile::custody_on(custody, day);
    answer.table.push_back(row(asked, custody, now));
    ordered_json one = custody_json(asked, custody, now, day);
    one["due"] = when == casefile::Due::yes ? "yes" : "perhaps";
    due.push_back(one);
  }
  const std::string until = casefile::day_text(casefile::add_months(day, months));
  answer.before.push_back(asked.catalog.say(message("Terms that end after {} and by {}: {}",
                                                    casefile::day_text(day), until, due.size())));
  answer.json = {{"on", casefile::day_text(day)}, {"until", until}, {"due", due}};
  return answer;
}

Answer ask_trials(const CaseAsked& asked) {
  Answer answer;
  answer.json = {{"trials", ordered_json::array()}};
  const base::Catalog& catalog = asked.catalog;
  answer.table.push_back({catalog.say("trial"), catalog.say("verdict"), catalog.say("stated"),
                          catalog.say("people"), catalog.say("prosecutions")});
  for (const auto& trial :
       casefile::trial_totals(asked.entities, asked.outcome.case_file.vocabulary)) {
    const std::string id(casefile::id_of(trial.event));
    ordered_json parts = ordered_json::array();
    std::string sum;
    for (const auto& part : trial.parts) {
      answer.table.push_back({id, asked.label("VERDICT", part.verdict),
                              part.stated ? std::to_string(*part.stated) : "",
                              std::to_string(part.people), std::to_string(part.prosecutions)});
      if (part.stated) sum += (sum.empty() ? "" : " + ") + std::to_string(*part.stated);
      parts.push_back({{"verdict", part.verdict},
                       {"stated", part.stated ? ordered_json(*part.stated) : ordered_json()},
                       {"people", part.people},
                       {"prosecutions", part.prosecutions}});
    }
    const auto difference = trial.difference();
    if (difference && *difference == casefile::Range{0, 0}) {
      answer.after.push_back(catalog.say(
          message("{}: {} = {}: the totals add up", id, range_text(*trial.tried), sum)));
    } else if (difference) {
      answer.after.push_back(catalog.say(
          message("{}: {} tried, but {} adds up to {}: {} are missing", id,
                  range_text(*trial.tried), sum, trial.stated_sum, range_text(*difference))));
    }
    for (const std::string& unread : trial.unread)
      answer.after.push_back(
          catalog.say(message("{}: this outcome is no verdict with a number: {}", id, unread)));
    answer.json["trials"].push_back({{"event", id},
                                     {"tried", range_json(trial.tried)},
                                     {"stated_sum", trial.stated_sum},
                                     {"difference", range_json(difference)},
                                     {"people", trial.people},
                                     {"prosecutions", trial.prosecutions},
                                     {"parts", parts},
                                     {"unread", trial.unread},
                                     {"sources", sources_json(asked.view, trial.event)}});
  }
  return answer;
}

}  // namespace sanaq::answers
