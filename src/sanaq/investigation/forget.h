// What holds the words of an entry beside its body: the index, caches, the bytes of a document, the
// site. Once the body is gone nobody knows the words any more, so all this goes before it does.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::investigation {

// Whether a file, by its name and bytes, holds words that are to be forgotten.
using HoldsWords = std::function<bool(std::string_view name, std::string_view bytes)>;

// A site as its mark will be when pages have been taken away.
struct SiteAfter {
  std::string mark;                // SHA-256 of it
  std::vector<std::string> paths;  // that it lists
};

struct TakenFromSite {
  std::vector<std::string> removed;  // pages and downloads, below the site
  std::vector<std::string> left;     // with the words, and not sanaq's to remove
};
// Takes away from the site in this folder what `holds_words`, and puts nothing in its place. Calls
// `before` first, where anything is to go: the ledger must know the site that it will be. The room
// of pages stands above this one.
using TakeFromSite =
    std::function<TakenFromSite(const std::string& site, const HoldsWords& holds_words,
                                const std::function<void(const SiteAfter&)>& before)>;

// Destroys what is derived from these entries (with their bodies) or named by them and holds their
// words: the index and its journals, caches and reports, what was cut off from a chain, the pages; of
// a document or a version of a list its bytes, where no other entry in force names them. Files that
// people put there are left. What the sites are afterwards is entered as a publication. Says what was
// done and what remains, here and elsewhere; no word of the bodies stands in what it says. Run again,
// it does the rest.
[[nodiscard]] std::vector<base::Message> forget(ledger::Writer& writer,
                                                const std::vector<ledger::Entry>& entries,
                                                const TakeFromSite& take);

// Takes these entries out of what is derived from them: the index, caches and reports, the pages.
// Bodies, documents and versions stay. For what is sealed, and not destroyed yet.
[[nodiscard]] std::vector<base::Message> withhold(ledger::Writer& writer,
                                                  const std::vector<ledger::Entry>& entries,
                                                  const TakeFromSite& take);

}  // namespace sanaq::investigation
