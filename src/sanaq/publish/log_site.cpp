#include "sanaq/publish/log_site.h"

#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/settings/config.h"

namespace sanaq::publish {
namespace {

bool leads_through_folders(const std::string& site, const std::string& path) {
  for (std::string folder = base::parent_folder(path); !folder.empty();
       folder = base::parent_folder(folder)) {
    if (base::path_kind(base::join(site, folder)) != base::PathKind::folder) return false;
  }
  return true;
}

}  // namespace

bool has_log(const std::string& folder) {
  return !base::file_exists(base::join(folder, std::string(settings::settings_file))) &&
         base::path_kind(base::join(folder, log_checkpoint_file)) != base::PathKind::nothing;
}

log::ReadFile read_files_of(const std::string& site) {
  return [site](const std::string& path) -> std::optional<std::string> {
    const std::string whole = base::join(site, path);
    if (!leads_through_folders(site, path) || base::path_kind(whole) != base::PathKind::file)
      return std::nullopt;
    return base::read_file(whole);
  };
}

std::optional<SignedCheckpoint> read_checkpoint(std::string_view text) {
  auto note = log::parse_note(text);
  if (!note) return std::nullopt;
  const auto checkpoint = log::parse_checkpoint(note->text);
  if (!checkpoint || !checkpoint->extensions.empty()) return std::nullopt;
  return SignedCheckpoint{std::move(*note), *checkpoint};
}

std::optional<std::vector<log::NoteKey>> read_log_keys(std::string_view text,
                                                       const std::string& origin) {
  std::vector<log::NoteKey> keys;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return std::nullopt;
    const auto key = log::parse_vkey(text.substr(0, end));
    if (!key || key->type != log::ed25519_type || key->name != origin) return std::nullopt;
    keys.push_back(*key);
    text.remove_prefix(end + 1);
  }
  if (keys.empty()) return std::nullopt;
  return keys;
}

}  // namespace sanaq::publish
