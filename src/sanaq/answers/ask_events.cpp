#include "sanaq/answers/ask_events.h"

#include "sanaq/base/error.h"
#include "sanaq/base/in_context.h"

namespace sanaq::answers {
namespace {

using base::message;
using casefile::Event;
using nlohmann::ordered_json;

std::string id(const Event& event) { return std::string(casefile::id_of(event.subject)); }
std::string title(const Event& event) { return event.title.empty() ? id(event) : event.title; }

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

ordered_json ids(const std::vector<const Event*>& events) {
  ordered_json all = ordered_json::array();
  for (const Event* event : events) all.push_back(id(*event));
  return all;
}

std::optional<record::PartialDate> date_asked(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto date = record::from_edtf(text);
  if (!date)
    throw base::Error(base::Kind::usage,
                      message("{}: this is no date; write 2011-12-16, 2011-12 or 2011", text));
  return date;
}

std::string count_text(const Event& event) {
  if (!event.count_min && !event.count_max) return event.participants;
  if (event.count_min == event.count_max) return std::to_string(*event.count_min);
  return (event.count_min ? std::to_string(*event.count_min) : "") + "–" +
         (event.count_max ? std::to_string(*event.count_max) : "");
}

}  // namespace

Answer ask_timeline(const CaseAsked& asked) {
  const base::Catalog& catalog = asked.catalog;
  const casefile::Timeline line = casefile::timeline_of(asked.entities.events);
  Answer answer;
  answer.table.push_back({catalog.say("from"), catalog.say(base::in_context("date", "to")),
                          catalog.say("event"), catalog.say("type"), catalog.say("place"),
                          catalog.say("caused by"), catalog.say("source")});
  ordered_json events = ordered_json::array();
  for (const casefile::TimelineEntry& entry : line.entries) {
    const Event& event = *entry.event;
    std::vector<std::string> causes = entry.unknown;
    for (const Event* cause : entry.causes) causes.push_back(title(*cause));
    answer.table.push_back(
        {edtf_text(event.start), edtf_text(event.end),
         std::string(static_cast<std::size_t>(entry.depth) * 2, ' ') + title(event),
         asked.label("EVENT", event.type), event.place, joined(causes),
         sources_text(asked.view, event.subject)});
    events.push_back({{"event", id(event)},
                      {"title", event.title},
                      {"type", event.type},
                      {"start", edtf_text(event.start)},
                      {"end", edtf_text(event.end)},
                      {"place", event.place},
                      {"depth", entry.depth},
                      {"parts", ids(entry.parts)},
                      {"causes", ids(entry.causes)},
                      {"effects", ids(entry.effects)},
                      {"unknown", entry.unknown},
                      {"sources", sources_json(asked.view, event.subject)}});
  }
  for (const auto& cycle : line.cycles)
    answer.after.push_back(
        catalog.say(message("these events are parts or causes of themselves: {}", joined(cycle))));
  answer.json = {{"events", events}, {"cycles", line.cycles}};
  return answer;
}

Answer ask_strikes(const CaseAsked& asked) {
  const base::Catalog& catalog = asked.catalog;
  Answer answer;
  answer.table.push_back({catalog.say("strike"), catalog.say("from"),
                          catalog.say(base::in_context("date", "to")), catalog.say("days"),
                          catalog.say("employer"), catalog.say("took part"), catalog.say("demands"),
                          catalog.say("outcome"), catalog.say("not known"), catalog.say("source")});
  ordered_json strikes = ordered_json::array();
  for (const casefile::Strike& strike : casefile::strikes_of(asked.entities.events)) {
    const Event& event = *strike.event;
    std::vector<std::string> employers, missing;
    for (const std::string& one : event.employers) employers.push_back(asked.name_of(one));
    for (const base::Message& one : strike.missing) missing.push_back(catalog.say(one));
    answer.table.push_back({title(event), edtf_text(event.start), edtf_text(event.end),
                            strike.days ? range_text(*strike.days) : "", joined(employers),
                            count_text(event), joined(event.demands), joined(event.outcomes),
                            joined(missing), sources_text(asked.view, event.subject)});
    strikes.push_back({{"event", id(event)},
                       {"title", event.title},
                       {"start", edtf_text(event.start)},
                       {"end", edtf_text(event.end)},
                       {"days", range_json(strike.days)},
                       {"employers", employers},
                       {"unions", event.unions},
                       {"participants", count_text(event)},
                       {"demands", event.demands},
                       {"outcomes", event.outcomes},
                       {"missing", missing},
                       {"sources", sources_json(asked.view, event.subject)}});
  }
  answer.json = {{"strikes", strikes}};
  return answer;
}

Answer ask_series(const CaseAsked& asked, const std::string& type, const std::string& from,
                  const std::string& to) {
  const base::Catalog& catalog = asked.catalog;
  const std::string code = asked.outcome.case_file.vocabulary.read("EVENT", type).value_or(type);
  const casefile::Series series =
      casefile::series_of(asked.entities.events, code, date_asked(from), date_asked(to));
  Answer answer;
  answer.table.push_back({catalog.say("year"), catalog.say("surely"), catalog.say("at most")});
  ordered_json years = ordered_json::array();
  for (const auto& [year, count] : series.years) {
    answer.table.push_back({year, std::to_string(count.low), std::to_string(count.high)});
    years.push_back({{"year", year}, {"low", count.low}, {"high", count.high}});
  }
  answer.before.push_back(
      catalog.say(message("{}: {} in all, {} of them without a date", asked.label("EVENT", code),
                          range_text(series.whole), series.undated)));
  answer.json = {{"type", code},
                 {"whole", range_json(series.whole)},
                 {"undated", series.undated},
                 {"years", years}};
  return answer;
}

}  // namespace sanaq::answers
