// Evidence as plain files for somebody else: the documents, SHA256SUMS, and a page that lists them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/disclose/disclose_evidence.h"

namespace sanaq::publish {

// Makes `folder`: documents/, SHA256SUMS (as `sha256sum -c` reads it) and index.html, which opens
// without a network and without scripts. It appears whole or not at all. Throws Error: usage where
// something stands there already or where it would stand in an investigation's own folders,
// bad_input where a document is a link, corrupt where one is missing or not what it was.
struct Exported {
  std::int64_t bytes = 0;            // of the documents
  std::vector<std::string> removed;  // folders that an earlier export had left unfinished
};
Exported export_evidence(const std::string& root, const disclose::PublicEvidence& evidence,
                         const std::string& folder, const std::string& language,
                         base::Progress& progress);

// The page alone.
[[nodiscard]] std::string evidence_page(const disclose::PublicEvidence& evidence,
                                        const std::string& language);

// SHA256SUMS: a line for each document and one for the page.
[[nodiscard]] std::string sha256sums(const disclose::PublicEvidence& evidence,
                                     const std::string& page);

}  // namespace sanaq::publish
