// What the pages of the case file share: facts with a mark that opens to their sources, tables,
// drawings, and where each thing has its page.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// A value with where it leads; markup is made when the page is.
struct CaseCell {
  std::string text;
  std::string href = {};  // from the page's own folder; empty: no link
  bool is_number = false;
};

struct CaseTable {
  std::string heading, lead;
  std::vector<std::string> head;
  std::vector<std::vector<CaseCell>> rows;
  std::string drawing = {};  // markup
  std::string anchor = {};
  std::size_t drawing_bytes = 0;  // about what the drawing takes, the same in each language
  std::size_t letters_max = 0;    // of a cell; 0: all
};

// A thing and its facts: those from `first` to before `last`, as facts_in_order() has them.
struct CaseThing {
  std::string subject, heading;  // "": without a heading
  std::size_t first = 0, last = static_cast<std::size_t>(-1);
};

struct CasePage {
  std::string path = {}, title = {}, lead = {};
  std::string up_href = {}, up_label = {};  // the page above it
  std::vector<std::string> notes = {};      // what a reader must know first
  std::vector<CaseThing> entities = {};
  std::vector<CaseTable> tables = {};
};

// A name for a file and a link, from an id: itself where it is short and plain, else a hash, so
// that two ids never meet on a disk that takes E1 and e1 for one.
[[nodiscard]] std::string slug(std::string_view id);

// The path of a part of a page, from 0: its own, then NAME_2.html at the root and NAME.2.html in a
// folder, where another thing may be called NAME_2.
[[nodiscard]] std::string part_path(const std::string& path, std::size_t part);
// The page of a kind of act, from the language's root.
[[nodiscard]] std::string page_of_acts(const std::string& type);
// The page of a thing, from the language's root; "" for what has none.
[[nodiscard]] std::string page_of(const PublicCase& known, std::string_view subject);
// The anchor of a table or of the ledger on the page of sources.
[[nodiscard]] std::string source_anchor(const casefile::Origin& origin);

// What a thing, a person or an organisation is called.
[[nodiscard]] std::string title_of(const PublicView& view, std::string_view subject,
                                   const draw::Voice& voice);
[[nodiscard]] std::string who_text(const PublicView& view, const std::string& key,
                                   const draw::Voice& voice);
[[nodiscard]] CaseCell who_cell(const PublicView& view, const std::string& key,
                                const draw::Voice& voice, const std::string& root);
// `root` leads from the page to the language's root.
[[nodiscard]] CaseCell thing_cell(const PublicView& view, std::string_view subject,
                                  const draw::Voice& voice, const std::string& root);
[[nodiscard]] CaseCell organisation_cell(const PublicView& view, const std::string& id,
                                         const draw::Voice& voice, const std::string& root);
// What a thing's property says, in the words of the language: the label of a code, a date, a
// sentence, the name of a person, an organisation or an event. `subject` may be "KIND:", for any
// thing of that kind.
[[nodiscard]] CaseCell value_cell(const PublicView& view, std::string_view subject,
                                  std::string_view property, const std::string& value,
                                  const draw::Voice& voice, const std::string& root);
[[nodiscard]] CaseCell number_cell(std::int64_t value, const draw::Voice& voice);

// "5 years and 6 months", "2 years, suspended".
[[nodiscard]] std::string sentence_words(const casefile::Sentence& sentence,
                                         const draw::Voice& voice);

// "Place", "Arrested", … for a property.
[[nodiscard]] std::string property_label(std::string_view property, const draw::Voice& voice);

// For a fact on a page of another make: the id for its data-fact and the markup of its mark. Both
// are "" if nothing in the case file says so.
struct MarkedFact {
  std::string fact, mark;
};
[[nodiscard]] MarkedFact marked_fact(const PublicView& view, const std::string& subject,
                                     std::string_view property, const std::string& path,
                                     const draw::Voice& voice);

[[nodiscard]] Page made_page(const PublicView& view, const CasePage& page,
                             const draw::Voice& voice);

}  // namespace sanaq::pages
