#include "asked.h"

#include <nanobind/stl/map.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <utility>

#include "model.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/link_loaded.h"
#include "sanaq/exchange/nickname_table.h"
#include "sanaq/exchange/reviewed_pairs.h"

namespace sanaq::python {
namespace {

template <typename Value>
void take(const nb::dict& how, const char* name, Value& value) {
  if (how.contains(name) && !how[name].is_none()) value = nb::cast<Value>(how[name]);
}

void take(const nb::dict& how, const char* name, std::optional<Given>& table) {
  if (how.contains(name) && !how[name].is_none()) table = given_table(how[name]);
}

void take_model(const nb::dict& how, Asked& asked) {
  if (!how.contains("model") || how["model"].is_none()) return;
  const auto& model = nb::cast<const AnyModel&>(how["model"]);
  asked.splink = model.splink;
  if (model.own) asked.options.model = *model.own;
  // Splink hands out every pair that it has weighed.
  if (model.splink && (!how.contains("pairs_from") || how["pairs_from"].is_none()))
    asked.options.pair_probability_min = 0;
}

// 1985.0 was once 1985 or 1985 with a blank; an id may have lost zeros or digits on that way.
void refuse_float_ids(const std::vector<std::vector<std::string>>& floats,
                      const exchange::FilesToLink& request, const exchange::LoadedFiles& loaded) {
  for (std::size_t at = 0; at < floats.size(); ++at) {
    const auto& mapping = loaded.lists[at].mapping;
    const auto guessed = mapping.find("id");
    const std::string id =
        request.id_header.value_or(guessed == mapping.end() ? "" : guessed->second);
    if (std::find(floats[at].begin(), floats[at].end(), id) == floats[at].end()) continue;
    throw base::Error(
        base::Kind::bad_input,
        base::message("{}, column {}: these ids are floats, which may have lost digits; read the "
                      "column as text (dtype=str in pandas, pl.String in polars)",
                      request.lists[at].name, id));
  }
}

}  // namespace

Asked asked_of(const nb::list& lists, const nb::dict& how) {
  Asked asked;
  for (const nb::handle list : lists) asked.request.lists.push_back(given_list(list));
  take(how, "id", asked.request.id_header);
  take(how, "list", asked.request.list_column);
  take(how, "columns", asked.request.columns);
  take(how, "one_per_list", asked.request.one_per_list);
  take(how, "block", asked.options.block_rules);
  take(how, "threshold", asked.options.threshold);
  take(how, "draws", asked.options.draws);
  take_model(how, asked);
  take(how, "pairs_from", asked.options.pair_probability_min);
  take(how, "seed", asked.options.seed);
  take(how, "threads", asked.options.threads);
  take(how, "labels", asked.labels);
  take(how, "decisions", asked.decisions);
  take(how, "nicknames", asked.nicknames);
  asked.request.threads = asked.options.threads;
  link::check_options(asked.options);
  return asked;
}

exchange::LoadedFiles load(Asked& asked, base::Progress& progress) {
  if (asked.nicknames)
    asked.options.nicknames =
        exchange::read_nicknames(table_bytes(*asked.nicknames, progress), asked.nicknames->name);
  if (asked.labels)
    asked.options.labels =
        exchange::read_labels(table_bytes(*asked.labels, progress), asked.labels->name).pairs;
  std::vector<std::vector<std::string>> floats;
  for (const exchange::ListToLink& list : asked.request.lists)
    floats.push_back(float_columns(list.stream));
  exchange::LoadedFiles loaded = exchange::load_files(asked.request, progress);
  refuse_float_ids(floats, asked.request, loaded);
  if (asked.decisions) {
    const std::string& name = asked.decisions->name;
    asked.options.decisions = exchange::reviewed_pairs(
        exchange::read_labels(table_bytes(*asked.decisions, progress), name), name, loaded.records);
  }
  asked.options = exchange::options_for(loaded, asked.request, std::move(asked.options));
  return loaded;
}

}  // namespace sanaq::python
