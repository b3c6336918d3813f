#include "sanaq/ledger/writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/append_file.h"
#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/system.h"
#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/body_schema.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/erased_bodies.h"
#include "sanaq/ledger/merge.h"
#include "sanaq/ledger/opening.h"
#include "sanaq/ledger/recovery.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

std::string lock_path(const std::string& investigation) {
  base::make_folder(ledger_folder(investigation));
  return base::join(ledger_folder(investigation), "lock");
}

std::vector<base::Message> recover_all(const std::string& investigation) {
  std::vector<base::Message> said = finish_merge(investigation);
  for (const ChainFile& file : chain_files(investigation)) {
    const std::vector<base::Message> more = recover(file);
    said.insert(said.end(), more.begin(), more.end());
  }
  return said;
}

// The same answer however often it is needed.
AskPassphrase asked_once(const WriterOptions& options) {
  if (options.passphrase) return [passphrase = options.passphrase] { return passphrase; };
  if (!options.ask_passphrase) return {};
  return [ask = options.ask_passphrase, answer = std::optional<std::string>()]() mutable {
    if (!answer) answer = ask();
    return answer;
  };
}

// What is named in `seen` and bounds the clock: the last line of each chain that counts for
// everybody.
std::optional<Entry> head_of(const ScannedChain& chain, std::int64_t seq) {
  if (seq == 0) return std::nullopt;
  if (seq == chain.end) return chain.last;
  const MappedIfThere file(chain.file.chain_path);
  const auto lines = lines_numbered(file.bytes(), {seq});
  if (lines.empty()) return std::nullopt;
  auto entry = parse_chain_line(lines.begin()->second);
  return entry ? std::optional(std::move(*entry)) : std::nullopt;
}

std::string self_of_line(const ScannedChain& chain, std::int64_t seq) {
  const auto entry = head_of(chain, seq);
  base::check(entry.has_value(), "a line of a scanned chain is there");
  return entry->self;
}

}  // namespace

struct Writer::Anchored {
  std::string investigation, id, founder, writer, self;
  std::int64_t seq = 0;

  ~Anchored() {
    try {
      if (seq == 0) return;
      Anchor anchor = read_anchor(investigation).value_or(Anchor());
      anchor.id = id;
      anchor.founder = founder;
      anchor.own[writer] = {seq, self};
      write_anchor(investigation, anchor);
    } catch (const std::exception&) {
      // The entries stand. The key store remembers less than it could; the next writer tells it.
    }
  }
};

Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;

std::optional<std::string> passphrase_of_new_key(const WriterOptions& options) {
  return options.new_passphrase ? options.new_passphrase : options.passphrase;
}

Writer::Writer(std::string investigation, WriterOptions options)
    : investigation_(std::move(investigation)),
      options_(std::move(options)),
      lock_(lock_path(investigation_)),
      recovered_(recover_all(investigation_)),
      prev_(first_prev) {
  if (!options_.now) options_.now = base::now_utc;
  options_.ask_passphrase = asked_once(options_);
  const Opening opening = open_folder(investigation_, recovered_);
  believed_id_ = options_.founds ? "" : opening.standing.id;
  for (const FoundedId& founded : opening.standing.founded) {
    if (founded.id == believed_id_) founder_ = founded.founder;
  }
  is_first_time_ = !believed_id_.empty() && opening.is_first_time;
  choose_key(opening);
  read_heads(opening);
  anchored_ = std::make_unique<Anchored>();
  if (chain_id_.empty()) {
    ask_for_own_end(opening);
    begin_format_2(opening);
  }
  enter_missing_secret(opening);
  vouch(opening);
  note_anchor();
  if (options_.begins_chain) retire_others();
}

// Whoever begins a new chain here goes on in it.
void Writer::retire_others() const {
  const std::string here = base::absolute_path(investigation_);
  for (const Key& key : all_keys()) {
    if (key.folder() == here && key.writer() != key_.writer() && !key.is_retired())
      retire_key(key.writer());
  }
}

