#include "sanaq/investigation/linking_files.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/nickname_table.h"
#include "sanaq/investigation/reviewed_pairs.h"
#include "sanaq/link/model_file.h"
#include "sanaq/splink/model.h"

namespace sanaq::investigation {

using base::message;

void take_model(link::Options& options, std::shared_ptr<const splink::Model>& splink_model,
                const std::string& path) {
  const std::string text = base::read_file(path);
  options.model.reset();
  splink_model.reset();
  if (link::looks_like_own_model(text)) {
    options.model = link::read_model(text, path);
  } else if (splink::looks_like_model(text)) {
    splink_model = std::make_shared<const splink::Model>(splink::parse_model(text, path));
  } else {
    throw base::Error(
        base::Kind::bad_input,
        message("{}: this is no model that sanaq link --save-model or Splink has saved", path));
  }
}

std::optional<base::Message> take_labels(link::Options& options, const std::string& path) {
  Labels labels = read_labels(base::MappedFile(path).bytes(), path);
  options.labels = std::move(labels.pairs);
  if (labels.not_judged == 0) return std::nullopt;
  return message("rows without a label, passed over: {}", labels.not_judged);
}

void take_nicknames(link::Options& options, const std::string& path) {
  options.nicknames = read_nicknames(base::MappedFile(path).bytes(), path);
}

std::optional<base::Message> take_linking_files(Config& config, const std::string& folder) {
  const LinkingFiles& files = config.linking_files;
  if (!files.model.empty())
    take_model(config.link, config.splink_model, base::join(folder, files.model));
  if (!files.nicknames.empty()) take_nicknames(config.link, base::join(folder, files.nicknames));
  if (files.labels.empty()) return std::nullopt;
  return take_labels(config.link, base::join(folder, files.labels));
}

}  // namespace sanaq::investigation
