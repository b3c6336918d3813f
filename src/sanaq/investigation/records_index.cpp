#include "sanaq/investigation/records_index.h"

#include <sqlite3.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/ledger/sqlite_query.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/name.h"
#include "sanaq/text/romanise.h"
#include "sanaq/text/search_key.h"

namespace sanaq::investigation {
namespace {

using base::message;

constexpr std::string_view index_format = "sanaq records index 3";
// Before a sound, which is then no word of any name. The index does not keep in which column a word
// stands: it would be looked at for every match.
constexpr std::string_view sound_mark = "¤";
constexpr std::size_t typed_words_max = 12, typed_bytes_max = 800;
constexpr std::size_t sound_letters_min = 3;  // of what is typed; less sounds like anything

std::string records_index_path(const std::string& folder) {
  return base::join(base::join(folder, ".sanaq"), "records.sqlite");
}

// The words of a text in small letters; what is neither letter nor digit parts them.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char32_t letter : text::to_utf32(text::fold(text))) {
    if (u_isalnum(static_cast<UChar32>(letter)) != 0)
      words.back() += text::to_utf8(std::u32string(1, letter));
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

void append_word(std::string& text, const std::string& word) {
  if (!word.empty()) text += (text.empty() ? "" : " ") + word;
}

// One word in the forms in which it is looked for.
struct WordForms {
  std::string written;
  std::vector<std::string> latin;  // as passports have it, and with what readers mix up made one
  std::string sound;               // "" where it has none
};

WordForms forms_of(const std::string& word) {
  WordForms forms{word, {}, {}};
  for (const std::string& latin : {text::romanise(word), text::search_key(word)}) {
    for (std::string& part : plain_words(latin)) {
      if (part != word &&
          std::find(forms.latin.begin(), forms.latin.end(), part) == forms.latin.end())
        forms.latin.push_back(std::move(part));
    }
  }
  for (const std::string& part : plain_words(text::sound_key(word))) forms.sound += part;
  if (!forms.sound.empty()) forms.sound.insert(0, sound_mark);
  return forms;
}

// A name in the three columns of the index.
struct IndexedName {
  std::string written, latin, sound;
};

// Each distinct word is looked at once.
class KnownForms {
 public:
  [[nodiscard]] IndexedName of(const std::string& name) {
    IndexedName columns;
    for (const std::string& word : plain_words(name)) {
      auto found = known_.find(word);
      if (found == known_.end()) found = known_.emplace(word, forms_of(word)).first;
      append_word(columns.written, found->second.written);
      for (const std::string& latin : found->second.latin) append_word(columns.latin, latin);
      append_word(columns.sound, found->second.sound);
    }
    return columns;
  }

 private:
  std::unordered_map<std::string, WordForms> known_;
};

// Names by their place: of all records, then of the case file.
std::vector<std::string> all_names(const Outcome& outcome) {
  std::vector<std::string> names;
  const bool has_case_list = !outcome.records.lists.empty() &&
                             outcome.records.lists.back().name == persons::case_list_name;
  names.reserve(outcome.records.record_count());
  for (std::uint32_t at = 0; at < outcome.records.record_count(); ++at)
    names.push_back(exchange::name_as_written(outcome.records, at));
  if (has_case_list) return names;
  for (std::string& name : case_names_of(outcome)) names.push_back(std::move(name));
  return names;
}

std::string print_of(const std::vector<std::string>& names) {
  base::Sha256 hash;
  hash.add(index_format);
  for (const std::string& name : names) hash.add("\n" + name);
  return hash.hex();
}

bool was_made_from(sqlite3* database, const std::string& print) {
  ledger::SqliteQuery query(database, "SELECT print FROM made_from");
  return query.is_prepared() && query.step() && query.text(0) == print;
}

// Words that were typed, each as a condition: it is a word of the name, or begins one.
std::string in_quotes_for(NameFit fit, const std::string& word) {
  return "\"" + word + "\"" + (fit == NameFit::word ? "" : "*");
}

std::string condition_of(const WordForms& word, NameFit fit) {
  std::string condition = "(" + in_quotes_for(fit, word.written);
  for (const std::string& latin : word.latin) {
    // One letter alone begins too much, where the word as typed has more.
    if (fit == NameFit::word || latin.size() > 1 || word.written.size() == 1)
      condition += " OR " + in_quotes_for(fit, latin);
  }
  if (fit == NameFit::sound && !word.sound.empty() &&
      text::to_utf32(word.written).size() >= sound_letters_min)
    condition += " OR \"" + word.sound + "\"";
  return condition + ")";
}

std::string conditions_of(const std::vector<WordForms>& words, NameFit fit) {
  std::string conditions;
  for (const WordForms& word : words)
    conditions += (conditions.empty() ? "" : " AND ") + condition_of(word, fit);
  return conditions;
}

}  // namespace

struct RecordsIndex::State {
  sqlite3* database = nullptr;
  std::string path;
  bool was_rebuilt = false;

