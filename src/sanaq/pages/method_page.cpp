#include "sanaq/pages/method_page.h"

#include "sanaq/pages/mark_file.h"
#include "sanaq/pages/method_parts.h"
#include "sanaq/pages/run_facts.h"

namespace sanaq::pages {
namespace {

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

Page method_page(const PublicView& view, const draw::Voice& voice) {
  Data data;
  data.set("parts", data_list(method_parts(view, voice), [&](const MethodPart& part) {
             Data one;
             one.set("name", part.name);
             one.set("heading", part.heading);
             one.set("text", part.text);
             one.set("is_foreign", part.language != voice.language());
             one.set("lang", part.language);
             one.set("note", part.note);
             return one;
           }));
  data.set("facts", run_facts(view, voice));
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
  data.set("has_log", view.has_log);
  data.set("log", way_up(language_folder(view, voice.language()) + "verify.html") + log_page);
  return {"verify.html", "verify", voice.say("Check it"), render("verify", voice, data)};
}

}  // namespace sanaq::pages
