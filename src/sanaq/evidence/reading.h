// What a file says of itself.
#pragma once
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/evidence/fact.h"
#include "sanaq/evidence/file_sort.h"

namespace sanaq::evidence {

struct Reading {
  FileSort sort = FileSort::other;
  std::vector<Fact> facts;              // in the order in which the file has them
  std::vector<base::Problem> problems;  // what could not be read: damaged, encrypted, too large
};

}  // namespace sanaq::evidence
