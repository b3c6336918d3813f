#include "sanaq/publish/log_file_check.h"

#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

using base::message;

void judge_listed(const std::string& path, std::string_view hash, const std::string& code,
                  bool is_there, const log::ReadFile& read_file, LogReport& report) {
  const auto bytes = read_file(path);
  if (!is_there)
    report.add(LogWord::missing, path, message("this was published and is missing"));
  else if (!bytes ||
           base::sha256_hex(code.empty() ? *bytes : log::with_code_out(*bytes, code)) != hash)
    report.add(LogWord::changed, path, message("this is not what was published"));
}

// What the log itself writes beside the manifest is judged elsewhere; the rest of log/ is listed.
bool is_known(const log::LogManifest& manifest, const std::string& path) {
  return manifest.files.contains(path) || manifest.code_pages.contains(path) ||
         log::is_outside_manifest(path) || log::is_kept(manifest.keep, path);
}

}  // namespace

void check_files(const log::LogManifest& manifest, const log::ReadFile& read_file,
                 const std::vector<base::TreeEntry>& entries, LogReport& report,
                 base::Progress& progress) {
  std::map<std::string, base::PathKind> there;
  for (const base::TreeEntry& entry : entries) there[entry.path] = entry.kind;
  report.files = manifest.files.size() + manifest.code_pages.size();
  progress.start(message("checking the site"), static_cast<std::int64_t>(report.files));
  std::int64_t done = 0;
  for (const auto* files : {&manifest.files, &manifest.code_pages}) {
    for (const auto& [listed, hash] : *files) {
      const std::string path(listed);
      progress.throw_if_stopped();
      judge_listed(path, hash, files == &manifest.files ? std::string() : report.code,
                   there.contains(path), read_file, report);
      progress.advance_to(++done);
    }
  }
  for (const auto& [path, kind] : there)
    if (kind != base::PathKind::folder && !is_known(manifest, path))
      report.add(LogWord::extra, path, message("nobody published this"));
  progress.finish();
}

}  // namespace sanaq::publish
