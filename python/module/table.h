// A table of the library as Python has it.
#pragma once
#include <nanobind/nanobind.h>

#include <memory>
#include <utility>

#include "sanaq/record/plain_table.h"

namespace sanaq::python {

namespace nb = nanobind;

struct PlainTable {
  std::shared_ptr<const record::PlainTable> table;
};

[[nodiscard]] inline PlainTable handed_out(record::PlainTable table) {
  return {std::make_shared<const record::PlainTable>(std::move(table))};
}

}  // namespace sanaq::python
