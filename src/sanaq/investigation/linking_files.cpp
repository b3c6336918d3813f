#include "sanaq/investigation/linking_files.h"

#include "sanaq/base/files.h"
#include "sanaq/exchange/linking_inputs.h"
#include "sanaq/settings/config.h"
#include "sanaq/splink/model.h"

namespace sanaq::investigation {

std::optional<base::Message> load_linking_files(settings::Config& config,
                                                const std::string& folder) {
  const settings::LinkingFiles& files = config.linking_files;
  if (!files.model.empty())
    exchange::load_model(config.link, config.splink_model, base::join(folder, files.model));
  if (!files.nicknames.empty())
    exchange::load_nicknames(config.link, base::join(folder, files.nicknames));
  if (files.labels.empty()) return std::nullopt;
  return exchange::load_labels(config.link, base::join(folder, files.labels));
}

}  // namespace sanaq::investigation