  ~State() { sqlite3_close(database); }

  [[noreturn]] void fail() const {
    throw base::Error(base::Kind::io, message("{}: {}; delete this file, it is made anew", path,
                                              sqlite3_errmsg(database)));
  }
  void run(const char* sql) const {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  void open() {
    if (sqlite3_open(path.c_str(), &database) != SQLITE_OK) fail();
  }
  void close() {
    sqlite3_close(database);
    database = nullptr;
  }

  // The place of each name, those that are filled, in the order of names in Latin letters.
  void fill(const std::vector<std::string>& names, base::Progress& progress) const {
    std::vector<std::pair<std::string, std::uint32_t>> ranked;
    std::unordered_map<std::string, std::string> latin;  // of each distinct name
    for (std::uint32_t at = 0; at < names.size(); ++at) {
      if (names[at].empty()) continue;
      auto found = latin.find(names[at]);
      if (found == latin.end()) found = latin.emplace(names[at], text::search_key(names[at])).first;
      ranked.emplace_back(found->second, at);
    }
    std::sort(ranked.begin(), ranked.end());
    KnownForms forms;
    ledger::SqliteQuery place(database, "INSERT INTO places(rank, record) VALUES (?, ?)");
    ledger::SqliteQuery insert(
        database, "INSERT INTO names(rowid, written, latin, sound) VALUES (?, ?, ?, ?)");
    progress.start(message("making the index of names"), static_cast<std::int64_t>(ranked.size()));
    for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
      if (rank % 4096 == 0) {
        progress.throw_if_stopped();
        progress.advance_to(static_cast<std::int64_t>(rank));
      }
      const auto number = static_cast<std::int64_t>(rank) + 1;
      const IndexedName name = forms.of(names[ranked[rank].second]);
      place.bind(1, number);
      place.bind(2, ranked[rank].second);
      (void)place.step();
      insert.bind(1, number);
      insert.bind(2, name.written);
      insert.bind(3, name.latin);
      insert.bind(4, name.sound);
      (void)insert.step();
      if (!place.is_done() || !insert.is_done()) fail();
      place.reset();
      insert.reset();
    }
    progress.finish();
  }

  // Adds those that fit so and are not there yet, up to `limit`, and returns how many fit so.
  // Ranked by nothing but the order of names: rows come as they stand in the index.
  std::int64_t add(const std::vector<WordForms>& words, NameFit fit, std::size_t limit,
                   RecordsFound& found) const {
    ledger::SqliteQuery query(database, "SELECT rowid FROM names WHERE names MATCH ?");
    ledger::SqliteQuery place(database, "SELECT record FROM places WHERE rank = ?");
    const std::string conditions = conditions_of(words, fit);
    query.bind(1, conditions);
    const std::vector<RecordFound> before = found.records;
    std::int64_t count = 0;
    while (query.step()) {
      ++count;
      if (found.records.size() >= limit) {
        if (fit == NameFit::word) return count;  // the next counts these too
        continue;
      }
      place.bind(1, query.number(0));
      if (!place.step()) fail();
      const auto record = static_cast<std::uint32_t>(place.number(0));
      place.reset();
      if (std::none_of(before.begin(), before.end(),
                       [&](const RecordFound& known) { return known.record == record; }))
        found.records.push_back({record, fit});
    }
    if (!query.is_done()) fail();
    return count;
  }

