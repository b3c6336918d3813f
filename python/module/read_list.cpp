// sanaq.read_list: a file as people send it, and what of it could not be read.
#include "read_list.h"

#include <nanobind/stl/map.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <string>
#include <utility>

#include "bindings.h"
#include "sanaq/base/catalog.h"
#include "sanaq/tables/ingest.h"
#include "table.h"
#include "work.h"

namespace sanaq::python {
namespace {

// Columns of texts, filled row by row.
class TextRows {
 public:
  explicit TextRows(const std::vector<std::string>& names) {
    for (const std::string& name : names) table_.columns.push_back({name, record::CodedTexts{}});
  }
  void add(const std::vector<std::string>& cells) {
    for (std::size_t at = 0; at < cells.size(); ++at) {
      auto& texts = std::get<record::CodedTexts>(table_.columns[at].values);
      texts.codes.push_back(static_cast<std::uint32_t>(texts.texts.size()));
      texts.texts.push_back(cells[at]);
    }
    rows_.push_back(0);
    ++table_.rows;
  }
  void row_is(std::int64_t row) { rows_.back() = row; }
  // With the rows behind the first column.
  record::PlainTable table() && {
    table_.columns.insert(table_.columns.begin() + 1, {"row", std::move(rows_)});
    return std::move(table_);
  }

 private:
  record::PlainTable table_;
  std::vector<std::int64_t> rows_;
};

record::PlainTable report_of(const tables::IngestedList& list, const std::string& language) {
  const base::Catalog catalog(language);
  TextRows rows({"kind", "column", "value", "reason", "advice"});
  for (const tables::RefusedRow& refused : list.refused) {
    rows.add({"refused row", "", "", catalog.say(refused.reason), ""});
    rows.row_is(refused.row);
  }
  const auto add = [&](const char* kind, const std::vector<record::BadCell>& cells) {
    for (const record::BadCell& cell : cells) {
      rows.add({kind, cell.column, cell.value, catalog.say(cell.reason), catalog.say(cell.advice)});
      rows.row_is(cell.row);
    }
  };
  add("bad cell", list.bad_cells);
  add("doubtful cell", list.doubtful_cells);
  return std::move(rows).table();
}

// The records with their ids and the cells as they are written.
record::PlainTable cells_of(const tables::IngestedList& list) {
  const record::RecordTable& records = list.records;
  record::PlainTable table{records.record_count(), {}};
  const auto mapped = list.mapping.find("id");
  record::CodedTexts ids;
  for (const std::string& id : records.ids) {
    ids.codes.push_back(static_cast<std::uint32_t>(ids.texts.size()));
    ids.texts.push_back(id);
  }
  table.columns.push_back(
      {mapped == list.mapping.end() ? "record" : mapped->second, std::move(ids)});
  for (const record::Column& column : records.columns) {
    if (table.find(column.header) == nullptr)
      table.columns.push_back({column.header, record::CodedTexts{column.codes, column.values}});
  }
  return table;
}

ReadList read_list(const std::string& path, const std::string& name, const How& how) {
  tables::ListSource source;
  source.name = name;
  source.path = path;
  source.sheets = nb::cast<std::vector<std::string>>(how["sheets"]);
  source.encoding = nb::cast<std::optional<std::string>>(how["encoding"]);
  source.columns = nb::cast<std::map<std::string, std::string>>(how["columns"]);
  source.id_header = nb::cast<std::optional<std::string>>(how["id"]);
  ReadList read;
  run(nb::none(), [&](base::Progress& told) { read.list = tables::ingest(source, told); });
  return read;
}

std::vector<std::string> warnings_of(const ReadList& read) {
  const base::Catalog catalog(language());
  std::vector<std::string> all;
  for (const base::Message& warning : read.list.warnings) all.push_back(catalog.say(warning));
  return all;
}

}  // namespace

void bind_read_list(nb::module_& module) {
  using Read = const ReadList&;
  nb::class_<ReadList>(module, "ReadList")
      .def("name", [](Read read) { return read.list.records.lists.front().name; })
      .def("records", [](Read read) { return read.list.records.record_count(); })
      .def("rows_read", [](Read read) { return read.list.rows_read; })
      .def("blank_rows", [](Read read) { return read.list.blank_rows; })
      .def("refused_rows", [](Read read) { return read.list.refused.size(); })
      .def("encoding", [](Read read) { return read.list.encoding; })
      .def("delimiter", [](Read read) { return read.list.delimiter; })
      .def("header_row", [](Read read) { return read.list.header_row; })
      .def("version", [](Read read) { return read.list.records.lists.front().version; })
      .def("mapping", [](Read read) { return read.list.mapping; })
      .def("unmapped", [](Read read) { return read.list.unmapped_headers; })
      .def("warnings", &warnings_of)
      .def("report", [](Read read) { return handed_out(report_of(read.list, language())); })
      .def("cells", [](Read read) { return handed_out(cells_of(read.list)); });
  module.def("read_list", &read_list, nb::arg("path"), nb::arg("name"), nb::arg("how"));
}

}  // namespace sanaq::python
