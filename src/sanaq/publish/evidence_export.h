// Evidence as plain files for somebody else: the documents, SHA256SUMS, and a page that lists them.
#pragma once
#include <cstdint>
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/publish/disclose_evidence.h"

namespace sanaq::publish {

// Makes `folder`: documents/, SHA256SUMS (as `sha256sum -c` reads it) and index.html, which opens
// without a network and without scripts. It appears whole or not at all. Gives the bytes of the
// documents. Throws Error: usage where something stands there already or where it would stand in
// the investigation's own folders, corrupt where a document is missing or not what it was.
std::int64_t export_evidence(const std::string& investigation, const PublicEvidence& evidence,
                             const std::string& folder, const std::string& language,
                             base::Progress& progress);

// The page alone.
[[nodiscard]] std::string evidence_page(const PublicEvidence& evidence,
                                        const std::string& language);

// SHA256SUMS: a line for each document and one for the page.
[[nodiscard]] std::string sha256sums(const PublicEvidence& evidence, const std::string& page);

}  // namespace sanaq::publish
