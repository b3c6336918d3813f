#include "sanaq/investigation/run.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/steps.h"

namespace sanaq::investigation {
namespace {

using Json = nlohmann::json;

// What was published is up to date while it stands there, every file of it.
struct Published {
  StepState state;
  ledger::Publication publication;
};

Json content_of(const std::string& site, const ledger::Publication& publication) {
  return {{"site", site},
          {"files", publication.files},
          {"addresses", publication.addresses},
          {"mark", publication.mark},
          {"root", publication.log_root},
          {"leaves", publication.log_size},
          {"place", publication.site}};
}

std::optional<Published> published_state(const Steps& steps, const Publisher& publisher) {
  auto state = steps.state_of("publish", steps.keys().publish);
  if (!state || state->outputs.size() != 1 || !state->content.contains("leaves"))
    return std::nullopt;
  const std::string pages = state->outputs.front().second;
  if (publisher.standing() != pages) return std::nullopt;
  const Json& content = state->content;
  ledger::Publication publication{content.at("mark"), content.at("files"),
                                  content.at("addresses").get<std::vector<std::string>>(),
                                  content.at("place")};
  publication.log_root = content.at("root");
  publication.log_size = content.at("leaves");
  publication.pages = pages;
  return Published{std::move(*state), std::move(publication)};
}

StepDone publish_step(const StepKeys& keys, bool was_up_to_date) {
  return {"publish", was_up_to_date, 0, keys.publish, keys.settings.publish, {}, {}};
}

// Everything still holds: the numbers come from .sanaq/, and no list is read.
bool recall_all(Steps& steps, const std::optional<Published>& publish) {
  const base::Stopwatch watch;
  const StepKeys& keys = steps.keys();
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
  done.outputs = publish->state.outputs;
  done.seconds = watch.seconds();
  outcome.steps.push_back(std::move(done));
  return true;
}

}  // namespace

Run run(const std::string& folder, const Publisher& publisher, const Caller& caller) {
  Steps steps(folder, caller, publisher.expect_place);
  const std::string site = base::join(folder, steps.outcome().config.publish.site);
  const auto published = published_state(steps, publisher);
  if (recall_all(steps, published))
    return {std::move(steps.outcome()), site, true, published->publication};
  steps.ingest();
  steps.link();
  steps.estimate([&] {
    if (!published && publisher.prepare) publisher.prepare(steps.outcome());
  });
  const base::Stopwatch watch;
  StepDone done = publish_step(steps.keys(), published.has_value());
  std::optional<ledger::Publication> publication =
      published ? published->publication : publisher.publish(steps.outcome());
  if (publication) {
    done.outputs = {{"site", publication->pages}};
    done.seconds = watch.seconds();
    steps.finish(std::move(done), content_of(site, *publication));
  }
  return {std::move(steps.outcome()), site, false, std::move(publication)};
}

}  // namespace sanaq::investigation
