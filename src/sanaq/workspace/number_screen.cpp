#include "sanaq/workspace/number_screen.h"

#include <nlohmann/json.hpp>

#include "sanaq/investigation/glance.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/labels.h"
#include "sanaq/pages/page_template.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/result_json.h"
#include "sanaq/workspace/number_drawings.h"
#include "sanaq/workspace/number_words.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/run_words.h"

namespace sanaq::workspace {
namespace {

using base::message;
using investigation::CountEntered;

std::string interval_text(const CountEntered& count, const draw::Voice& voice) {
  if (!count.median || !count.low || !count.high) return "–";
  return voice.number(*count.median) + " (" + voice.number(*count.low) + "–" +
         voice.number(*count.high) + ")";
}

// What the two last counts that differ said.
void set_changes(Data& data, const std::string& folder, const draw::Voice& voice) {
  const std::vector<CountEntered> counts = investigation::last_counts(folder, 2);
  data.set("has_changes", counts.size() == 2);
  if (counts.size() < 2) return;
  data.set("counts", pages::data_list(counts, [&](const CountEntered& count) {
             Data row;
             row.set("when", moment_words(count.time, voice));
             row.set("documented", voice.range(count.documented_low, count.documented_high));
             row.set("estimated", interval_text(count, voice));
             return row;
           }));
}

void set_alternatives(Data& data, const investigation::Number& number, const draw::Voice& voice) {
  const bool has_any = number.estimate && !number.estimate->alternatives.empty();
  data.set("has_alternatives", has_any);
  if (!has_any) return;
  data.set("alternatives",
           pages::data_list(number.estimate->alternatives, [&](const estimate::Alternative& one) {
             Data row;
             row.set("label", pages::method_label(one.method, voice));
             row.set("median",
                     one.estimate ? voice.number(one.estimate->median) : std::string("–"));
             row.set("interval", one.estimate ? voice.number(one.estimate->interval.low) + "–" +
                                                    voice.number(one.estimate->interval.high)
                                              : std::string("–"));
             row.set("usable", one.usable ? voice.say("may be quoted") : voice.say("with care"));
             return row;
           }));
}

void set_notes(Data& data, const investigation::Number& number, const draw::Voice& voice) {
  std::vector<base::Message> notes = number.counted_otherwise;
  if (number.estimate)
    notes.insert(notes.end(), number.estimate->warnings.begin(), number.estimate->warnings.end());
  data.set("has_notes", !notes.empty());
  data.set("notes", pages::data_list(notes, [&](const base::Message& note) {
             Data item;
             item.set("text", voice.say_isolating(note));
             return item;
           }));
}

nlohmann::ordered_json json_of(const investigation::LastNumber& last, const std::string& behind,
                               const base::Catalog& catalog) {
  const investigation::Number& number = last.number;
  nlohmann::ordered_json json = {
      {"made_on", last.made_on},
      {"behind", behind},
      {"documented", {{"low", number.documented_low}, {"high", number.documented_high}}},
      {"estimate", nullptr},
      {"no_estimate", nullptr}};
  if (number.estimate) json["estimate"] = report::estimate_result(*number.estimate, catalog, {});
  if (number.no_estimate) json["no_estimate"] = catalog.say(*number.no_estimate);
  return json;
}

}  // namespace

http::Response show_number(const Visit& visit, Bench& bench) {
  const draw::Voice& voice = visit.voice;
  const investigation::Glance glance = investigation::glance(bench.folder());
  Data data;
  data.set("title", glance.title);
  data.set("has_number", glance.number.has_value());
  data.set("csrf_count", csrf_field(visit, "/count"));
  const Behind behind = bench.behind();
  data.set("can_count", behind != Behind::nothing && !glance.lists.empty());
  if (glance.number) {
    const investigation::Number& number = glance.number->number;
    set_number_words(data, number, voice);
    data.set("run", voice.say(message("Counted on {}.",
                                      pages::words_of_day(glance.number->made_on, voice))));
    data.set("behind", voice.say_isolating(behind_words(behind, glance.touched)));
    set_number_drawings(data, number, voice);
    set_alternatives(data, number, voice);
    set_notes(data, number, voice);
    set_changes(data, bench.folder(), voice);
  }
  return page(visit, bench, {voice.say("The number"), "number"}, "number", data);
}

http::Response number_json(const Visit& visit, Bench& bench) {
  const auto last = investigation::last_number(bench.folder());
  http::Response response;
  response.type = "application/json";
  if (!last) {
    response.body = "null\n";
    return response;
  }
  const base::Catalog catalog(visit.voice.language());
  response.body =
      report::json_text(json_of(*last, std::string(behind_name(bench.behind())), catalog));
  return response;
}

}  // namespace sanaq::workspace
