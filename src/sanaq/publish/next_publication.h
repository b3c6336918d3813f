// What a publication adds to the public log, and the files of the site that follow from it. Nothing
// is added if nothing that is open changed.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sanaq/disclose/public_forms.h"
#include "sanaq/log/log_manifest.h"
#include "sanaq/publish/log_state.h"

namespace sanaq::publish {

struct LogInput {
  std::string origin, secret, day;
  std::map<std::string, std::string> pages;  // path -> SHA-256, of all files but those of the log
  std::vector<std::string> keep;             // sorted
  std::map<std::string, std::string> own;    // fixed files of the log: path -> bytes
  // log/index.html of a log of that size; with "" the page without its code. None: no such page.
  std::function<std::string(std::uint64_t size, const std::string& code)> code_page = {};
  std::vector<std::string> older_secrets = {};  // under which earlier withdrawals may be salted
};

struct NextPublication {
  LogState state;                            // with the new leaves
  std::map<std::string, std::string> files;  // path -> bytes; all of the log but its checkpoint
  log::Hash root{};
  bool is_new = false;  // leaves were added
};

// What the log has, as the forms are made from it. `state` must outlive it.
[[nodiscard]] disclose::KnownLeaves known_leaves(const LogState& state, const std::string& secret);

// `forms` are made with known_leaves() of the same state.
[[nodiscard]] NextPublication next_publication(const LogState& state,
                                               const disclose::PublicForms& forms, LogInput input);

// The salt of a form: another form, another salt, and it dies with the body.
[[nodiscard]] log::Hash salt_of(const disclose::PublicForm& form);

}  // namespace sanaq::publish
