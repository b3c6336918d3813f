#include "sanaq/record/plain_table.h"

namespace sanaq::record {

const PlainColumn* PlainTable::find(const std::string& name) const {
  for (const PlainColumn& column : columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

}  // namespace sanaq::record
