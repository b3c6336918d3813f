#include "sanaq/ledger/index.h"

#include <sqlite3.h>

#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/anchor.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/checkpoint.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/sqlite_query.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

constexpr std::string_view format = "sanaq ledger index 3";

std::string index_path(const std::string& investigation) {
  return base::join(base::join(investigation, ".sanaq"), "ledger.sqlite");
}

// What the index was made from: the sizes and last lines of all files.
std::string fingerprint(const std::string& investigation) {
  base::Sha256 hash;
  hash.add(format);
  for (const ChainFile& file : chain_files(investigation)) {
    const MappedIfThere chain(file.chain_path), bodies(file.bodies_path);
    hash.add(file.writer + file.fork + std::to_string(chain.bytes().size()) + "," +
             std::to_string(bodies.bytes().size()) + ",");
    hash.add(last_whole_line(chain.bytes()));
    hash.add(last_whole_line(bodies.bytes()));
  }
  // The same files count otherwise under another id, and for another reader.
  std::vector<std::string> writers;
  for (const ChainFile& file : chain_files(investigation)) writers.push_back(file.writer);
  for (const std::string& writer : own_writers(writers)) hash.add(writer);
  if (const auto anchor = read_anchor(investigation)) hash.add(anchor->id);
  return hash.hex();
}

// All texts of a body, for searching.
void gather_texts(const json& value, std::string& text) {
  if (value.is_string()) {
    text += value.get_ref<const std::string&>();
    text += '\n';
  } else if (value.is_structured()) {
    for (const json& member : value) gather_texts(member, text);
  }
}

// The words of a text: what stands between blanks, punctuation at the ends cut off.
std::vector<std::string> words_in(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r";
  constexpr std::string_view marks = ".,;:!?()[]{}<>/\\|*^\"'`";
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    std::string_view word = text.substr(at, end - at);
    while (!word.empty() && marks.find(word.front()) != marks.npos) word.remove_prefix(1);
    while (!word.empty() && marks.find(word.back()) != marks.npos) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
    at = end + 1;
  }
  return words;
}

// The other spelling of each distinct word, found once.
class OtherSpellings {
 public:
  explicit OtherSpellings(const Spellings& spellings) : spellings_(spellings) {}
  void add(std::string_view text, std::string& latin, std::string& sound) {
    if (!spellings_.latin && !spellings_.sound) return;
    for (const std::string& word : words_in(text)) {
      const auto [found, is_new] = known_.try_emplace(word);
      if (is_new) {
        if (spellings_.latin) found->second.first = spellings_.latin(word);
        if (spellings_.sound) found->second.second = spellings_.sound(word);
      }
      if (found->second.first != word) latin += found->second.first + "\n";
      if (!found->second.second.empty()) sound += found->second.second + "\n";
    }
  }

 private:
  const Spellings& spellings_;
  std::unordered_map<std::string, std::pair<std::string, std::string>> known_;
};

std::string in_quotes(std::string_view word) {
  std::string text = "\"";
  for (const char letter : word)
    text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return text + "\"";
}

// "Kurmanov A" -> ({text latin} : "Kurmanov"* OR sound : "KRMNF") AND ({text latin} : "A"*)
std::string match_expression(std::string_view words, const Spellings& spellings) {
  std::string expression;
  for (const std::string& word : words_in(words)) {
    if (!expression.empty()) expression += " AND ";
    expression += "({text latin} : " + in_quotes(word) + "*";
    const std::string sound = spellings.sound ? spellings.sound(word) : "";
    if (!sound.empty()) expression += " OR sound : " + in_quotes(sound);
    expression += ")";
  }
  return expression;
}

}  // namespace

struct Index::State {
  sqlite3* database = nullptr;
  bool was_rebuilt = false;
  std::string path;
  Spellings spellings;

  ~State() { sqlite3_close(database); }

  [[noreturn]] void fail() const {
    throw base::Error(base::Kind::io, message("{}: {}; delete this file, it is made anew", path,
                                              sqlite3_errmsg(database)));
  }

