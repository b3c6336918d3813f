#include "sanaq/workspace/reader.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/file_stamp.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/step_state.h"
#include "sanaq/investigation/what_stands.h"

namespace sanaq::workspace {

// What the steps left behind, as the disk shows it without reading.
struct StepStamps {
  std::optional<base::FileStamp> link, estimate;
  bool operator==(const StepStamps&) const = default;
};

namespace {

using investigation::NamedTexts;
using investigation::WhatStands;

// A site of as many persons is worked out before anybody asks for it.
constexpr std::size_t persons_without_asking = 20'000;
// Lists of as many records are read while somebody waits.
constexpr std::size_t records_while_waiting = 20'000;
constexpr std::chrono::milliseconds a_moment{1000};

StepStamps stamps_of(const std::string& folder) {
  return {base::file_stamp(base::join(folder, ".sanaq/link.json")),
          base::file_stamp(base::join(folder, ".sanaq/estimate.json"))};
}

Behind behind_of(const WhatStands& stands, const std::string& folder) {
  if (stands.is_estimated) return Behind::nothing;
  if (!investigation::read_last_state(folder, "estimate")) return Behind::never_counted;
  if (stands.is_linked) return Behind::number;
  return stands.is_ingested ? Behind::links : Behind::lists;
}

Reach reach_of(const WhatStands& stands) {
  return stands.is_estimated ? Reach::estimated
         : stands.is_linked  ? Reach::linked
                             : Reach::ingested;
}

NamedTexts without_decisions(NamedTexts inputs) {
  std::erase_if(inputs, [](const auto& input) { return input.first == "decisions"; });
  return inputs;
}

// Nothing but decisions is another than it was when this was read, and no count was made since.
bool is_kept(const Held& held, const investigation::RunRecord& now) {
  return held.outcome.keys.ingest == now.keys.ingest && held.settings == now.provenance.settings &&
         without_decisions(held.outcome.provenance.inputs) ==
             without_decisions(now.provenance.inputs);
}

// What is wanted of the lists: decisions alone may have changed, or anything.
enum class Wanted { nothing, decisions, lists };

}  // namespace

struct Reader::Inside {
  mutable std::mutex mutex;
  std::condition_variable changed, settled;
  std::string folder;
  std::int64_t generation = 0;  // of the folder that is open
  Wanted wanted = Wanted::nothing;
  bool is_ending = false, is_preview_wanted = false;
  HeldNow held;
  StepStamps stamps;
  Behind behind = Behind::unknown;
  Behind behind_as_read = Behind::unknown;  // with the decisions that there were
  std::optional<base::Message> why_not_read;
  std::optional<Reading> reading;
  std::optional<investigation::Waiting> waiting;
  SitePreview preview;
  NamesNow names;
  std::thread thread;

  void work();
  void read(const std::string& of, std::int64_t when, Wanted what);
  std::optional<Behind> behind_what_it_has(const std::string& of, Wanted what,
                                           base::Progress& progress);
  void take(WhatStands stands, const std::string& of, std::int64_t when, base::Progress& progress);
  void make_names(std::int64_t when);
  void forget_names(const std::string& of, std::int64_t when);
  void look_at_site(const std::string& of, std::int64_t when, base::Progress& progress);
  // Returns false, and does nothing, where another investigation is open by now, or none any more.
  template <typename Change>
  bool change_if(std::int64_t when, const Change& change) {
    const std::lock_guard lock(mutex);
    if (generation != when || is_ending) return false;
    change();
    return true;
  }
};

namespace {

// Shows how far the reading is, and ends it where nobody wants it any more.
class Watched : public base::Progress {
 public:
  using Show = std::function<bool(const Reading& reading)>;  // false: stop
  explicit Watched(Show show) : show_(std::move(show)) {}
  void start(const base::Message& what, std::int64_t total) override {
    now_ = {what, 0, total};
    is_wanted_ = show_(now_);
  }
  void advance_to(std::int64_t done) override {
    now_.done = done;
    is_wanted_ = show_(now_);
  }
  [[nodiscard]] bool stop_requested() const override { return !is_wanted_; }

