#include "sanaq/base/check.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::base {
namespace {

// Below the project's folder: where somebody built the program says something of her machine, and
// nothing of the mistake.
std::string_view in_the_project(std::string_view path) {
  for (const std::string_view top : {"/src/sanaq/", "/tests/"})
    if (const std::size_t at = path.rfind(top); at != std::string_view::npos)
      return path.substr(at + 1);
  return path;
}

}  // namespace

void check(bool holds, std::string_view claim, std::source_location where) {
  if (holds) return;
  throw Error(Kind::bug, message("this is a mistake in sanaq, please report it: {} ({}:{})", claim,
                                 in_the_project(where.file_name()), where.line()));
}

}  // namespace sanaq::base
