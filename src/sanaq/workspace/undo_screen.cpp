#include "sanaq/workspace/undo_screen.h"

#include <mutex>

#include "sanaq/base/error.h"
#include "sanaq/investigation/undo.h"
#include "sanaq/ledger/writer.h"
#include "sanaq/workspace/ledger_questions.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

using investigation::Change;
using investigation::ChangeKind;

constexpr std::size_t changes_in_the_strip = 10;

// The words of the newest lists, which it does not keep.
struct RowsRemembered {
  std::mutex mutex;
  std::weak_ptr<const Held> of;
  std::string language;
  investigation::WordsOfRow words;
};

// As long as `held` is kept.
investigation::WordsOfRow words_of_held(const HeldNow& held, const std::string& language) {
  static RowsRemembered newest;
  if (!held) return [](const std::string&) { return std::string(); };
  const std::lock_guard lock(newest.mutex);
  if (!newest.words || newest.of.lock() != held || newest.language != language) {
    newest.words = investigation::words_of_rows(held->outcome, language);
    newest.language = language;
    newest.of = held;
  }
  return newest.words;
}

Data change_shown(const Visit& visit, const Change& change) {
  Data shown;
  shown.set("name", change.name);
  const base::Catalog catalog(visit.voice.language());
  shown.set("words", visit.voice.say_isolating(change.words(catalog)));
  shown.set("clock", change.time.size() >= 16 ? change.time.substr(11, 5) : "");
  return shown;
}

std::string address_of_page(const http::Request& request) {
  return request.query.empty() ? request.path : request.path + "?" + request.query;
}

// Where to go back to: an address of ours, whatever was posted.
std::string way_back(const std::string& posted) {
  const bool is_ours = posted.size() > 1 && posted[0] == '/' && posted[1] != '/' &&
                       posted[1] != '\\' && posted.find_first_of("\r\n\t ") == posted.npos;
  return is_ours ? posted : "/";
}

void take_back(const Visit& visit, Bench& bench, const Change& change) {
  const std::string reason = visit.voice.say("taken back in the workspace");
  if (change.kind == ChangeKind::settings) {
    investigation::undo(bench.folder(), change, reason, {});
    return;
  }
  bench.write([&](ledger::Writer& writer) {
    investigation::undo(bench.folder(), change, reason, [&] { return std::move(writer); });
  });
}

http::Response undo_refused(const Visit& visit, Bench& bench, const base::Error& error,
                            const std::string& back) {
  Data data;
  data.set("problem", visit.voice.say_isolating(error.message()));
  data.set("back", back);
  const int status = error.kind() == base::Kind::conflict    ? 409
                     : error.kind() == base::Kind::not_found ? 404
                                                             : 422;
  return page(visit, bench, {visit.voice.say("This was not undone"), "history", status},
              "undo_refused", data);
}

}  // namespace

std::string undo_strip(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  std::vector<Change> changes;
  try {
    changes = investigation::last_changes(bench.folder(), changes_in_the_strip,
                                          words_of_held(held, visit.voice.language()));
  } catch (const base::Error&) {
    return "";  // the screen itself says what is wrong with the folder
  }
  if (changes.empty()) return "";
  Data data, list(Data::type::list);
  for (const Change& change : changes) list.push_back(change_shown(visit, change));
  data.set("changes", list);
  data.set("csrf", csrf_field(visit, "/undo"));
  data.set("back", visit.request.method == "POST" ? "/" : address_of_page(visit.request));
  return piece(visit, "undo_strip", data);
}

http::Response undo_change(const Visit& visit, Bench& bench) {
  const std::string back = way_back(visit.form.value("back"));
  ChangeKind kind = ChangeKind::decision;
  try {
    const HeldNow held = bench.held();
    const Change change = investigation::change_to_undo(
        bench.folder(), visit.form.value("name"), words_of_held(held, visit.voice.language()));
    kind = change.kind;
    take_back(visit, bench, change);
  } catch (const NeedsPassphrase&) {
    throw;
  } catch (const NeedsOwnEnd&) {
    throw;
  } catch (const base::Error& error) {
    return undo_refused(visit, bench, error, back);
  }
  if (kind == ChangeKind::decision)
    bench.look_at_decisions();
  else
    bench.read_again();
  return http::see_other(back);
}

}  // namespace sanaq::workspace
