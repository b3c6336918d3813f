#include "sanaq/workspace/start_places.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/system.h"

namespace sanaq::workspace {
namespace {

constexpr std::size_t name_bytes_most = 80;

std::string home() {
  const auto folder = base::environment("HOME");
  if (!folder)
    throw base::Error(base::Kind::not_found,
                      base::message("there is no home folder; name the whole path of a folder"));
  return *folder;
}

std::string_view stripped(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::string investigations_folder() { return base::join(home(), "sanaq"); }

std::string typed_folder(std::string_view typed) {
  const std::string_view text = stripped(typed);
  if (text.empty()) return "";
  if (text.starts_with('/')) return base::absolute_path(std::string(text));
  if (text == "~") return base::absolute_path(home());
  if (text.starts_with("~/"))
    return base::absolute_path(base::join(home(), std::string(text.substr(2))));
  return base::absolute_path(base::join(investigations_folder(), std::string(text)));
}

std::string folder_for_title(std::string_view title) {
  std::string_view text = stripped(title);
  while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
  std::string name = text.empty() ? "" : base::portable_file_name(text);
  if (name.size() > name_bytes_most) {
    std::size_t end = name_bytes_most;
    while ((static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name.resize(end);
  }
  while (name.ends_with(' ') || name.ends_with('.')) name.pop_back();
  if (name.empty()) name = "count";
  const std::string first = base::join(investigations_folder(), name);
  for (int count = 1;; ++count) {
    const std::string folder = count == 1 ? first : first + "-" + std::to_string(count);
    if (base::path_kind(folder) == base::PathKind::nothing) return base::absolute_path(folder);
  }
}

}  // namespace sanaq::workspace
