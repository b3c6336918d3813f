// The label of the level at which two values of a kind agree.
#pragma once
#include <algorithm>
#include <string>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/make_columns.h"
#include "sanaq/link/options.h"

namespace sanaq::link {

inline std::string level_between(Kind kind, const std::string& left, const std::string& right) {
  const record::RecordTable table = a_table({"zz"}, {{left}, {right}, {"a third"}});
  Options options;
  options.model.emplace();
  options.model->comparisons.push_back({"zz", std::string(kind_name(kind)), {}});
  const Columns columns = make_columns(table, options, as_they_stand(table));
  Comparer comparer(columns.features);
  const int level = comparer.compare_one(0, 0, 1), turned = comparer.compare_one(0, 1, 0);
  if (level != turned) return "another level the other way round";
  return level == missing ? "missing" : level_labels(kind)[static_cast<std::size_t>(level)];
}

}  // namespace sanaq::link
