#include "sanaq/investigation/run.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/investigation/steps.h"
#include "sanaq/investigation/stopwatch.h"

namespace sanaq::investigation {
namespace {

std::optional<StepState> published_state(const Steps& steps, const std::string& site) {
  if (!base::file_exists(base::join(site, "index.html"))) return std::nullopt;
  return steps.state_of("publish", steps.keys().publish);
}

StepDone publish_step(const StepKeys& keys, bool was_up_to_date) {
  return {"publish", was_up_to_date, 0, keys.publish, keys.settings.publish, {}, {}};
}

// Everything still holds: the numbers come from .sanaq/, and no list is read.
bool recall_all(Steps& steps, const std::string& site) {
  const Stopwatch watch;
  const StepKeys& keys = steps.keys();
  const auto publish = published_state(steps, site);
  const auto ingest = steps.state_of("ingest", keys.ingest);
  const auto link = steps.state_of("link", keys.link);
  if (!publish || !link || !ingest || !steps.is_ingested()) return false;
  Outcome& outcome = steps.outcome();
  outcome.steps = {
      {"ingest", true, 0, keys.ingest, keys.settings.ingest, ingest->outputs, ingest->figures},
      {"link", true, 0, keys.link, keys.settings.link, link->outputs, link->figures}};
  if (!steps.recall_estimate()) {
    outcome.steps.clear();
    return false;
  }
  StepDone done = publish_step(keys, true);
  done.outputs = publish->outputs;
  done.seconds = watch.seconds();
  outcome.steps.push_back(std::move(done));
  return true;
}

}  // namespace

Run run(const std::string& folder, const PublishSite& publish, const Face& face) {
  Steps steps(folder, face, {});
  const std::string site = base::join(folder, steps.outcome().config.publish.site);
  if (recall_all(steps, site)) return {std::move(steps.outcome()), site, true};
  steps.ingest();
  steps.link();
  steps.estimate();
  const Stopwatch watch;
  const auto published = published_state(steps, site);
  StepDone done = publish_step(steps.keys(), published.has_value());
  done.outputs =
      published ? published->outputs : NamedTexts{{"site", publish(steps.outcome(), site)}};
  done.seconds = watch.seconds();
  steps.finish(std::move(done), {{"site", site}});
  return {std::move(steps.outcome()), site, false};
}

}  // namespace sanaq::investigation
