#include "sanaq/investigation/run.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/investigation/steps.h"
#include "sanaq/investigation/stopwatch.h"

namespace sanaq::investigation {
namespace {

bool is_published(const Steps& steps, const std::string& folder, const std::string& site) {
  return read_state(folder, "publish", steps.keys().publish).has_value() &&
         base::file_exists(base::join(site, "index.html"));
}

// Everything still holds: the numbers come from .sanaq/, and no list is read.
bool recall_all(Steps& steps, const std::string& folder, const std::string& site) {
  const Stopwatch watch;
  if (!is_published(steps, folder, site) || !steps.is_ingested() || !steps.is_linked() ||
      !steps.recall_estimate())
    return false;
  for (const char* step : {"ingest", "link", "estimate", "publish"})
    steps.outcome().steps.push_back({step, true, 0});
  steps.outcome().steps.back().seconds = watch.seconds();
  return true;
}

// What a finished run leaves behind. An entry `run` in the ledger belongs here: after the site
// stands, with the keys as proof.
void leave_behind(const Steps& steps, const std::string& folder, const std::string& site) {
  write_state(folder, "publish", steps.keys().publish, {{"site", site}});
}

}  // namespace

Run run(const std::string& folder, const PublishSite& publish, const Face& face) {
  Steps steps(folder, face, {});
  const std::string site = base::join(folder, steps.outcome().config.publish.site);
  if (recall_all(steps, folder, site)) return {std::move(steps.outcome()), site, true};
  steps.ingest();
  steps.link();
  steps.estimate();
  const Stopwatch watch;
  const bool was_published = is_published(steps, folder, site);
  if (!was_published) publish(steps.outcome(), site);
  steps.outcome().steps.push_back({"publish", was_published, watch.seconds()});
  leave_behind(steps, folder, site);
  return {std::move(steps.outcome()), site, false};
}

}  // namespace sanaq::investigation
