// sanaq.link: which records are one person.
#include <nanobind/stl/map.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "asked.h"
#include "bindings.h"
#include "linked.h"
#include "model.h"
#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/captured_persons.h"
#include "sanaq/exchange/link_loaded.h"
#include "sanaq/exchange/register_csv.h"
#include "sanaq/exchange/register_tables.h"
#include "sanaq/link/explain.h"
#include "sanaq/record/record_names.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/result_json.h"
#include "table.h"
#include "work.h"

namespace sanaq::python {
namespace {

using base::Error;
using base::Kind;
using base::message;

LinkHandle link_lists(const Lists& lists, const How& how, const nb::object& progress) {
  Asked asked = asked_of(lists, how);
  const auto linked = std::make_shared<Linked>();
  run(progress, [&](base::Progress& told) {
    exchange::LoadedFiles loaded = load(asked, told);
    splink::Linked made = exchange::link_loaded(loaded, asked.options, asked.splink, told);
    linked->result = std::move(made.result);
    linked->splink = std::move(made.model);
    linked->nicknames = asked.options.nicknames;
    for (tables::IngestedList& list : loaded.lists)
      std::move(list.warnings.begin(), list.warnings.end(), std::back_inserter(linked->warnings));
    linked->records = std::move(loaded.records);
  });
  return {linked};
}

// A table of a linking, made without the GIL.
template <typename Make>
PlainTable made(const LinkHandle& link, const Make& make) {
  return handed_out(
      run_for<record::PlainTable>(nb::none(), [&](base::Progress&) { return make(*link.linked); }));
}

template <typename Make>
nb::bytes bytes_made(const LinkHandle& link, const Make& make) {
  const auto text =
      run_for<std::string>(nb::none(), [&](base::Progress&) { return make(*link.linked); });
  return nb::bytes(text.data(), text.size());
}

record::PlainTable capture_table(const Linked& linked) {
  const estimate::CaptureTable table =
      exchange::captured_persons(linked.records, linked.result.person_of);
  record::PlainTable plain{table.cells.size(), {}};
  for (std::size_t list = 0; list < table.lists.size(); ++list) {
    std::vector<std::int64_t> bits;
    for (const estimate::Cell& cell : table.cells) bits.push_back((cell.listed >> list) & 1U);
    plain.columns.push_back({table.lists[list], std::move(bits)});
  }
  std::vector<std::int64_t> counts;
  for (const estimate::Cell& cell : table.cells) counts.push_back(cell.count);
  plain.columns.push_back({"count", std::move(counts)});
  return plain;
}

std::uint32_t record_named(const record::RecordTable& records, const std::string& list,
                           const std::string& id) {
  const auto found = record::RecordNames(records).find(list, id);
  if (found.size() == 1) return found.front();
  throw Error(found.empty() ? Kind::not_found : Kind::bad_input,
              found.empty()
                  ? message("list {} has no record {}; write its id, or # and its row", list, id)
                  : message("list {} has several records {}; write # and the row of the one that "
                            "is meant",
                            list, id));
}

std::string explanation(const LinkHandle& link, const std::string& left_list,
                        const std::string& left_id, const std::string& right_list,
                        const std::string& right_id) {
  const Linked& linked = *link.linked;
  const auto found = run_for<link::Explanation>(nb::none(), [&](base::Progress&) {
    const std::uint32_t left = record_named(linked.records, left_list, left_id);
    const std::uint32_t right = record_named(linked.records, right_list, right_id);
    return linked.splink
               ? splink::explain(linked.records, *linked.splink, left, right)
               : link::explain(linked.records, linked.result.model, left, right, linked.nicknames);
  });
  report::Json lines = report::Json::array();
  for (const link::Explanation::Line& line : found.lines)
    lines.push_back({{"column", line.column},
                     {"left", line.left},
                     {"right", line.right},
                     {"level", line.level},
                     {"weight_bits", line.weight_bits}});
  return report::json_text(report::Json{{"lines", lines},
                                        {"filled", found.filled},
                                        {"differing", found.differing},
                                        {"differing_bits", found.differing_bits},
                                        {"prior_bits", found.prior_bits},
                                        {"weight_bits", found.weight_bits},
                                        {"probability", found.probability}});
}

std::string json_of(const LinkHandle& link) {
  const Linked& linked = *link.linked;
  return report::json_text(report::link_result(
      linked.records, linked.result, linked.result.person_count, base::Catalog(language())));
}

std::vector<std::string> warnings_of(const LinkHandle& link) {
  const base::Catalog catalog(language());
  std::vector<std::string> all;
  for (const auto* warnings : {&link.linked->warnings, &link.linked->result.warnings}) {
    for (const base::Message& warning : *warnings) all.push_back(catalog.say(warning));
  }
  return all;
}

std::map<std::string, double> seconds_of(const LinkHandle& link) {
  const link::Phase& spent = link.linked->result.seconds;
  return {{"load", spent.load},   {"u", spent.u},         {"em", spent.em},
          {"block", spent.block}, {"score", spent.score}, {"cluster", spent.cluster}};
}

AnyModel model_of(const LinkHandle& link) {
  if (link.linked->splink) return {nullptr, link.linked->splink};
  return {std::make_shared<const link::Model>(link.linked->result.model), nullptr};
}

std::vector<std::string> names_of(const Linked& linked) {
  return exchange::person_names(linked.records, linked.result.person_of);
}

void bind_tables(nb::class_<LinkHandle>& handle) {
  using Link = const LinkHandle&;
  handle
      .def("clusters",
           [](Link link) {
             return made(link, [](const Linked& linked) {
               return exchange::clusters_table(linked.records, linked.result, names_of(linked));
             });
           })
      .def("pairs",
           [](Link link) {
             return made(link, [](const Linked& linked) {
               return exchange::pairs_table(linked.records, linked.result);
             });
           })
      .def("draws",
           [](Link link) {
             return made(link, [](const Linked& linked) {
               return exchange::draws_table(linked.records, linked.result);
             });
           })
      .def("capture", [](Link link) { return made(link, &capture_table); });
}

void bind_files(nb::class_<LinkHandle>& handle) {
  using Link = const LinkHandle&;
  handle
      .def("clusters_csv",
           [](Link link) {
             return bytes_made(link, [](const Linked& linked) {
               return exchange::clusters_csv(linked.records, linked.result, names_of(linked));
             });
           })
      .def("pairs_csv",
           [](Link link) {
             return bytes_made(link, [](const Linked& linked) {
               return exchange::pairs_csv(linked.records, linked.result);
             });
           })
      .def("draws_csv", [](Link link) {
        return bytes_made(link, [](const Linked& linked) {
          return exchange::draws_csv(linked.records, linked.result);
        });
      });
}

}  // namespace

std::vector<estimate::CaptureTable> sampled_of(const Linked& linked,
                                               const std::vector<std::string>& lists) {
  std::vector<std::uint32_t> bits;
  for (const record::List& list : linked.records.lists) {
    const auto found = std::find(lists.begin(), lists.end(), list.name);
    if (found == lists.end())
      throw Error(
          Kind::bad_input,
          message("the list {} of the sampled registers is none of the capture table", list.name));
    bits.push_back(1U << (found - lists.begin()));
  }
  std::vector<estimate::CaptureTable> sampled;
  for (const auto& draw : linked.result.draws) {
    estimate::CaptureTable table = exchange::captured_persons(linked.records, draw);
    for (estimate::Cell& cell : table.cells) {
      std::uint32_t listed = 0;
      for (std::size_t list = 0; list < bits.size(); ++list) {
        if ((cell.listed >> list & 1U) != 0) listed |= bits[list];
      }
      cell.listed = listed;
    }
    table.lists = lists;
    sampled.push_back(estimate::ordered(table));
  }
  return sampled;
}

void bind_link(nb::module_& module) {
  using Link = const LinkHandle&;
  nb::class_<LinkHandle> handle(module, "LinkHandle");
  handle.def("records", [](Link link) { return link.linked->records.record_count(); })
      .def("persons", [](Link link) { return link.linked->result.person_count; })
      .def("candidate_pairs", [](Link link) { return link.linked->result.candidate_pairs; })
      .def("draw_count", [](Link link) { return link.linked->result.draws.size(); })
      .def("lists",
           [](Link link) {
             std::vector<std::string> names;
             for (const record::List& list : link.linked->records.lists) names.push_back(list.name);
             return names;
           })
      .def("warnings", &warnings_of)
      .def("seconds", &seconds_of)
      .def("json", &json_of)
      .def("model", &model_of)
      .def("explain", &explanation, nb::arg("left_list"), nb::arg("left_id"), nb::arg("right_list"),
           nb::arg("right_id"));
  bind_tables(handle);
  bind_files(handle);
  module.def("link", &link_lists, nb::arg("lists"), nb::arg("how"), nb::arg("progress").none());
}

}  // namespace sanaq::python