void Writer::choose_key(const Opening& opening) {
  bool is_new = options_.key.has_value();
  if (is_new) {
    key_ = *options_.key;
  } else {
    auto key = options_.begins_chain ? std::nullopt : key_of_folder(investigation_, opening);
    if (!options_.begins_chain) expect_own_chains(investigation_, opening);
    is_new = !key;
    key_ = key ? std::move(*key)
               : make_key(investigation_, options_.name, passphrase_of_new_key(options_));
  }
  if (is_new && options_.new_passphrase) {
    signer_.emplace(key_.open([&] { return options_.new_passphrase; }));
  } else {
    signer_.emplace(key_.open(options_.ask_passphrase));
  }
  file_ = chain_file(investigation_, key_.writer());
}

void Writer::read_heads(const Opening& opening) {
  if (find_chain(opening.folder, key_.writer()) != nullptr) {
    const ScannedChain chain = own_chain(opening, key_.writer());
    cut_unsigned_end(chain, recovered_);
    expect_readable_end(file_);
    seq_ = chain.end;
    clock_ = chain.last.clock;
    self_ = chain.last.self;
    if (seq_ > 0) prev_ = chain.last_hash;
    chain_id_ = chain.id;
    expect_clock_in_time(opening);
  }
  const MappedIfThere own(file_.chain_path);
  for (const auto& [writer, key] : opening.standing.keys) {
    if (writer == key_.writer() || key.counts_up_to == 0) continue;
    const auto chain =
        std::find_if(opening.folder.chains.begin(), opening.folder.chains.end(),
                     [&, &name = writer, &fork = key.fork](const ScannedChain& known) {
                       return known.file.writer == name && known.file.fork == fork;
                     });
    const auto newest = head_of(*chain, key.counts_up_to);
    if (newest) clock_of_others_ = std::max(clock_of_others_, newest->clock);
    // Of format 1 nothing is leaned on that its writer did not sign: anybody could write it.
    const auto head = key.counts == CountReason::format_1
                          ? head_of(*chain, std::min(chain->last_checkpoint, key.counts_up_to))
                          : newest;
    if (!head) continue;
    others_[writer] = {head->seq, head->self};
    // Another's name stands in our chain only in `seen`; the last mention is the one that counts.
    const std::string mark = fmt::format(R"("{}":")", writer);
    const std::size_t mention = own.bytes().rfind(mark);
    const bool is_seen = mention != std::string_view::npos &&
                         own.bytes().substr(mention + mark.size(), 64) == head->self;
    if (!is_seen) unseen_[writer] = head->self;
  }
  clock_ = std::max(clock_, clock_of_others_);
}

// Our own lines are out of bounds only where others' are missing: a line more would be so too.
void Writer::expect_clock_in_time(const Opening& opening) const {
  if (clock_ <= opening.folder.line_count) return;
  throw base::Error(base::Kind::corrupt,
                    message("{}: chains that stood here when you last wrote are missing; run "
                            "`sanaq verify`, and merge a copy that has them",
                            ledger_folder(investigation_)));
}

void Writer::begin_format_2(const Opening& opening) {
  began_chain_ = seq_ == 0;
  if (believed_id_.empty()) return found();
  KeyEvent event;
  event.kind = KeyEventKind::begun;
  event.key = key_.writer();
  event.investigation = believed_id_;
  event.name = key_.name();
  if (const auto same = options_.key ? options_.rests_on : key_of_member(opening)) {
    event.same = same->writer();
    event.same_signature =
        same->open(options_.ask_passphrase).sign(same_text(believed_id_, key_.writer()));
  }
  chain_id_ = believed_id_;
  append("key", body_of(event));
}

