// What lies where: the places of an investigation that no output may take, and the files that its
// settings name, which stay inside it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// The nearest folder at or above `path` that has an investigation.toml, links resolved; none where
// there is none.
[[nodiscard]] std::optional<std::string> investigation_around(const std::string& path);

// Every file that the settings name and those that are read without being named (vocabulary,
// truth), as paths that begin with `folder`. They need not exist.
[[nodiscard]] std::vector<std::string> named_files(const settings::Config& config,
                                                   const std::string& folder);

// Throws Error{usage} where writing to `path` would take a place of the investigation in `folder`:
// in one of its own rooms, its settings, a file that they name; through links, `..`, hard links and
// another spelling of the name too. Settings that cannot be read name nothing here.
void expect_free_of(const std::string& folder, const std::string& path);

// Throws Error{usage} where `path` cannot become a folder of ours: a link, something that is no
// folder, one that is not empty, or a place that some investigation needs for itself. The
// investigation around it may have it beside its own rooms.
void expect_new_folder(const std::string& path);

// Throws Error{bad_input}, naming file and key, where a file that the settings name leads out of
// `folder` once links and `..` are resolved, and not into one of `allowed` either; where lists/ has
// a symbolic link that does so; where a room of the investigation is itself a link. Throws
// Error{not_found} for a folder of `allowed` that is not there.
void expect_inside(const std::string& folder, const settings::Config& config,
                   const std::vector<std::string>& allowed);

// Throws Error{bad_input} where a room of the investigation is a link: what is written there would
// stand elsewhere.
void expect_real_rooms(const std::string& folder);

// Symbolic links in lists/ that do not lead into one of `allowed`, and all in evidence/ (a document
// is its own bytes), as paths below `folder`.
[[nodiscard]] std::vector<std::string> refused_links(const std::string& folder,
                                                     const std::vector<std::string>& allowed);

// Throws Error{bad_input} naming the first link in evidence/.
void expect_no_links_in_evidence(const std::string& folder);

}  // namespace sanaq::investigation
