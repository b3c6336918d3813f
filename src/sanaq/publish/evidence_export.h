// Evidence as plain files for somebody else: the documents, SHA256SUMS, and a page that lists them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/disclose/disclose_evidence.h"

namespace sanaq::publish {

// Makes `folder` with documents/, SHA256SUMS (for `sha256sum -c`) and index.html, which needs no
// network and no scripts. The folder appears whole or not at all. Throws Error{usage} if something
// is there already or if it would be in an investigation's own folders, Error{bad_input} if a
// document is a link, and Error{corrupt} if one is missing or not what it was.
struct Exported {
  std::int64_t bytes = 0;            // of the documents
  std::vector<std::string> removed;  // folders that an earlier export had left unfinished
};
Exported export_evidence(const std::string& root, const disclose::PublicEvidence& evidence,
                         const std::string& folder, const std::string& language,
                         base::Progress& progress);

// Returns only the page.
[[nodiscard]] std::string evidence_page(const disclose::PublicEvidence& evidence,
                                        const std::string& language);

// Returns SHA256SUMS, with a line for each document and one for the page.
[[nodiscard]] std::string sha256sums(const disclose::PublicEvidence& evidence,
                                     const std::string& page);

}  // namespace sanaq::publish