 private:
  Show show_;
  Reading now_;
  bool is_wanted_ = true;
};

}  // namespace

// What the count is behind, where nothing but decisions can have changed; nullopt where the lists
// must be read.
std::optional<Behind> Reader::Inside::behind_what_it_has(const std::string& of, Wanted what,
                                                         base::Progress& progress) {
  HeldNow before;
  Behind as_read = Behind::unknown;
  {
    const std::lock_guard lock(mutex);
    if (stamps != stamps_of(of)) return std::nullopt;
    before = held;
    as_read = behind_as_read;
  }
  if (!before) return std::nullopt;
  const base::Catalog catalog;
  const investigation::RunRecord now = investigation::known_now(of, {progress, catalog});
  if (!is_kept(*before, now)) return std::nullopt;
  if (before->outcome.keys.link != now.keys.link)
    return as_read == Behind::nothing || as_read == Behind::number ? Behind::links : as_read;
  return what == Wanted::decisions ? std::optional(as_read) : std::nullopt;
}

void Reader::Inside::take(WhatStands stands, const std::string& of, std::int64_t when,
                          base::Progress& progress) {
  const StepStamps seen = stamps_of(of);
  const Behind how_far = behind_of(stands, of);
  const bool is_linked = stands.is_linked;
  const auto made = std::make_shared<Held>();
  made->reach = reach_of(stands);
  made->outcome = std::move(stands.outcome);
  made->settings = made->outcome.provenance.settings;
  change_if(when, [&] {
    held = made;
    stamps = seen;
    behind_as_read = how_far;
    behind = wanted == Wanted::nothing ? how_far : Behind::unknown;
    why_not_read.reset();
    if (wanted == Wanted::nothing) reading.reset();
    preview = {};
    names = {};
  });
  // What is shown of the lists need not wait for the pairs.
  const investigation::Waiting waits =
      investigation::waiting_in(made->outcome, is_linked, progress);
  change_if(when, [&] { waiting = waits; });
  investigation::keep_waiting(of, waits);
}

// Names that the lists have no more are nowhere from here on: what is there of other names is
// removed first. A list that is to be read anew ends it.
void Reader::Inside::make_names(std::int64_t when) {
  HeldNow now;
  change_if(when, [&] {
    if (!held || names.held == held) return;
    now = held;
    names = {held, nullptr, Reading{base::message("making the index of names"), 0, 0}, {}};
  });
  if (!now) return;
  Watched progress([&](const Reading& at) {
    bool goes_on = true;
    return change_if(when,
                     [&] {
                       names.making = at;
                       goes_on = wanted != Wanted::lists;
                     }) &&
           goes_on;
  });
  const auto settle = [&](NamesNow made) {
    change_if(when, [&] {
      if (names.held == now) names = std::move(made);
    });
  };
  try {
    settle(
        {now, std::make_shared<const investigation::RecordsIndex>(now->outcome, progress), {}, {}});
  } catch (const base::Error& error) {
    // Stopped, it was not made for these lists.
    const bool is_stopped = error.kind() == base::Kind::stopped;
    settle({is_stopped ? nullptr : now, nullptr, {}, error.message()});
  } catch (const std::bad_alloc&) {
    settle({now, nullptr, {}, base::message("There is not enough memory to search these names.")});
  }
}

// Lists that cannot be read are not searched, and nothing of them is kept.
void Reader::Inside::forget_names(const std::string& of, std::int64_t when) {
  const bool is_open = change_if(when, [&] { names = {}; });
  if (!is_open) return;
  try {
    investigation::remove_records_index(of);
  } catch (const base::Error&) {
    // The folder cannot be written to, so nothing was written there by us.
  }
}

void Reader::Inside::look_at_site(const std::string& of, std::int64_t when,
                                  base::Progress& progress) {
  HeldNow now;
  const bool goes_on = change_if(when, [&] {
    const bool is_asked = std::exchange(is_preview_wanted, false);
    if (!held || behind != Behind::nothing || preview.report) return;
    if (!is_asked && held->outcome.persons.size() > persons_without_asking) return;
    now = held;
    preview.is_being_made = true;
  });
  if (!goes_on || !now) return;
  SitePreview made = make_preview(now->outcome, progress);
  std::optional<investigation::Waiting> waits;
  change_if(when, [&] {
    preview = std::move(made);
    if (waiting && preview.report) waiting->facts = preview.report->opening.facts;
    waits = waiting;
  });
  if (waits) investigation::keep_waiting(of, *waits);
}

void Reader::Inside::read(const std::string& of, std::int64_t when, Wanted what) {
  Watched progress([&](const Reading& now) {
    return change_if(when, [&] {
      if (reading) reading = now;
    });
  });
  try {
    const base::Catalog catalog;
    if (what != Wanted::nothing) {
      if (const auto kept = behind_what_it_has(of, what, progress))
        change_if(when, [&] { behind = wanted == Wanted::nothing ? *kept : Behind::unknown; });
      else
        take(investigation::what_stands(of, {progress, catalog}), of, when, progress);
    }
    change_if(when, [&] {
      if (wanted == Wanted::nothing) reading.reset();
    });
    settled.notify_all();
    make_names(when);
    look_at_site(of, when, progress);
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped) return;
    change_if(when, [&] { why_not_read = error.message(); });
    forget_names(of, when);
  } catch (const std::bad_alloc&) {
    change_if(when, [&] {
      why_not_read = base::message("There is not enough memory to show these lists.");
    });
  }
}

