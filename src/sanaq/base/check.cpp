#include "sanaq/base/check.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::base {

void check(bool holds, std::string_view claim, std::source_location where) {
  if (holds) return;
  throw Error(Kind::bug, message("this is a mistake in sanaq, please report it: {} ({}:{})", claim,
                                 where.file_name(), where.line()));
}

}  // namespace sanaq::base
