#include "sanaq/exchange/choose_engine.h"

#include <utility>

namespace sanaq::exchange {

splink::Linked link_table(const record::RecordTable& table, const link::Options& options,
                          std::shared_ptr<const splink::Model> model, base::Progress& progress) {
  if (model) return splink::link(table, options, std::move(model), progress);
  return {link::link(table, options, progress), nullptr};
}

}  // namespace sanaq::exchange
