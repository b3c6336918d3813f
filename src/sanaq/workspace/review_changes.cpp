#include "sanaq/workspace/review_changes.h"

#include <cmath>

#include "sanaq/investigation/count_changes.h"
#include "sanaq/pages/date_words.h"

namespace sanaq::workspace {
namespace {

using base::message;
using investigation::CountKept;

std::string signed_words(std::int64_t change, const draw::Voice& voice) {
  if (change == 0) return voice.say("as before");
  return (change > 0 ? "+" : "−") + voice.number(std::abs(change));
}

Data figure_row(const std::string& title, const std::string& before, const std::string& now,
                const std::string& change) {
  Data row;
  row.set("title", title);
  row.set("before", before);
  row.set("now", now);
  row.set("change", change);
  return row;
}

Data whole_row(const std::string& title, std::int64_t before, std::int64_t now,
               const draw::Voice& voice) {
  return figure_row(title, voice.number(before), voice.number(now),
                    signed_words(now - before, voice));
}

std::string estimate_words(const CountKept& count, const draw::Voice& voice) {
  if (!count.median || !count.low || !count.high) return "–";
  return voice.number(*count.median) + " (" + voice.number(*count.low) + "–" +
         voice.number(*count.high) + ")";
}

Data estimate_row(const CountKept& before, const CountKept& now, const draw::Voice& voice) {
  std::string change;
  if (before.median && now.median)
    change = signed_words(std::llround(*now.median) - std::llround(*before.median), voice);
  return figure_row(voice.say("Estimated"), estimate_words(before, voice),
                    estimate_words(now, voice), change);
}

}  // namespace

std::string review_changes(const Visit& visit, const std::string& folder) {
  const auto counts = investigation::last_count_and_before(folder);
  if (!counts) return "";
  const auto& [now, before] = *counts;
  const draw::Voice& voice = visit.voice;
  Data rows(Data::type::list);
  rows.push_back(
      whole_row(voice.say("Decisions that were followed"), before.decisions, now.decisions, voice));
  rows.push_back(whole_row(voice.say("Records joined to another"), before.links, now.links, voice));
  rows.push_back(whole_row(voice.say("Persons"), before.persons, now.persons, voice));
  rows.push_back(estimate_row(before, now, voice));
  Data data;
  data.set("rows", rows);
  data.set("counted",
           voice.say(message("Counted on {}.", pages::words_of_day(now.made_on, voice))));
  data.set("lists_differ", now.ingest != before.ingest);
  return piece(visit, "review_changes", data);
}

}  // namespace sanaq::workspace
