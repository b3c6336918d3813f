#include "sanaq/pages/method_page.h"

#include "sanaq/draw/markup.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/labels.h"
#include "sanaq/pages/mark_file.h"

namespace sanaq::pages {
namespace {

using base::message;

Data facts(const PublicView& view, const draw::Voice& voice) {
  Data out{Data::type::list};
  const auto add = [&](const std::string& label, const std::string& value) {
    if (value.empty()) return;
    Data item;
    item.set("label", label);
    item.set("value", value);
    out.push_back(item);
  };
  add(voice.say("Program"), "sanaq " + view.provenance.version);
  add(voice.say("Seed of the random numbers"), view.provenance.seed);
  add(voice.say("Made on"), view.provenance.made_on);
  if (!view.estimate) return out;
  const estimate::Diagnostics& found = view.estimate->diagnostics;
  add(voice.say("Method"), method_label(view.estimate->method, voice));
  if (found.draws > 0) {
    add(voice.say("Draws"),
        voice.say(message("{} from {} chains", voice.number(found.draws), found.chains)));
  }
  if (found.rhat)
    add(voice.say("Split R-hat of the total (near 1 is good)"), voice.decimal(*found.rhat, 3));
  if (found.ess) add(voice.say("Effective sample size"), voice.number(*found.ess));
  if (view.estimate->chao_lower_bound > 0)
    add(voice.say("Chao’s lower bound, for comparison"),
        voice.number(view.estimate->chao_lower_bound));
  if (const auto& bound = view.estimate->chao_with_list_effects)
    add(voice.say("The same, where lists differ in how many they reach"), voice.number(*bound));
  return out;
}

Data inputs(const PublicView& view, const draw::Voice& voice) {
  return data_list(view.provenance.inputs, [&](const PublicInput& input) {
    Data row;
    row.set("name", input.name.empty() ? voice.say("everything else together") : input.name);
    row.set("what", input.is_open ? std::string("SHA-256") : voice.say("commitment"));
    row.set("hash", input.hash);
    return row;
  });
}

}  // namespace

std::string scope_in_words(const PublicScope& scope, const draw::Voice& voice) {
  std::string places;
  for (const std::string& place : scope.places)
    places += (places.empty() ? "" : ", ") + draw::isolated(place);
  const auto words = [&](const std::string& edtf) {
    const std::string in_words = date_words(record::from_edtf(edtf), voice);
    return in_words.empty() ? edtf : in_words;
  };
  const std::string from = words(scope.from), to = words(scope.to);
  std::string period;
  if (!scope.from.empty() && !scope.to.empty()) {
    period = scope.from == scope.to ? from : voice.say(message("{} to {}", from, to));
  } else if (!scope.from.empty()) {
    period = voice.say(message("from {}", from));
  } else if (!scope.to.empty()) {
    period = voice.say(message("until {}", to));
  }
  return places + (places.empty() || period.empty() ? "" : " · ") + period;
}

Page method_page(const PublicView& view, const draw::Voice& voice) {
  Data data;
  data.set("has_lists", !view.lists.empty());
  data.set("has_estimate", view.estimate.has_value());
  data.set("scope", scope_in_words(view.scope, voice));
  data.set("facts", facts(view, voice));
  data.set("has_inputs", !view.provenance.inputs.empty());
  data.set("inputs", inputs(view, voice));
  data.set("has_models", view.estimate && !view.estimate->models.empty());
  if (view.estimate) {
    std::vector<estimate::ModelWeight> best = view.estimate->models;
    if (best.size() > 10) best.resize(10);
    data.set("models", data_list(best, [&](const estimate::ModelWeight& model) {
               Data row;
               row.set("model", model.model);
               row.set("criterion", voice.decimal(model.criterion, 2));
               row.set("weight", voice.percent(model.weight));
               row.set("total", voice.number(model.total));
               return row;
             }));
  }
  return {"method.html", "method", voice.say("Method"), render("method", voice, data)};
}

Page verify_page(const PublicView& view, const draw::Voice& voice) {
  Data data;
  data.set("is_rounded", view.rounding.has_value());
  data.set("has_cells", view.overlap && !view.overlap->is_of_pages);
  data.set("has_inputs", !view.provenance.inputs.empty());
  data.set("inputs", inputs(view, voice));
  data.set("mark", way_up(language_folder(view, voice.language()) + "verify.html") + mark_file);
  data.set("mark_name", mark_file);
  return {"verify.html", "verify", voice.say("Check it"), render("verify", voice, data)};
}

}  // namespace sanaq::pages
