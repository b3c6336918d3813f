// sanaq.compare_pairs: a table of pairs, each scored by itself, or all by one model.
#include <nanobind/stl/string.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "bindings.h"
#include "given.h"
#include "model.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/compare_table.h"
#include "sanaq/exchange/compared_names.h"
#include "sanaq/exchange/link_loaded.h"
#include "sanaq/exchange/plain_csv.h"
#include "sanaq/link/explain.h"
#include "sanaq/record/record_names.h"
#include "sanaq/splink/link.h"
#include "sanaq/tables/arrow.h"
#include "table.h"
#include "work.h"

namespace sanaq::python {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr const char* pair_header = "sanaq pair";

// The columns of one side, without _l or _r, and the number of each pair as its record's id.
record::PlainTable side_of(const record::PlainTable& pairs, const std::string& ending) {
  record::PlainTable side{pairs.rows, {}};
  std::vector<std::int64_t> numbers;
  for (std::size_t row = 0; row < pairs.rows; ++row)
    numbers.push_back(static_cast<std::int64_t>(row) + 2);  // as a spreadsheet shows it
  side.columns.push_back({pair_header, std::move(numbers)});
  for (const record::PlainColumn& column : pairs.columns) {
    if (!column.name.ends_with(ending)) continue;
    const std::string name = column.name.substr(0, column.name.size() - ending.size());
    if (name != "list" && name != "record" && name != "id")
      side.columns.push_back({name, column.values});
  }
  if (side.columns.size() == 1)
    throw Error(Kind::bad_input,
                message("there is no column that ends in {}; name the columns of the two sides "
                        "name_l and name_r",
                        ending));
  return side;
}

record::RecordTable records_of(const record::PlainTable& pairs, base::Progress& progress) {
  ArrowArrayStream left{}, right{};
  tables::to_arrow(std::make_shared<const record::PlainTable>(side_of(pairs, "_l")), &left);
  tables::to_arrow(std::make_shared<const record::PlainTable>(side_of(pairs, "_r")), &right);
  exchange::FilesToLink request;
  request.lists = {{"l", "", &left}, {"r", "", &right}};
  request.id_header = pair_header;
  return exchange::load_files(request, progress).records;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Pairs indices_of(const record::RecordTable& records, std::size_t rows) {
  const record::RecordNames names(records);
  Pairs pairs;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string id = std::to_string(row + 2);
    const auto left = names.find("l", id), right = names.find("r", id);
    if (left.size() != 1 || right.size() != 1)
      throw Error(Kind::bad_input,
                  message("row {}: one side of this pair says nothing; take it out", id));
    pairs.emplace_back(left.front(), right.front());
  }
  return pairs;
}

std::vector<link::Explanation> explained(const record::RecordTable& records, const AnyModel& model,
                                         const Pairs& pairs, base::Progress& progress) {
  if (model.own) return link::explain_pairs(records, *model.own, pairs);
  std::vector<link::Explanation> all;
  for (const auto& [left, right] : pairs) {
    progress.throw_if_stopped();
    all.push_back(splink::explain(records, *model.splink, left, right));
  }
  return all;
}

record::CodedTexts texts_of(const std::vector<std::string>& cells) {
  record::CodedTexts coded;
  std::map<std::string, std::uint32_t> codes;
  for (const std::string& cell : cells) {
    const auto next = static_cast<std::uint32_t>(coded.texts.size());
    const auto [found, is_new] = codes.emplace(cell, next);
    if (is_new) coded.texts.push_back(cell);
    coded.codes.push_back(found->second);
  }
  return coded;
}

record::PlainTable by_model(const record::PlainTable& pairs, const AnyModel& model, double prior,
                            base::Progress& progress) {
  const record::RecordTable records = records_of(pairs, progress);
  const auto found = explained(records, model, indices_of(records, pairs.rows), progress);
  std::vector<double> weights, probabilities;
  std::vector<std::vector<std::string>> levels(found.front().lines.size());
  const double prior_bits = std::log2(prior / (1 - prior));
  for (const link::Explanation& pair : found) {
    weights.push_back(pair.weight_bits);
    probabilities.push_back(1 / (1 + std::exp2(-pair.weight_bits - prior_bits)));
    for (std::size_t at = 0; at < levels.size(); ++at) levels[at].push_back(pair.lines[at].level);
  }
  std::vector<std::string> cases;
  const record::PlainColumn* given = pairs.find("case");
  for (std::size_t row = 0; row < pairs.rows; ++row) {
    const auto* texts = given == nullptr ? nullptr : &std::get<record::CodedTexts>(given->values);
    cases.push_back(texts == nullptr ? std::to_string(row + 2) : texts->texts[texts->codes[row]]);
  }
  record::PlainTable scores{pairs.rows, {}};
  scores.columns.push_back({"case", texts_of(cases)});
  scores.columns.push_back({"weight_bits", std::move(weights)});
  scores.columns.push_back({"probability", std::move(probabilities)});
  for (std::size_t at = 0; at < levels.size(); ++at)
    scores.columns.push_back({found.front().lines[at].column, texts_of(levels[at])});
  return scores;
}

PlainTable compare_pairs(const nb::object& table, const std::string& kind, double prior,
                         const nb::object& model) {
  const Given given = given_table(table);
  if (!(prior > 0 && prior < 1))
    throw Error(Kind::usage,
                message("--prior is {}; give a number between 0 and 1, such as 0.5", prior));
  const text::PossibleKinds kinds = exchange::kinds_of_word(kind);
  const AnyModel known = model.is_none() ? AnyModel{} : nb::cast<AnyModel>(model);
  return handed_out(run_for<record::PlainTable>(nb::none(), [&](base::Progress& told) {
    if (known.own || known.splink) return by_model(plain_table(given, told), known, prior, told);
    const std::string pairs = table_bytes(given, told);
    return exchange::register_table_from_csv(
        exchange::score_pairs(pairs, given.name, kinds, prior, text::NameTables::built_in(), told)
            .csv,
        given.name);
  }));
}

}  // namespace

void bind_compare_pairs(nb::module_& module) {
  module.def("compare_pairs", &compare_pairs, nb::arg("table"), nb::arg("kind"), nb::arg("prior"),
             nb::arg("model").none());
}

}  // namespace sanaq::python
