// Removes what has the words of an entry besides its body: the index, caches, the bytes of a
// document, the site. Once the body is gone nobody knows the words any more, so this must be done
// first.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::investigation {

// Returns true if a file, by its name or bytes, has words that are to be forgotten.
using HoldsWords = std::function<bool(std::string_view name, std::string_view bytes)>;

// A site as its mark will be after pages were removed.
struct SiteAfter {
  std::string mark;                // SHA-256 of the mark
  std::vector<std::string> paths;  // the paths that it lists
};

struct TakenFromSite {
  std::vector<std::string> removed;  // pages and downloads, as paths below the site
  std::vector<std::string> left;     // files with the words that are not sanaq's to remove
};
// Removes from the site in this folder every file for which `holds_words` is true, and puts nothing
// in its place. If there is anything to remove, it first calls `before`, since the ledger must know
// the site as it will be. It is handed in because the room of pages is above this one.
using TakeFromSite =
    std::function<TakenFromSite(const std::string& site, const HoldsWords& holds_words,
                                const std::function<void(const SiteAfter&)>& before)>;

// Destroys everything that is derived from these entries (given with their bodies) or named by them
// and has their words: the index and its journals, caches and reports, what was cut off from a
// chain, and pages; also the bytes of a document or of a version of a list, if no other entry in
// force names them. Files that people put there are left. The sites as they are afterwards are
// entered as publications. Returns what was done and what remains, here and elsewhere, without a
// word of the bodies. Run again, it does what is left to do.
[[nodiscard]] std::vector<base::Message> forget(ledger::Writer& writer,
                                                const std::vector<ledger::Entry>& entries,
                                                const TakeFromSite& take);

// Removes these entries from what is derived from them: the index, caches and reports, and pages.
// Bodies, documents and versions stay. It is for what is sealed but not destroyed yet.
[[nodiscard]] std::vector<base::Message> withhold(ledger::Writer& writer,
                                                  const std::vector<ledger::Entry>& entries,
                                                  const TakeFromSite& take);

}  // namespace sanaq::investigation
