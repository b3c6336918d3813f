#include "sanaq/exchange/linking_inputs.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/exchange/nickname_table.h"
#include "sanaq/exchange/reviewed_pairs.h"
#include "sanaq/link/model_file.h"
#include "sanaq/splink/model.h"

namespace sanaq::exchange {

using base::message;

void load_model(link::Options& options, std::shared_ptr<const splink::Model>& splink_model,
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

std::optional<base::Message> load_labels(link::Options& options, const std::string& path) {
  Labels labels = read_labels(base::MappedFile(path).bytes(), path);
  options.labels = std::move(labels.pairs);
  if (labels.not_judged == 0) return std::nullopt;
  return message("rows without a label, passed over: {}", labels.not_judged);
}

void load_nicknames(link::Options& options, const std::string& path) {
  options.nicknames = read_nicknames(base::MappedFile(path).bytes(), path);
}

}  // namespace sanaq::exchange
