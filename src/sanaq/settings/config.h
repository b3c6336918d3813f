// The settings of one investigation, as they stand in investigation.toml.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/estimate/options.h"
#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/splink/model.h"

namespace sanaq::splink {
struct Model;
}

namespace sanaq::settings {

inline constexpr std::string_view settings_file = "investigation.toml";

// The folders of an investigation that sanaq alone writes in, or that hold what was received.
inline constexpr std::string_view own_rooms[] = {"lists",    "evidence",    "ledger",
                                                 "articles", "publication", ".sanaq"};

// Which deaths are meant. An absent bound limits nothing; an unknown date or place is never
// outside.
struct Scope {
  std::optional<record::PartialDate> from;  // its first day counts
  std::optional<record::PartialDate> to;    // its last day counts
  std::vector<std::string> places;  // in any script; a record's place must contain one of them
  std::string what = "deaths";      // what is counted: claims of this are set beside the number
  // "dead": all on the lists have died, so their pages may be published. Everything else: they may
  // be living.
  std::string status;
  [[nodiscard]] bool all_dead() const { return status == "dead"; }
};

struct ListConfig {
  std::string name;                 // the file's, without its ending, where the settings give none
  std::string file;                 // below lists/
  std::vector<std::string> sheets;  // none: the first that is shown and holds a table
  std::optional<std::string> encoding;
  std::optional<std::int64_t> header_row;  // 0: the file has none
  std::vector<std::int64_t> skip_rows;
  std::string dates, calendar;  // tables/ingest.h
  std::optional<int> century;
  std::map<std::string, std::map<std::string, std::string>>
      values;  // FIELD or header -> cell -> meaning
  bool has_duplicates = true;
  std::map<std::string, std::string> columns;  // FIELD -> header
  std::vector<std::string> public_fields;      // FIELDs or headers that may be published
  std::vector<std::string>
      ignored;                // headers that do not say who may see a row, though they seem to
  Scope covers;               // what this list looked at; the rest is not covered, not "not listed"
  bool has_own_name = true;   // false: the name is the file's, and does not leave
  bool publish_hash = false;  // the file itself is public: its SHA-256 and its rows may be shown
};

struct TableConfig {
  std::string kind;                                 // act, custody, ..., claim
  std::string file;                                 // below the investigation folder
  bool publish_hash = false;                        // as of a list
  std::map<std::string, std::string> columns = {};  // COLUMN of its kind -> header
  std::vector<std::string> ignored = {};            // headers that are none of its columns
};

// What linking is given in files, below the investigation folder; empty: nothing.
struct LinkingFiles {
  std::string model, labels, nicknames;
};

// Registers sampled in an investigation that does not say how many, so that doubt about links is in
// the interval of the number.
inline constexpr int registers_drawn = 25;

struct PublishConfig {
  // Below the investigation folder: never absolute, never with `..`, never in one of own_rooms.
  std::string site = "site";
  bool register_pages = true;
  bool overlap = false;  // also of lists that publish nothing, beside persons with pages
  std::string
      held_on;  // the day for which the custody page is made, EDTF; empty: the day of the run
};

struct Config {
  std::string title;
  std::string about;                   // a sentence or two for the first page
  bool is_invented = false;            // example data: every page says so
  std::vector<std::string> languages;  // of the site; the first is the main one
  Scope scope;
  std::vector<ListConfig> lists;
  std::vector<TableConfig> tables;
  std::vector<std::string> nobody_words;  // [words] nobody: further words that name nobody
  link::Options link;
  bool says_pairs = false;  // which pairs are handed out was said; of a Splink model all are else
  std::shared_ptr<const splink::Model> splink_model;  // null: our own engine links
  LinkingFiles linking_files;
  estimate::Options estimate;
  std::vector<std::string> strata;  // fields or headers by which persons are parted; empty: not
  PublishConfig publish;
  std::vector<base::Message> closings;  // what a slip in the settings keeps closed, and what to do
};

}  // namespace sanaq::settings
