#include "sanaq/exchange/link_loaded.h"

#include <string>
#include <utility>
#include <vector>

#include "sanaq/exchange/choose_engine.h"
#include "sanaq/exchange/counting_headers.h"

namespace sanaq::exchange {

link::Options options_for(const LoadedFiles& loaded, const FilesToLink& request,
                          link::Options options) {
  if (request.list_column) options.ignore_headers.push_back(*request.list_column);
  std::vector<OwnHeaders> headers;
  for (const tables::IngestedList& list : loaded.lists)
    headers.push_back({list.counter_headers, list.unmapped_headers});
  for (std::string& header : headers_that_count(headers))
    options.ignore_headers.push_back(std::move(header));
  return options;
}

splink::Linked link_loaded(const LoadedFiles& loaded, const link::Options& options,
                           std::shared_ptr<const splink::Model> model, base::Progress& progress) {
  splink::Linked linked = link_table(loaded.records, options, std::move(model), progress);
  linked.result.seconds.load += loaded.seconds;
  return linked;
}

}  // namespace sanaq::exchange
