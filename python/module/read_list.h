// A list as it was read.
#pragma once
#include "sanaq/tables/ingested_list.h"

namespace sanaq::python {

struct ReadList {
  tables::IngestedList list;
};

}  // namespace sanaq::python