void Reader::Inside::work() {
  for (;;) {
    std::string of;
    std::int64_t when = 0;
    Wanted what = Wanted::nothing;
    {
      std::unique_lock lock(mutex);
      if (wanted == Wanted::nothing) reading.reset();
      settled.notify_all();
      changed.wait(lock,
                   [&] { return is_ending || wanted != Wanted::nothing || is_preview_wanted; });
      if (is_ending) return;
      what = std::exchange(wanted, Wanted::nothing);
      of = folder;
      when = generation;
      if (what != Wanted::nothing) reading = Reading{};
    }
    if (!of.empty()) read(of, when, what);
  }
}

Reader::Reader() : inside_(std::make_unique<Inside>()) {
  inside_->thread = std::thread([this] { inside_->work(); });
}

Reader::~Reader() {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->is_ending = true;
  }
  inside_->changed.notify_all();
  inside_->thread.join();
}

void Reader::open(const std::string& folder) {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->folder = folder;
    ++inside_->generation;
    inside_->held = nullptr;
    inside_->behind = Behind::unknown;
    inside_->why_not_read.reset();
    inside_->waiting.reset();
    inside_->preview = {};
    inside_->names = {};
    inside_->wanted = folder.empty() ? Wanted::nothing : Wanted::lists;
    inside_->is_preview_wanted = false;
    if (!folder.empty()) inside_->reading = Reading{};
  }
  inside_->changed.notify_all();
}

void Reader::read_again() {
  {
    const std::lock_guard lock(inside_->mutex);
    if (inside_->folder.empty()) return;
    inside_->wanted = Wanted::lists;
    inside_->behind = Behind::unknown;  // until it is read
    if (!inside_->reading) inside_->reading = Reading{};
  }
  inside_->changed.notify_all();
}

void Reader::wait_a_moment() {
  std::unique_lock lock(inside_->mutex);
  const HeldNow& held = inside_->held;
  if (held && held->outcome.records.record_count() > records_while_waiting) return;
  inside_->settled.wait_for(lock, a_moment,
                            [&] { return inside_->is_ending || !inside_->reading; });
}

void Reader::look_at_decisions() {
  {
    const std::lock_guard lock(inside_->mutex);
    if (inside_->folder.empty()) return;
    if (inside_->wanted == Wanted::nothing) inside_->wanted = Wanted::decisions;
    inside_->behind = Behind::unknown;
  }
  inside_->changed.notify_all();
}

// While the lists are being read it is not known whether these decisions were read with them.
void Reader::note_decisions() {
  bool is_known = true;
  {
    const std::lock_guard lock(inside_->mutex);
    Behind& behind = inside_->behind;
    if (behind == Behind::nothing || behind == Behind::number) behind = Behind::links;
    is_known = behind != Behind::unknown;
  }
  if (!is_known) look_at_decisions();
}

HeldNow Reader::held() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->held;
}

std::optional<base::Message> Reader::why_not_read() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->why_not_read;
}

std::optional<Reading> Reader::reading() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->reading;
}

Behind Reader::behind() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->behind;
}

std::optional<investigation::Waiting> Reader::waiting() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->waiting;
}

NamesNow Reader::names() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->names;
}

SitePreview Reader::site_preview() {
  SitePreview now;
  {
    const std::lock_guard lock(inside_->mutex);
    now = inside_->preview;
    const bool can_be_made = inside_->held && inside_->behind == Behind::nothing;
    if (now.report || now.why_not || !can_be_made) return now;
    now.is_being_made = true;
    inside_->is_preview_wanted = true;
  }
  inside_->changed.notify_all();
  return now;
}

}  // namespace sanaq::workspace
