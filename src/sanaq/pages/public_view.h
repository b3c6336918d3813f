// What may leave an investigation, as plain values. Only disclose() makes it, and every page is
// made from it alone.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/draw/voice.h"
#include "sanaq/estimate/summary.h"
#include "sanaq/pages/public_articles.h"
#include "sanaq/pages/public_case.h"
#include "sanaq/pages/public_correction.h"
#include "sanaq/record/field.h"

namespace sanaq::pages {

// A column that at least one list makes public.
struct PublicColumn {
  std::optional<record::Field> field;  // absent for the user's own column
  std::string header;                  // shown if there is no field
};

struct PublicCell {
  std::string text;      // as written
  std::string reading;   // what was read from it; cells with equal readings do not differ
  bool differs = false;  // from the first record of the person that says something in this column
  bool is_narrowed = false;  // the list says more than may be published
  std::uint64_t fact = 0;    // its id, which stays when other facts change (disclose/fact_ids.h)
};

struct PublicRecord {
  std::size_t list = 0;  // index into PublicView::lists
  // Its number among the published records of its list, from 1; or its row in the file, if the file
  // itself is public.
  std::int64_t row = 0;
  // One entry for each of PublicView::columns; absent if the column is not public in this list.
  std::vector<std::optional<PublicCell>> cells;
};

struct PublicPair {
  std::size_t left = 0, right = 0;  // indices into PublicPerson::records
  double probability = 0;
};

struct PublicPerson {
  std::string id;                     // the page's address, valid as a file name
  std::vector<std::string> forwards;  // other addresses of its records, which lead here
  std::string name;                   // empty if there is no public name
  // Public names in other scripts than that of `name`, one a script, that say as much as it does.
  std::vector<std::string> other_names;
  std::string sort_key;               // the name in Latin letters, folded
  std::vector<PublicRecord> records;  // the oldest first
  std::vector<PublicPair> pairs;      // made only from what is published of the two records
  // The probability that all records belong together, from what is published alone; absent if that
  // would not put the same records together.
  std::optional<double> probability = 1;
  bool is_linkable = true;  // false if a record here has no name though its list publishes names
};

struct PublicList {
  std::string name;
  std::string version;        // a commitment to its file, or its SHA-256; empty: neither
  bool is_hash_open = false;  // whether the file itself is public
  bool is_open = false;       // it makes a column public; of other lists only `records` is told
  std::optional<std::int64_t> records;  // absent if the number of records is not told
  // rows_read = records + blank + refused.
  std::int64_t rows_read = 0, blank = 0, refused = 0;
  std::int64_t bad_cells = 0, out_of_scope = 0, unlinkable = 0;  // bad cells: of open columns only
  bool one_per_person = false;
  // The columns that this list makes public: indices into PublicView::columns.
  std::vector<std::size_t> columns;
  std::string covers;  // what the list says it looked at; empty means everything
};

struct PublicClaim {
  std::string id, what, place, from, to, group, asserted_by, asserted_at, printed_in, source;
  std::optional<std::int64_t> min, max;
  bool in_scope = true;
  std::string page = {};  // the address of its own page; empty if it has none
};

// The number of persons on each exact set of lists.
struct PublicOverlap {
  struct Pattern {
    std::uint32_t listed = 0, not_covered = 0;  // bit i = list i
    std::int64_t count = 0;
  };
  std::vector<std::string> lists;
  std::vector<Pattern> patterns;    // largest first
  std::vector<std::int64_t> pairs;  // lists x lists, row by row; diagonal: persons on the list
  std::int64_t observed = 0;
  // Whether only persons with pages are counted, on the lists that publish columns.
  bool is_of_pages = false;
  // True if persons counted here may be living: patterns of fewer than `rounding_step` may then be
  // missing, and pairs and `observed` are sums of the rounded counts.
  bool is_rounded = false;
};
inline constexpr std::int64_t rounding_step = 5;

// How the figures of persons who may be living are rounded (docs/method/disclosure.md).
struct PublicRounding {
  // The multiples to which the median and each end of its interval are rounded; 0 if there is no
  // estimate.
  std::int64_t median_step = 0, low_step = 0, high_step = 0;
  bool is_secret = true;  // false if no secret yet decides which way a count is rounded
};

struct PublicScope {
  std::string from, to;  // EDTF; empty if there is no bound
  std::vector<std::string> places;
  bool all_dead = false;
  std::string what;  // what is counted
};

struct PublicProvenance {
  std::string version, seed, made_on;
  std::vector<PublicInput> inputs;
};

struct Page;  // frame.h

struct PublicView {
  std::string title, about;
  // Where the publisher says that the site stands, with a slash at its end; empty: anywhere.
  std::string url;
  bool is_invented = false;
  draw::OwnTexts own_texts;            // those that pages may show
  std::vector<std::string> languages;  // all have catalogues; the first is the main one
  PublicScope scope;
  std::vector<PublicList> lists;
  std::vector<PublicColumn> columns;
  bool has_register = false;
  std::vector<PublicPerson> persons;  // ordered by sort_key, those without a public name last
  std::int64_t documented_low = 0, documented_high = 0;
  std::vector<PublicClaim> claims;
  std::optional<PublicRounding> rounding;  // absent if all who are counted are known to be dead
  std::optional<PublicOverlap> overlap;
  // Without times, since they differ from run to run.
  std::optional<estimate::Summary> estimate, estimate_with_unlinkable;
  std::optional<std::int64_t> truth;
  PublicCase case_file;
  // The pages of the case file in the main language, where they are made already: what stands in
  // `fact_lines` hangs on them.
  std::shared_ptr<const std::vector<Page>> main_case;
  std::string fact_lines;  // the text of data/facts.jsonl (fact_lines.h)
  PublicCorrections corrections;
  std::string contact;  // how the investigators can be reached; "": they have not said
  PublicArticles written;
  // Of each comment of the ledger that a page shows, by its entry (WRITER:SEQ): what the page shows
  // of it as a JSON object, which is the body of its leaf in the public log.
  std::map<std::string, std::string> comment_forms;
  bool has_log = false;  // a public log stands in log/ (docs/formats/log.md)
  PublicProvenance provenance;
  std::vector<base::Message> warnings;  // for the publisher, not for the site
};

}  // namespace sanaq::pages
