#include "sanaq/pages/run_facts.h"

#include "sanaq/pages/labels.h"

namespace sanaq::pages {

using base::message;

namespace {

void add_fact(Data& facts, const std::string& label, const std::string& value) {
  if (value.empty()) return;
  Data item;
  item.set("label", label);
  item.set("value", value);
  facts.push_back(item);
}

}  // namespace

Data program_facts(const PublicView& view, const draw::Voice& voice) {
  Data out{Data::type::list};
  add_fact(out, voice.say("Program"), "sanaq " + view.provenance.version);
  add_fact(out, voice.say("Seed of the random numbers"), view.provenance.seed);
  return out;
}

Data run_facts(const PublicView& view, const draw::Voice& voice) {
  Data out = program_facts(view, voice);
  const auto add = [&](const std::string& label, const std::string& value) {
    add_fact(out, label, value);
  };
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

}  // namespace sanaq::pages
