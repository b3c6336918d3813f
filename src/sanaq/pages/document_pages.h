// Documents that public statements rest on or speak of: each by its SHA-256, with all that is said
// by it.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// SHA-256 of each document that a public statement names, with the statements' indices. The gate
// has taken the hashes of all other documents out of what it let through.
[[nodiscard]] std::map<std::string, std::vector<std::size_t>> cited_documents(
    const PublicView& view);

// "documents/HASH.html", from the first sixteen digits.
[[nodiscard]] std::string document_file(const std::string& sha256);

// "documents/index.html" and a page for each; empty if no document is named.
[[nodiscard]] std::vector<Page> document_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
