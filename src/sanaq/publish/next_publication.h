// What a publication adds to the public log, and the files of the site that follow from it. Nothing
// is added if nothing that is open changed.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/disclose/public_forms.h"
#include "sanaq/log/file_hashes.h"
#include "sanaq/log/log_manifest.h"
#include "sanaq/publish/leaf_index.h"
#include "sanaq/publish/log_state.h"
#include "sanaq/publish/opened_lines.h"

namespace sanaq::publish {

struct LogInput {
  std::string origin, secret, day;
  log::FileHashes pages;                   // all files of the site but those of the log
  std::vector<std::string> keep;           // sorted
  std::map<std::string, std::string> own;  // fixed files of the log: path -> bytes
  // log/index.html of a log of that size; with "" the page without its code. None: no such page.
  std::function<std::string(std::uint64_t size, const std::string& code)> code_page = {};
  std::vector<std::string> older_secrets = {};  // under which earlier withdrawals may be salted
  // Takes the file of a person's entries, with its SHA-256, instead of `files` below. On several
  // threads at once; a file may come twice, with the same bytes.
  std::function<void(const std::string& path, std::string_view bytes, const std::string& sha256)>
      write = {};
  // What stands open of the log so far; needed if a form names the leaf that it is.
  const OpenedLines* opened = nullptr;
};

struct NextPublication {
  LogState state;                            // with the new leaves
  std::map<std::string, std::string> files;  // path -> bytes; all of the log but its checkpoint
  log::FileHashes site;                      // the pages and all of the log but its checkpoint
  log::Hash root{};
  bool is_new = false;  // leaves were added
};

// What the log has, as the forms are made from it. `state` must outlive it. `index` is of its
// leaves; without it each function makes its own.
[[nodiscard]] disclose::KnownLeaves known_leaves(const LogState& state, const std::string& secret,
                                                 std::shared_ptr<const LeafIndex> index = {});

// Finds the leaf that is open as this row, by what it stands for (KnownLeaves::open_row): the same
// place in the same list, with the same cells.
[[nodiscard]] disclose::OpenRow open_rows(const LogState& state,
                                          const std::shared_ptr<const LeafIndex>& index);

// `forms` are made with known_leaves() of the same state.
[[nodiscard]] NextPublication next_publication(const LogState& state,
                                               const disclose::PublicForms& forms, LogInput input,
                                               std::shared_ptr<const LeafIndex> index = {});

// The salt of a form: another form, another salt, and it dies with the body.
[[nodiscard]] log::Hash salt_of(const disclose::PublicForm& form);

}  // namespace sanaq::publish