// The id is made from the very line: it is signed under none.
void Writer::found() {
  founding_.emplace();
  founding_->recovery_seed = random_salt();
  KeyEvent event;
  event.kind = KeyEventKind::founded;
  event.key = key_.writer();
  event.name = key_.name();
  event.nonce = random_salt();
  event.recovery = Signer(founding_->recovery_seed).writer();
  chain_id_ = no_id;
  append("key", body_of(event));
  chain_id_ = prev_;
  believed_id_ = prev_;
  founder_ = key_.writer();
  founding_->id = prev_;
  enter_secret();
}

Entry Writer::enter_secret(bool redirects) {
  nlohmann::json body = {{"secret", random_salt()}};
  if (redirects) body["redirects"] = true;
  return append("secret", body);
}

// A founder who was interrupted right behind the founding.
void Writer::enter_missing_secret(const Opening& opening) {
  const PersonStanding* person = opening.standing.person_of(key_.writer());
  if (person != nullptr && person->is_founder && !opening.standing.secret) enter_secret();
}

// Before the first signed line is written, which vouches for every line before it.
void Writer::ask_for_own_end(const Opening& opening) {
  if (seq_ == 0 || !options_.wrote_own) return;
  const ScannedChain chain = own_chain(opening, key_.writer());
  if (chain.end <= chain.last_checkpoint) return;
  const Unvouched own = as_unvouched(chain);
  if (options_.wrote_own(own).value_or(true)) return;
  const std::int64_t last = std::max<std::int64_t>(1, chain.last_checkpoint);
  recovered_.push_back(message("{}: what stood after entry {} was moved to {}.cut-off",
                               file_.chain_path, last, key_.writer()));
  go_back_to(chain, last);
}

void Writer::go_back_to(const ScannedChain& chain, std::int64_t last) {
  std::size_t kept = 0;
  std::string line;
  {
    const MappedIfThere bytes(chain.file.chain_path);
    const std::string_view text = lines_numbered(bytes.bytes(), {last}).begin()->second;
    kept = static_cast<std::size_t>(text.data() - bytes.bytes().data()) + text.size() + 1;
    line = text;
  }
  cut_behind(chain.file, last, kept);
  const auto entry = parse_chain_line(line);
  base::check(entry.has_value(), "a line that was scanned is sound");
  seq_ = last;
  clock_ = std::max(entry->clock, clock_of_others_);
  self_ = entry->self;
  prev_ = line_hash(line);
}

// What nobody was asked about counts as before; what somebody says no to only as far as its writer
// signed it, and where he signed nothing, its first line.
void Writer::vouch(const Opening& opening) {
  std::vector<Unvouched> chains = unvouched_chains(opening, key_.writer());
  const bool is_asked_again =
      std::any_of(chains.begin(), chains.end(), [](const auto& chain) { return chain.counts; });
  if (chains.empty() || !(founding_ || options_.vouches_now || is_asked_again)) return;
  const auto answer = options_.vouches ? options_.vouches(chains) : std::nullopt;
  for (const Unvouched& chain : chains) {
    const bool is_settled = answer ? !*answer && !chain.counts : chain.counts || !founding_;
    if (is_settled) continue;
    KeyEvent event;
    event.kind = KeyEventKind::vouched;
    event.key = chain.writer;
    event.investigation = believed_id_;
    event.last_believed =
        answer.value_or(true) ? chain.entries : std::max<std::int64_t>(1, chain.last_checkpoint);
    event.self = event.last_believed == chain.entries
                     ? chain.self
                     : self_of_line(*find_chain(opening.folder, chain.writer), event.last_believed);
    event.is_unasked = !answer;
    append("key", body_of(event));
  }
}

void Writer::note_anchor() {
  anchored_->investigation = base::absolute_path(investigation_);
  anchored_->id = believed_id_;
  anchored_->founder = founder_;
  anchored_->writer = key_.writer();
  anchored_->seq = seq_;
  anchored_->self = self_;
}

