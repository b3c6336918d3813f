#include "given.h"

#include <nanobind/stl/string.h>

#include <string_view>
#include <unordered_map>
#include <utility>

#include "read_list.h"
#include "sanaq/exchange/csv_table.h"
#include "sanaq/exchange/plain_csv.h"
#include "sanaq/tables/arrow.h"

namespace sanaq::python {
namespace {

ArrowArrayStream* stream_in(nb::handle capsule) {
  void* const stream = PyCapsule_GetPointer(capsule.ptr(), "arrow_array_stream");
  if (stream == nullptr) nb::raise_python_error();
  return static_cast<ArrowArrayStream*>(stream);
}

}  // namespace

Given given_table(nb::handle given) {
  Given table{nb::cast<std::string>(given[0]), nullptr, ""};
  const nb::object content = given[1];
  if (PyCapsule_CheckExact(content.ptr()) != 0) {
    table.stream = stream_in(content);
  } else {
    const auto bytes = nb::cast<nb::bytes>(content);
    table.bytes.assign(bytes.c_str(), bytes.size());
  }
  return table;
}

record::PlainTable plain_table(const Given& given, base::Progress& progress) {
  if (!given.is_file()) return tables::from_arrow(given.name, given.stream, progress);
  const exchange::CsvTable csv = exchange::read_table(given.bytes, given.name);
  record::PlainTable table;
  table.rows = csv.rows.size();
  for (std::size_t at = 0; at < csv.header.size(); ++at) {
    record::CodedTexts texts;
    std::unordered_map<std::string, std::uint32_t> codes;
    for (const auto& row : csv.rows) {
      const auto next = static_cast<std::uint32_t>(texts.texts.size());
      const auto [found, is_new] = codes.try_emplace(row[at], next);
      if (is_new) texts.texts.push_back(row[at]);
      texts.codes.push_back(found->second);
    }
    table.columns.push_back({csv.header[at], std::move(texts)});
  }
  return table;
}

std::string table_bytes(const Given& given, base::Progress& progress) {
  if (given.is_file()) return given.bytes;
  return exchange::plain_csv(tables::from_arrow(given.name, given.stream, progress));
}

exchange::ListToLink given_list(nb::handle given) {
  exchange::ListToLink list{nb::cast<std::string>(given[0])};
  const nb::object content = given[1];
  if (PyCapsule_CheckExact(content.ptr()) != 0) {
    list.stream = stream_in(content);
  } else if (nb::isinstance<ReadList>(content)) {
    list.ingested = &nb::cast<const ReadList&>(content).list;
  } else {
    list.file = nb::cast<std::string>(content);
  }
  return list;
}

std::vector<std::string> float_columns(ArrowArrayStream* stream) {
  std::vector<std::string> floats;
  if (stream == nullptr || stream->release == nullptr) return floats;
  ArrowSchema schema{};
  if (stream->get_schema(stream, &schema) != 0) return floats;  // the reader of the rows says why
  for (std::int64_t at = 0; at < schema.n_children; ++at) {
    const ArrowSchema& column = *schema.children[at];
    const ArrowSchema& values = column.dictionary == nullptr ? column : *column.dictionary;
    const std::string_view format = values.format;
    if ((format == "e" || format == "f" || format == "g") && column.name != nullptr)
      floats.emplace_back(column.name);
  }
  schema.release(&schema);
  return floats;
}

}  // namespace sanaq::python
