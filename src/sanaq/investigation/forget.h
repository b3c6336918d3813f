// What holds the words of an entry beside its body: the index, caches, the bytes of a document, the
// site. Once the body is gone nobody knows the words any more, so all this goes before it does.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::investigation {

// Whether a file, by its name and bytes, holds words that are to be forgotten.
using HoldsWords = std::function<bool(std::string_view name, std::string_view bytes)>;

struct TakenFromSite {
  std::vector<std::string> removed;  // pages and downloads, below the site
  std::vector<std::string> left;     // with the words, and not sanaq's to remove
};
// Takes away from the site in this folder what `holds_words`, and puts nothing in its place. The
// room of pages stands above this one.
using TakeFromSite =
    std::function<TakenFromSite(const std::string& site, const HoldsWords& holds_words)>;

// Destroys what is derived or named by these entries (with their bodies) and holds their words:
// the index and its journals, caches and reports, what was cut off from a chain, the pages; of a
// document or a version of a list its bytes, where no other entry in force names them. Files that
// people put there are left. Says what was done and what remains, here and elsewhere; no word of the
// bodies stands in what it says. Run again, it does the rest.
[[nodiscard]] std::vector<base::Message> forget(const std::string& folder,
                                                const std::vector<ledger::Entry>& entries,
                                                const TakeFromSite& take);

}  // namespace sanaq::investigation