  void run(const char* sql) const {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
};

namespace {

bool fits(sqlite3* database, const std::string& print) {
  SqliteQuery query(database, "SELECT print FROM made_from");
  return query.is_prepared() && query.step() && query.text(0) == print;
}

void fill(const std::string& investigation, sqlite3* database, const Spellings& spellings,
          base::Progress& progress) {
  OtherSpellings others(spellings);
  SqliteQuery insert(
      database, "INSERT INTO entries(id, writer, seq, kind, time, body) VALUES (?, ?, ?, ?, ?, ?)");
  SqliteQuery insert_text(database,
                          "INSERT INTO words(rowid, text, latin, sound) VALUES (?, ?, ?, ?)");
  std::int64_t id = 0;
  progress.start(message("making the index of the ledger"), 0);
  for_each_entry(investigation, [&](const Entry& entry) {
    if (++id % 4096 == 0) {
      progress.throw_if_stopped();
      progress.advance_to(id);
    }
    // What an address is made with stands in one place alone.
    const std::string body = entry.kind == "secret" ? "" : entry.body.value_or("");
    insert.bind(1, id);
    insert.bind(2, entry.writer);
    insert.bind(3, entry.seq);
    insert.bind(4, entry.kind);
    insert.bind(5, entry.time);
    insert.bind(6, body);
    (void)insert.step();
    insert.reset();
    if (body.empty()) return;
    std::string text;
    gather_texts(json::parse(body), text);
    std::string latin;
    std::string sound;
    others.add(text, latin, sound);
    insert_text.bind(1, id);
    insert_text.bind(2, text);
    insert_text.bind(3, latin);
    insert_text.bind(4, sound);
    (void)insert_text.step();
    insert_text.reset();
  });
  progress.finish();
}

}  // namespace

Index::Index(const std::string& investigation, Spellings spellings, base::Progress& progress)
    : state_(std::make_unique<State>()) {
  state_->spellings = std::move(spellings);
  state_->path = index_path(investigation);
  const std::string print = fingerprint(investigation);
  base::make_folder(base::parent_folder(state_->path));
  if (base::file_exists(state_->path) &&
      sqlite3_open(state_->path.c_str(), &state_->database) == SQLITE_OK &&
      fits(state_->database, print))
    return;
  sqlite3_close(state_->database);
  state_->database = nullptr;
  base::remove_file(state_->path);
  if (sqlite3_open(state_->path.c_str(), &state_->database) != SQLITE_OK) state_->fail();
  state_->was_rebuilt = true;
  // Derived, so nothing is lost by a cut: what the ledger was is written last, and an index without
  // it does not fit.
  state_->run(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN;"
      "CREATE TABLE made_from(print TEXT);"
      "CREATE TABLE entries(id INTEGER PRIMARY KEY, writer TEXT, seq INTEGER, kind TEXT, time "
      "TEXT, body TEXT);"
      "CREATE VIRTUAL TABLE words USING fts5(text, latin, sound, content='', tokenize='unicode61 "
      "remove_diacritics 0', prefix='3');");
  fill(investigation, state_->database, state_->spellings, progress);
  SqliteQuery made(state_->database, "INSERT INTO made_from VALUES (?)");
  made.bind(1, print);
  (void)made.step();
  if (!made.is_done()) state_->fail();
  state_->run("COMMIT");
}

Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

bool Index::was_rebuilt() const { return state_->was_rebuilt; }

std::int64_t Index::entry_count() const {
  SqliteQuery query(state_->database, "SELECT max(id) FROM entries");
  if (!query.step()) state_->fail();
  return query.number(0);
}

std::vector<Hit> Index::search(std::string_view words, int limit) const {
  const std::string expression = match_expression(words, state_->spellings);
  std::vector<Hit> hits;
  if (expression.empty()) return hits;
  SqliteQuery query(state_->database,
                    "SELECT writer, seq, kind, time, body FROM words JOIN entries ON entries.id = "
                    "words.rowid WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT ?");
  query.bind(1, expression);
  query.bind(2, static_cast<std::int64_t>(limit));
  while (query.step())
    hits.push_back({query.text(0), query.number(1), query.text(2), query.text(3), query.text(4)});
  if (!query.is_done()) state_->fail();
  return hits;
}

void remove_index(const std::string& investigation) {
  for (const char* journal : {"", "-wal", "-shm", "-journal"})
    base::remove_file(index_path(investigation) + journal);
}

}  // namespace sanaq::ledger
