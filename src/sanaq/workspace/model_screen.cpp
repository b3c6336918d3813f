#include "sanaq/workspace/model_screen.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/draw/curve_drawing.h"
#include "sanaq/draw/markup.h"
#include "sanaq/report/json_text.h"
#include "sanaq/workspace/model_tables.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/persons_at_hand.h"
#include "sanaq/workspace/table_download.h"

namespace sanaq::workspace {
namespace {

using base::message;

Data texts_shown(const std::vector<std::string>& texts, std::size_t words) {
  Data list(Data::type::list);
  for (std::size_t at = 0; at < texts.size(); ++at) {
    Data one;
    one.set("text", draw::harmless(texts[at]));
    one.set("is_number", at >= words);
    list.push_back(one);
  }
  return list;
}

Data table_shown(const ModelTable& table, const std::string& drawing) {
  Data shown, rows(Data::type::list);
  shown.set("has_drawing", !drawing.empty());
  shown.set("drawing", drawing);
  shown.set("name", table.name);
  shown.set("title", table.title);
  shown.set("note", table.note);
  shown.set("headers", texts_shown(table.headers, table.words));
  for (const std::vector<std::string>& row : table.rows) {
    Data one;
    one.set("cells", texts_shown(row, table.words));
    rows.push_back(one);
  }
  shown.set("rows", rows);
  return shown;
}

// What each round left of the number of pairs for one of one person.
std::string rounds_drawn(const draw::Voice& voice, const link::Result& linked) {
  draw::Curve curve;
  for (const link::LearningRound& round : linked.learning) {
    if (!(round.prior_match > 0)) continue;
    if (!round.is_by_persons) curve.turn = curve.values.size() + 1;
    curve.values.push_back(round.prior_match);
  }
  if (curve.values.size() < 2) return "";
  const auto [least, most] = std::minmax_element(curve.values.begin(), curve.values.end());
  curve.least = voice.say(message("one in {}", voice.number(1 / *least)));
  curve.most = voice.say(message("one in {}", voice.number(1 / *most)));
  return draw::curve_drawing(curve, voice, "rounds",
                             voice.say("Pairs of two lists that are of one person, after each "
                                       "round of learning"));
}

void set_learning(Data& data, const Visit& visit, const investigation::Outcome& outcome) {
  const link::Model& model = outcome.link.model;
  const std::int64_t unlinkable =
      std::count(outcome.link.is_linkable.begin(), outcome.link.is_linkable.end(), false);
  Data lines(Data::type::list);
  const auto add = [&](const base::Message& said) { lines.push_back(Data(visit.voice.say(said))); };
  add(message("Of all pairs of two lists one in {} is of one person.",
              visit.voice.number(model.prior_match > 0 ? 1 / model.prior_match : 0)));
  add(model.converged
          ? message("It was learnt in {} rounds, and settled.", model.em_iterations)
          : message("It was learnt in {} rounds, and did not settle.", model.em_iterations));
  add(message("Pairs that were compared: {}", visit.voice.number(outcome.link.candidate_pairs)));
  if (unlinkable > 0)
    add(message("Records without a name, which no rule reaches: {}",
                visit.voice.number(unlinkable)));
  std::int64_t unreached = 0;
  for (const link::Unreached& of : outcome.link.unreached) unreached += of.alone;
  if (unreached > 0)
    add(message("Records with a name that no rule compares with another: {}",
                visit.voice.number(unreached)));
  for (const base::Message& warning : outcome.link.warnings)
    lines.push_back(Data(visit.voice.say_isolating(warning)));
  data.set("learning", lines);
}

const investigation::Outcome& linked_of(const HeldNow& held) {
  if (!held || held->reach < Reach::linked)
    throw base::Error(
        base::Kind::conflict,
        message("the lists were not counted yet, so nothing was learnt; count first"));
  return held->outcome;
}

}  // namespace

http::Response show_model(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  const bool is_known = held && held->reach >= Reach::linked;
  Data data, tables(Data::type::list);
  data.set("is_reading", !held && !bench.why_not_read());
  data.set("is_known", is_known);
  data.set("is_unknown", !is_known && (held || bench.why_not_read()));
  if (is_known) {
    set_learning(data, visit, held->outcome);
    for (const ModelTable& table : model_tables(visit.voice, held->outcome))
      tables.push_back(table_shown(
          table, table.name == "rounds" ? rounds_drawn(visit.voice, held->outcome.link) : ""));
  }
  data.set("tables", tables);
  http::Response response =
      page(visit, bench, {visit.voice.say("The model"), "model"}, "model", data);
  if (!held && !bench.why_not_read()) response.headers.emplace_back("Refresh", "2");
  return response;
}

http::Response model_as_json(const Visit& /*visit*/, Bench& bench) {
  const HeldNow held = bench.held();
  const investigation::Outcome& outcome = linked_of(held);
  const link::Model& model = outcome.link.model;
  nlohmann::ordered_json rules = nlohmann::ordered_json::array(), levels = rules, values = rules;
  for (const link::BlockRule& rule : model.rules)
    rules.push_back({{"rule", rule.rule}, {"pairs", rule.pairs}});
  for (const link::Comparison& comparison : model.comparisons) {
    for (const link::Level& level : comparison.levels)
      levels.push_back({{"column", comparison.column},
                        {"kind", comparison.kind},
                        {"level", level.label},
                        {"m", level.m},
                        {"u", level.u},
                        {"weight_bits", level.weight_bits}});
  }
  for (const FrequentValue& one : frequent_values(outcome))
    values.push_back({{"column", one.column}, {"value", one.value}, {"records", one.records}});
  nlohmann::ordered_json rounds = nlohmann::ordered_json::array(), unreached = rounds;
  for (const link::LearningRound& round : outcome.link.learning)
    rounds.push_back({{"prior_match", round.prior_match},
                      {"prior_within", round.prior_within},
                      {"is_by_persons", round.is_by_persons}});
  for (const link::Unreached& of : outcome.link.unreached)
    unreached.push_back({{"list", outcome.records.lists.at(of.list).name},
                         {"records", of.alone},
                         {"no_value", of.no_value}});
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(nlohmann::ordered_json{{"prior_match", model.prior_match},
                                                           {"prior_within", model.prior_within},
                                                           {"iterations", model.em_iterations},
                                                           {"converged", model.converged},
                                                           {"recall_lost", model.recall_lost},
                                                           {"rules", std::move(rules)},
                                                           {"levels", std::move(levels)},
                                                           {"values", std::move(values)},
                                                           {"rounds", std::move(rounds)},
                                                           {"unreached", std::move(unreached)}});
  return response;
}

http::Response download_model(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  std::vector<ModelTable> tables = model_tables(visit.voice, linked_of(held));
  const auto table = std::find_if(tables.begin(), tables.end(), [&](const ModelTable& one) {
    return one.name == visit.names.at("TABLE");
  });
  if (table == tables.end())
    throw base::Error(base::Kind::not_found, message("there is no such table of the model"));
  tables::Sheet sheet{table->title, {}, std::move(table->rows), table->words};
  for (const std::string& header : table->headers) sheet.columns.push_back({header, 18});
  return table_download(visit, bench, std::move(sheet), "model-" + table->name, form_wanted(visit));
}

}  // namespace sanaq::workspace
