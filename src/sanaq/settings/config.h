// The settings of one investigation, as they are in investigation.toml.
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

// The folders of an investigation in which only sanaq writes, or which hold what was received.
inline constexpr std::string_view own_rooms[] = {"lists",    "evidence",    "ledger",
                                                 "articles", "publication", ".sanaq"};

// Which deaths are counted. An absent bound limits nothing, and a record with an unknown date or
// place is never outside.
struct Scope {
  std::optional<record::PartialDate> from;  // begins with the first day of this date
  std::optional<record::PartialDate> to;    // ends with the last day of this date
  std::vector<std::string> places;  // in any script; a record's place must contain one of them
  std::string what = "deaths";      // what is counted; claims about this are compared
  // "dead" says that all on the lists have died, so that their pages may be published. With any
  // other value they may be living.
  std::string status;
  [[nodiscard]] bool all_dead() const { return status == "dead"; }
};

struct ListConfig {
  std::string name;  // by default the file's name without its extension
  std::string file;  // its path below lists/
  // The sheets to read; if empty, the first that is shown and holds a table.
  std::vector<std::string> sheets;
  std::optional<std::string> encoding;
  std::optional<std::int64_t> header_row;  // 0 if the file has none
  std::vector<std::int64_t> skip_rows;
  std::string dates, calendar;  // as in tables/list_source.h
  std::optional<int> century;
  // FIELD or header -> cell -> meaning.
  std::map<std::string, std::map<std::string, std::string>> values;
  bool has_duplicates = true;
  std::map<std::string, std::string> columns;  // FIELD -> header
  // false: only those are FIELDs; whoever names none for names says that the list has none.
  bool guesses_columns = true;
  std::vector<std::string> public_fields;  // FIELDs or headers that may be published
  // Headers that do not say who may see a row, though they look as if they did.
  std::vector<std::string> ignored;
  Scope covers;               // what the list looked at; outside it a person is "not covered"
  bool has_own_name = true;   // false: the name is that of the file, and is never published
  bool publish_hash = false;  // whether the file is public: its SHA-256 and rows may be shown
};

struct TableConfig {
  std::string kind;                                 // act, custody, ..., claim
  std::string file;                                 // below the investigation folder
  bool publish_hash = false;                        // as in ListConfig
  std::map<std::string, std::string> columns = {};  // COLUMN of its kind -> header
  std::vector<std::string> ignored = {};            // headers that are not columns of the kind
};

// Files that linking uses, as paths below the investigation folder; empty if there is none.
struct LinkingFiles {
  std::string model, labels, nicknames;
};

// Registers sampled in an investigation that does not say how many, so that doubt about links is in
// the interval of the number.
inline constexpr int registers_drawn = 25;

// The public server serves this very site.
inline constexpr std::string_view intake_here = "here";

struct PublishConfig {
  // Below the investigation folder: never absolute, never with `..`, never in one of own_rooms.
  std::string site = "site";
  bool register_pages = true;
  bool overlap = false;  // whether the overlap of lists that publish nothing is shown as well
  // Where the publisher says that the site stands: "https://HOST/PATH/", with the slash. It is used
  // in cards and in links between languages alone. Empty: all links are relative.
  std::string url;
  // Whether also of the dead nothing leaves without the consent of their families.
  bool needs_consent = false;
  // The day for which custody and demands are shown, in EDTF; if it is empty, the newest public
  // one.
  std::string held_on;
  // The name of the public log, for ever: "example.org/name". Empty: made from its first key.
  std::string origin;
  // Files of the site that others put there, and folders with '/' at their end: named in the public
  // log, and not judged.
  std::vector<std::string> keep;
  // How whoever finds a mistake reaches the investigators: an address of e-mail or of the web, or
  // any line of text.
  std::string contact;
  // Where readers' comments and testimony go: intake_here, or an origin, "https://example.org".
  // Empty: nowhere, and no page has a form.
  std::string intake;
  // The same server in Tor: "http://ONION". Empty: none.
  std::string onion;
};

// The workspace in the browser, and what it keeps.
struct ServeConfig {
  // Whether names may be written to .sanaq/records.sqlite to be searched; if not, their index is
  // kept in memory and made anew each time.
  bool index = true;
};

struct Config {
  std::string title;
  std::string about;                   // a sentence or two for the front page
  bool is_invented = false;            // example data, as every page then says
  std::vector<std::string> languages;  // of the site; the first is the main one
  Scope scope;
  std::vector<ListConfig> lists;
  std::vector<TableConfig> tables;
  std::vector<std::string> nobody_words;  // [words] nobody: further words that name nobody
  link::Options link;
  // Whether it was said which pairs are handed out; if not, a Splink model hands out all.
  bool says_pairs = false;
  std::shared_ptr<const splink::Model> splink_model;  // nullptr if our own engine links
  LinkingFiles linking_files;
  estimate::Options estimate;
  std::vector<std::string> strata;  // fields or headers that divide persons into strata; or empty
  PublishConfig publish;
  ServeConfig serve;
  // What a mistake in the settings keeps from being published, and what to do.
  std::vector<base::Message> closings;
};

}  // namespace sanaq::settings
