// The places of an investigation that no output may take, and the files that its settings name,
// which must be inside it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Returns the nearest folder at or above `path` that has an investigation.toml, with links
// resolved; nullopt if there is none.
[[nodiscard]] std::optional<std::string> investigation_around(const std::string& path);

// Returns every file that the settings name, and those that are read without being named
// (vocabulary, truth), as paths that begin with `folder`. The files need not exist.
[[nodiscard]] std::vector<std::string> named_files(const settings::Config& config,
                                                   const std::string& folder);

// Throws Error{usage} if writing to `path` would take a place of the investigation in `folder`: in
// one of its own rooms, its settings, or a file that they name; also through links, `..`, hard
// links and another spelling of the name. If the settings cannot be read, they are taken to name
// nothing.
void expect_free_of(const std::string& folder, const std::string& path);

// Throws Error{usage} if `path` cannot become a folder of ours: a link, something that is not a
// folder, a folder that is not empty, or a place that some investigation needs for itself. It may
// be in an investigation, beside the investigation's own rooms.
void expect_new_folder(const std::string& path);

// Throws Error{bad_input}, naming file and key, if a file that the settings name leads out of
// `folder` once links and `..` are resolved, and not into one of `allowed` either; if lists/ has a
// symbolic link that does so; or if a room of the investigation is itself a link. Throws
// Error{not_found} for a folder of `allowed` that does not exist.
void expect_inside(const std::string& folder, const settings::Config& config,
                   const std::vector<std::string>& allowed);

// Throws Error{bad_input} if a room of the investigation is a link, since what is written there
// would be elsewhere.
void expect_real_rooms(const std::string& folder);

// Returns the symbolic links in lists/ that do not lead into one of `allowed`, and all in evidence/
// (a document is its own bytes), as paths below `folder`.
[[nodiscard]] std::vector<std::string> refused_links(const std::string& folder,
                                                     const std::vector<std::string>& allowed);

// Throws Error{bad_input} naming the first link in evidence/.
void expect_no_links_in_evidence(const std::string& folder);

}  // namespace sanaq::investigation
