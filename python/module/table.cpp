// Tables out as Arrow streams, columns as lists; and a dict of lists as a table.
#include "table.h"

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "bindings.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/plain_csv.h"
#include "sanaq/tables/arrow.h"
#include "work.h"

namespace sanaq::python {
namespace {

using base::Error;
using base::Kind;
using base::message;

void release_capsule(PyObject* capsule) {
  auto* const stream =
      static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
  if (stream == nullptr) return;
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

// What is asked for of the schema is a wish, which need not be granted.
nb::object as_stream(const PlainTable& table, const nb::object&) {
  auto stream = std::make_unique<ArrowArrayStream>();
  tables::to_arrow(table.table, stream.get());
  PyObject* const capsule = PyCapsule_New(stream.get(), "arrow_array_stream", &release_capsule);
  if (capsule == nullptr) {
    stream->release(stream.get());
    nb::raise_python_error();
  }
  static_cast<void>(stream.release());  // the capsule's now
  return nb::steal(capsule);
}

const record::PlainColumn& column_of(const PlainTable& table, const std::string& name) {
  if (const record::PlainColumn* column = table.table->find(name)) return *column;
  std::string all;
  for (const record::PlainColumn& column : table.table->columns)
    all += (all.empty() ? "" : ", ") + column.name;
  throw Error(Kind::usage, message("there is no column {}; there are: {}", name, all));
}

template <typename Number>
Lists numbers(const std::vector<Number>& values) {
  Lists list;
  for (const Number value : values) list.append(value);
  return list;
}

// Each distinct text becomes one Python string.
Lists column_list(const PlainTable& table, const std::string& name) {
  const record::PlainColumn& column = column_of(table, name);
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values))
    return numbers(*whole);
  if (const auto* decimal = std::get_if<std::vector<double>>(&column.values))
    return numbers(*decimal);
  const auto& coded = std::get<record::CodedTexts>(column.values);
  std::vector<nb::object> texts(coded.texts.size());
  Lists list;
  for (const std::uint32_t code : coded.codes) {
    if (!texts[code].is_valid()) texts[code] = nb::cast(coded.texts[code]);
    list.append(texts[code]);
  }
  return list;
}

std::string column_kind(const PlainTable& table, const std::string& name) {
  const auto& values = column_of(table, name).values;
  return std::holds_alternative<record::CodedTexts>(values)          ? "str"
         : std::holds_alternative<std::vector<std::int64_t>>(values) ? "int"
                                                                     : "float";
}

// As a cell of Arrow is written.
std::string text_of(nb::handle value, const std::string& table, const std::string& column,
                    std::int64_t row) {
  if (value.is_none()) return "";
  if (PyUnicode_Check(value.ptr())) return nb::cast<std::string>(value);
  if (PyBool_Check(value.ptr())) return nb::cast<bool>(value) ? "true" : "false";
  if (PyLong_Check(value.ptr())) return nb::cast<std::string>(nb::str(value));
  if (PyFloat_Check(value.ptr())) {
    const double number = nb::cast<double>(value);
    if (std::isnan(number)) return "";
    constexpr double whole_max = 9007199254740992;  // 2^53
    return number == std::trunc(number) && std::abs(number) <= whole_max
               ? std::to_string(static_cast<std::int64_t>(number))
               : fmt::format("{}", number);
  }
  // Days and times of day, and numbers of numpy.
  if (nb::hasattr(value, "isoformat"))
    return nb::cast<std::string>(nb::str(value.attr("isoformat")(nb::str(" "))));
  if (nb::hasattr(value, "item")) return text_of(value.attr("item")(), table, column, row);
  throw Error(Kind::bad_input,
              message("{}, row {}, column {}: a cell of type {} cannot be read; write a text, a "
                      "number or a day",
                      table, row, column, nb::cast<std::string>(value.type().attr("__name__"))));
}

std::string cell_of(nb::handle value, const std::string& table, const std::string& column,
                    std::int64_t row) {
  const auto type = nb::cast<std::string>(value.type().attr("__name__"));
  if (type == "NAType" || type == "NaTType") return "";
  // A day without a time of day takes no separator.
  if (nb::hasattr(value, "isoformat") && !nb::hasattr(value, "hour"))
    return nb::cast<std::string>(value.attr("isoformat")());
  return text_of(value, table, column, row);
}

record::CodedTexts coded(nb::handle cells, const std::string& table, const std::string& column) {
  record::CodedTexts made;
  std::unordered_map<std::string, std::uint32_t> codes;
  std::int64_t row = 1;  // of the header
  constexpr std::int64_t rows_between_signals = 4096;
  for (const nb::handle cell : nb::iter(cells)) {
    if (row % rows_between_signals == 0 && PyErr_CheckSignals() != 0) nb::raise_python_error();
    std::string text = cell_of(cell, table, column, ++row);
    const auto next = static_cast<std::uint32_t>(made.texts.size());
    const auto [found, is_new] = codes.try_emplace(text, next);
    if (is_new) made.texts.push_back(std::move(text));
    made.codes.push_back(found->second);
  }
  return made;
}

PlainTable table_of(const std::string& name, const How& columns) {
  record::PlainTable table;
  for (const auto& [key, cells] : columns) {
    if (!PyUnicode_Check(key.ptr()))
      throw Error(Kind::usage, message("{}: the name of a column must be a text", name));
    const auto header = nb::cast<std::string>(key);
    record::CodedTexts texts = coded(cells, name, header);
    if (!table.columns.empty() && texts.codes.size() != table.rows)
      throw Error(Kind::bad_input, message("{}: column {} has {} rows, and {} has {}; all columns "
                                           "need as many",
                                           name, header, texts.codes.size(),
                                           table.columns.front().name, table.rows));
    table.rows = texts.codes.size();
    table.columns.push_back({header, std::move(texts)});
  }
  return handed_out(std::move(table));
}

}  // namespace

void bind_table(nb::module_& module) {
  nb::class_<PlainTable>(module, "PlainTable")
      .def("__arrow_c_stream__", &as_stream, nb::arg("requested_schema") = nb::none())
      .def("rows", [](const PlainTable& table) { return table.table->rows; })
      .def("names",
           [](const PlainTable& table) {
             std::vector<std::string> names;
             for (const record::PlainColumn& column : table.table->columns)
               names.push_back(column.name);
             return names;
           })
      .def("column", &column_list, nb::arg("name"))
      .def("kind", &column_kind, nb::arg("name"))
      .def("csv", [](const PlainTable& table) {
        std::string csv;
        run(nb::none(), [&](base::Progress&) { csv = exchange::plain_csv(*table.table); });
        return nb::bytes(csv.data(), csv.size());
      });
  module.def("table_of", &table_of, nb::arg("name"), nb::arg("columns"));
}

}  // namespace sanaq::python
