#include "sanaq/investigation/own_reports.h"

#include <algorithm>

#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/path_kind.h"

namespace sanaq::investigation {
namespace {

bool is_empty_file(const std::string& path) {
  return base::path_kind(path) == base::PathKind::file && base::file_size(path) == 0;
}

}  // namespace

bool is_own_report(std::string_view file) {
  std::string small(file);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return small == ingest_report_file || small == review_file || small == suggested_file;
}

bool has_own_report(const std::string& folder, std::string_view file, std::string_view csv) {
  const std::string_view header = csv.substr(0, csv.find('\n') + 1);
  return base::beginning_of(base::join(folder, std::string(file)), header.size()) == header;
}

std::optional<base::Message> write_own_report(const std::string& folder, std::string_view file,
                                              std::string_view csv) {
  const std::string name(file), path = base::join(folder, name);
  std::optional<base::Message> said;
  if (base::path_kind(path) != base::PathKind::nothing && !is_empty_file(path) &&
      !has_own_report(folder, file, csv)) {
    const std::string place = base::move_aside(folder, path, name);
    said = base::message("{} was not written by sanaq, which needs the name; it is {} now", name,
                         place);
  }
  base::write_file_whole(path, csv);
  return said;
}

}  // namespace sanaq::investigation
