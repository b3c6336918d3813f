// A small site with a log, written as docs/formats/log.md says and in no other way: what the
// verification is tried on, and a slow twin of what sanaq publishes.
#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "help/note_signer.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/log/log_checkpoint.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/log/log_manifest.h"
#include "sanaq/log/log_publication.h"
#include "sanaq/log/merkle.h"
#include "sanaq/log/open_lists.h"
#include "sanaq/log/tiles.h"
#include "sanaq/publish/log_code.h"

namespace sanaq::help {

using SiteFiles = std::map<std::string, std::string>;  // path -> bytes

class PlainSite {
 public:
  explicit PlainSite(std::string origin = "example.org/count", int key_number = 1);
  // Adds a publication with these pages and these newly opened public forms. `closes`: leaves that
  // are closed, each by the form of that number. Gives the index of each form.
  std::vector<std::uint64_t> publish(const SiteFiles& pages, const std::vector<std::string>& forms,
                                     const std::map<std::uint64_t, std::size_t>& closes = {});
  [[nodiscard]] const SiteFiles& files() const { return files_; }
  void write_to(const std::string& folder) const;  // replaces the folder
  [[nodiscard]] std::uint64_t size() const { return entries_.size(); }
  [[nodiscard]] const std::string& code() const { return code_; }
  // What is padded, kept and listed may be made false before a publication, to see it found.
  std::vector<std::string> keep;
  std::string page_of_entries;  // a path NAME.entries.json that shows all open leaves
  // A publication's size is the next multiple of `step` that has so much room. sanaq's own by
  // itself; smaller ones make a site of which every bit can be tried.
  std::uint64_t step = 256, room = 64;
  NoteSigner signer;

 private:
  void add_batch(const std::vector<std::string>& forms, std::uint64_t until);
  void write_log(const SiteFiles& pages);
  std::string origin_, code_;
  SiteFiles files_;
  std::vector<std::string> entries_;
  std::map<std::uint64_t, log::OpenedLeaf> open_;
  std::uint64_t before_ = 0;
};

inline log::Hash salt_of(const std::string& form) { return log::sha256("salt of " + form); }

inline std::string entry_of(const std::string& form) {
  return log::entry_text(log::commitment_of(salt_of(form), form));
}

inline PlainSite::PlainSite(std::string origin, int key_number)
    : signer(origin, log::ed25519_type, key_number), origin_(std::move(origin)) {}

inline void PlainSite::add_batch(const std::vector<std::string>& forms, std::uint64_t until) {
  std::vector<std::string> batch;
  for (const std::string& form : forms) batch.push_back(entry_of(form));
  while (entries_.size() + batch.size() + 1 < until)
    batch.push_back(entry_of("padding " + std::to_string(entries_.size() + batch.size())));
  std::sort(batch.begin(), batch.end());
  entries_.insert(entries_.end(), batch.begin(), batch.end());
}

inline std::vector<std::uint64_t> PlainSite::publish(
    const SiteFiles& pages, const std::vector<std::string>& forms,
    const std::map<std::uint64_t, std::size_t>& closes) {
  std::erase_if(files_, [](const auto& file) {
    return !file.first.starts_with("log/open/") && !file.first.starts_with("log/publication/") &&
           !file.first.starts_with("log/tile/");
  });
  before_ = entries_.size();
  const std::uint64_t size = (before_ + forms.size() + room + step - 1) / step * step;
  add_batch(forms, size);
  log::OpenList list;
  std::vector<std::uint64_t> indices;
  for (const std::string& form : forms) {
    const auto found = std::find(entries_.begin() + static_cast<std::ptrdiff_t>(before_),
                                 entries_.end(), entry_of(form));
    const auto index = static_cast<std::uint64_t>(found - entries_.begin());
    indices.push_back(index);
    list.opened.insert(index);
    open_[index] = {form, index, salt_of(form)};
  }
  for (const auto& [index, form] : closes) {
    list.closed[index] = indices.at(form);
    open_.erase(index);
  }
  files_[log::open_list_path(size)] = log::open_list_text(list);
  write_log(pages);
  return indices;
}

inline void PlainSite::write_log(const SiteFiles& pages) {
  const std::uint64_t size = entries_.size() + 1;
  for (const auto& [path, bytes] : pages) files_[path] = bytes;
  std::vector<log::OpenedLeaf> leaves;
  for (const auto& [index, leaf] : open_) leaves.push_back(leaf);
  files_["log/opened.jsonl"] = log::opened_text(leaves);
  if (!page_of_entries.empty()) files_[page_of_entries] = log::entries_json(leaves);
  files_["log/key.txt"] = log::vkey_text(signer.key) + "\n";
  log::LogManifest manifest{log::sha256("manifest " + std::to_string(size)), keep, {}, {}};
  manifest.code_pages.set("log/index.html", base::sha256_hex("<p></p>"));
  for (const auto& [path, bytes] : files_)
    if (!log::is_outside_manifest(path)) manifest.files.set(path, base::sha256_hex(bytes));
  files_["log/manifest.txt"] = log::manifest_text(manifest);
  const std::string body =
      log::publication_body({before_, "2026-11-30", base::sha256_hex(files_["log/manifest.txt"]),
                             base::sha256_hex(files_[log::open_list_path(size)]), origin_, size});
  entries_.push_back(entry_of(body));
  files_[log::publication_path(size)] = log::opened_line({body, size - 1, salt_of(body)}) + "\n";
  const log::Growth tree = log::grow(0, entries_, [](const std::string&) { return std::nullopt; });
  for (const log::TreeFile& file : tree.files) files_[file.path] = file.bytes;
  const log::Checkpoint checkpoint{origin_, size, tree.root, {}};
  code_ = publish::log_code(checkpoint);
  files_["log/index.html"] = "<p>" + code_ + "</p>";
  const std::string text = log::checkpoint_text(checkpoint);
  files_["log/checkpoint"] =
      log::note_text({text, {log::sign_note(signer.key, text, signer.sign)}});
}

inline void PlainSite::write_to(const std::string& folder) const {
  base::remove_tree(folder);
  for (const auto& [path, bytes] : files_) {
    base::make_folder(base::join(folder, base::parent_folder(path)));
    base::write_file_whole(base::join(folder, path), bytes);
  }
}

}  // namespace sanaq::help