Entry Writer::next_entry(const std::string& kind, const json& body, const std::string& time) {
  base::check(is_known_kind(kind), "only known kinds are entered");
  Entry entry;
  entry.seq = seq_ + 1;
  entry.clock = clock_ + 1;
  entry.time = time;
  entry.writer = key_.writer();
  entry.kind = kind;
  entry.salt = random_salt();
  entry.body = canonical(body);
  if (entry.body->size() > body_bytes_max)
    throw base::Error(base::Kind::bad_input,
                      message("an entry of {} bytes is too long for the ledger; at most {} can be "
                              "entered: put long texts into a document",
                              entry.body->size(), body_bytes_max));
  base::check(fit_of(kind, *entry.body) != Fit::misfit, "what is entered fits its kind");
  entry.commitment = commit(entry.salt, *entry.body);
  entry.seen = unseen_;
  entry.prev = prev_;
  seal(entry);
  entry.sig = signer_->sign(signed_text(chain_id_, entry));
  return entry;
}

Entry Writer::append(const std::string& kind, const json& body) {
  return append_all({{kind, body}}).front();
}

std::vector<Entry> Writer::append_all(const std::vector<std::pair<std::string, json>>& bodies) {
  if (is_broken_)
    throw base::Error(
        base::Kind::io,
        message("{}: the disk refused an entry; run the command again once the disk works",
                file_.chain_path));
  std::vector<Entry> entries;
  std::string chain_text, body_text;
  const std::string time = options_.now();
  const auto before = std::tuple(seq_, clock_, prev_, self_, unseen_);
  try {
    for (const auto& [kind, body] : bodies) {
      entries.push_back(next_entry(kind, body, time));
      const std::string line = chain_line(entries.back());
      chain_text += line + "\n";
      body_text += body_line(entries.back()) + "\n";
      ++seq_;
      ++clock_;
      prev_ = line_hash(line);
      self_ = entries.back().self;
      unseen_.clear();
    }
    write(body_text, chain_text);
    if (anchored_) note_anchor();
  } catch (...) {
    std::tie(seq_, clock_, prev_, self_, unseen_) = before;
    throw;
  }
  return entries;
}

void Writer::write(const std::string& bodies, const std::string& chain) {
  // The chain's file first: bodies without a chain would be damage, an empty chain is only a
  // beginning.
  base::AppendFile chain_file(file_.chain_path);
  base::AppendFile bodies_file(file_.bodies_path);
  const ChainSizes before{chain_file.size(), bodies_file.size()};
  write_unfinished(file_, before);
  try {
    bodies_file.append(bodies);
    bodies_file.sync();
    chain_file.append(chain);
    chain_file.sync();
  } catch (...) {
    is_broken_ = true;
    // As it was, if the disk lets us; if not, the note stands and the next writer does it.
    chain_file.cut_to(before.chain);
    chain_file.sync();
    bodies_file.cut_to(before.bodies);
    bodies_file.sync();
    remove_unfinished(file_);
    is_broken_ = false;
    throw;
  }
  try {
    remove_unfinished(file_);
  } catch (const base::Error&) {
    // The entries are on the disk; a note that could not be removed is, at the next start.
  }
}

std::vector<EntryPlace> Writer::remove_erased_bodies() {
  std::vector<EntryPlace> places;
  for (const Entry& entry : bodies_to_destroy(investigation_))
    places.push_back({entry.writer, entry.seq});
  remove_bodies(investigation_, {places.begin(), places.end()});
  return places;
}

void Writer::erase_body(const std::string& writer, std::int64_t seq) {
  remove_bodies(investigation_, {{writer, seq}});
}

std::map<std::string, std::pair<std::int64_t, std::string>> Writer::heads() const {
  auto heads = others_;
  if (seq_ > 0) heads[key_.writer()] = {seq_, self_};
  return heads;
}

}  // namespace sanaq::ledger
