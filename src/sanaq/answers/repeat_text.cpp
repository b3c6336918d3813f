#include "sanaq/answers/repeat_text.h"

#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/base/in_context.h"

namespace sanaq::answers {
namespace {

using base::Catalog;
using base::message;
using investigation::NamedTexts;
using investigation::RepeatedStep;
using investigation::Sameness;
using Json = nlohmann::json;

std::string verdict_word(Sameness sameness) {
  switch (sameness) {
    case Sameness::same_bytes:
      return "same bytes";
    case Sameness::same_within_tolerance:
      return "same within tolerance";
    case Sameness::different:
      break;
  }
  return "different";
}

std::string say_verdict(Sameness sameness, const Catalog& catalog) {
  switch (sameness) {
    case Sameness::same_bytes:
      return catalog.say("same bytes");
    case Sameness::same_within_tolerance:
      return catalog.say("same within tolerance");
    case Sameness::different:
      break;
  }
  return catalog.say(base::in_context("bytes", "different"));
}

std::string entry_of(const RepeatedStep& step) {
  return step.before.place.writer.substr(0, 8) + ":" + std::to_string(step.before.place.seq);
}

Json beside(const NamedTexts& before, const NamedTexts& now) {
  Json both = Json::object();
  for (const auto& [name, text] : before) both[name]["before"] = text;
  for (const auto& [name, text] : now) both[name]["now"] = text;
  return both;
}

std::string differences(const RepeatedStep& step, const Catalog& catalog) {
  const std::map<std::string, std::string> now(step.figures.begin(), step.figures.end());
  std::string text;
  for (const auto& [name, before] : step.before.figures) {
    const auto found = now.find(name);
    if (name == "made_on" || found == now.end() || found->second == before) continue;
    text += "    " +
            catalog.say(message("{}: it was {}, now it is {}", name, before, found->second)) + "\n";
  }
  return text;
}

}  // namespace

std::string repeat_text(const investigation::Repeat& repeated, const Catalog& catalog) {
  std::string text = catalog.say("the count done again, beside what was entered:") + "\n";
  for (const RepeatedStep& step : repeated.steps) {
    text += "  " +
            catalog.say(message("{}: {} (entry {}, sanaq {})", step.name,
                                say_verdict(step.sameness, catalog), entry_of(step),
                                step.before.version)) +
            "\n";
    if (step.sameness != Sameness::same_bytes) text += differences(step, catalog);
  }
  return text + catalog.say(message("the whole: {}", say_verdict(repeated.sameness(), catalog))) +
         "\n";
}

Json repeat_json(const investigation::Repeat& repeated) {
  Json steps = Json::array();
  for (const RepeatedStep& step : repeated.steps) {
    steps.push_back({{"name", step.name},
                     {"verdict", verdict_word(step.sameness)},
                     {"entry", entry_of(step)},
                     {"version", step.before.version},
                     {"outputs", beside(step.before.outputs, step.outputs)},
                     {"figures", beside(step.before.figures, step.figures)}});
  }
  return {{"verdict", verdict_word(repeated.sameness())},
          {"version", repeated.version},
          {"steps", steps}};
}

}  // namespace sanaq::answers