  void make(const std::vector<std::string>& names, const std::string& print,
            base::Progress& progress) {
    was_rebuilt = true;
    // Nothing is lost by a cut: what the index was made from is written last, and without it the
    // index fits nothing.
    run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
        "PRAGMA temp_store = MEMORY; BEGIN;"
        "CREATE TABLE made_from(print TEXT);"
        "CREATE TABLE places(rank INTEGER PRIMARY KEY, record INTEGER);"
        "CREATE VIRTUAL TABLE names USING fts5(written, latin, sound, content='', detail=none, "
        "columnsize=0, tokenize='ascii', prefix='2 3 4');"
        "INSERT INTO names(names, rank) VALUES ('hashsize', 33554432);");
    fill(names, progress);
    ledger::SqliteQuery made(database, "INSERT INTO made_from VALUES (?)");
    made.bind(1, print);
    (void)made.step();
    if (!made.is_done()) fail();
    run("INSERT INTO names(names) VALUES ('optimize'); COMMIT;");
  }
};

RecordsIndex::RecordsIndex(const Outcome& outcome, base::Progress& progress)
    : state_(std::make_unique<State>()) {
  const std::vector<std::string> names = all_names(outcome);
  const std::string print = print_of(names);
  if (!outcome.config.serve.index) {
    remove_records_index(outcome.folder);
    state_->path = ":memory:";
    state_->open();
    state_->make(names, print, progress);
    return;
  }
  state_->path = records_index_path(outcome.folder);
  if (base::file_exists(state_->path)) {
    state_->open();
    if (was_made_from(state_->database, print)) return;
    state_->close();
  }
  remove_records_index(outcome.folder);
  base::make_folder(base::parent_folder(state_->path));
  base::write_private_file_whole(state_->path, "");
  state_->open();
  state_->make(names, print, progress);
}

RecordsIndex::~RecordsIndex() = default;
RecordsIndex::RecordsIndex(RecordsIndex&&) noexcept = default;
RecordsIndex& RecordsIndex::operator=(RecordsIndex&&) noexcept = default;

bool RecordsIndex::was_rebuilt() const { return state_->was_rebuilt; }

RecordsFound RecordsIndex::find(std::string_view typed, std::size_t limit) const {
  RecordsFound found;
  std::vector<WordForms> words;
  for (const std::string& word : plain_words(typed.substr(0, typed_bytes_max))) {
    if (words.size() < typed_words_max) words.push_back(forms_of(word));
  }
  if (words.empty()) return found;
  state_->add(words, NameFit::word, limit, found);
  // Whole words begin a name's words, too, so they are counted with these.
  found.count = state_->add(words, NameFit::beginning, limit, found);
  if (found.count < static_cast<std::int64_t>(limit))
    found.count = state_->add(words, NameFit::sound, limit, found);
  return found;
}

std::vector<std::string> case_names_of(const Outcome& outcome) {
  std::vector<record::BadCell> told_before;
  std::vector<std::string> names;
  for (const persons::CaseName& name :
       persons::case_names(outcome.case_file.said, outcome.config, told_before))
    names.push_back(name.ref);
  return names;
}

void remove_records_index(const std::string& folder) {
  for (const char* journal : {"", "-wal", "-shm", "-journal"})
    base::remove_file(records_index_path(folder) + journal);
}

void remove_older_records_index(const Outcome& outcome) {
  const std::string path = records_index_path(outcome.folder);
  if (!base::file_exists(path)) return;
  bool fits = false;
  if (outcome.config.serve.index) {
    sqlite3* database = nullptr;
    fits = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
           was_made_from(database, print_of(all_names(outcome)));
    sqlite3_close(database);
  }
  if (!fits) remove_records_index(outcome.folder);
}

}  // namespace sanaq::investigation
