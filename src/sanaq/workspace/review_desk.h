// What reviewing needs of the investigation that is open, made once and kept in memory: the queue,
// the records by their identities, what the ledger says, which tasks were shown and skipped.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/next_tasks.h"
#include "sanaq/investigation/records_today.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

// The words of the pairs in doubt, of one reading of the lists. Of the queue no more is read than
// is shown.
class ReviewDesk {
 public:
  // Where the lists are not linked as they are now, or with the answers that were given since, the
  // queue is that of the last count.
  ReviewDesk(HeldNow held, const std::string& folder);

  struct Weight {
    double probability = 0, bits = 0;
  };
  // Of two records between which linking was in doubt; nullopt of any others.
  [[nodiscard]] std::optional<Weight> weight(std::uint32_t one, std::uint32_t other) const;
  // How many tasks of the queue have exactly none of these answers: sets of identities. Of the last
  // count's queue also those whose records are gone.
  [[nodiscard]] std::int64_t left(const std::vector<ledger::Decision>& standing,
                                  const investigation::Reviewer& who) const;
  [[nodiscard]] const investigation::Outcome& outcome() const { return held_->outcome; }
  [[nodiscard]] bool is_linked() const { return held_->reach >= Reach::linked; }

 private:
  HeldNow held_;

 public:
  investigation::RecordsToday today;
  exchange::RowWords words;
  investigation::TaskQueue queue;
};

using DecisionsNow = std::shared_ptr<const std::vector<ledger::Decision>>;

// One look at everything.
struct ReviewNow {
  std::string folder;
  HeldNow held;
  std::shared_ptr<const ReviewDesk> desk;  // nullptr until the lists are read
  DecisionsNow standing;                   // ledger::decisions_standing()
  investigation::Reviewer who;             // whose key this is; empty before the first entry
  Behind behind = Behind::unknown;
};

// The ledger is read again only if its files are others than they were. Any thread may call it.
[[nodiscard]] ReviewNow review_now(Bench& bench);
// The same of an investigation whose ledger is open for writing: what the ledger says under its
// lock.
[[nodiscard]] ReviewNow review_now(Bench& bench, const ledger::Writer& writer);
// These were entered after `now` was looked at, nothing else: so that the ledger need not be read
// again. They have their place and time.
void keep_entered(const ReviewNow& now, const ledger::Writer& writer,
                  const std::vector<ledger::Decision>& entered);

// Returns the next tasks, at most `count`, without those that were skipped, and remembers them.
[[nodiscard]] std::vector<investigation::NextTask> tasks_to_show(const ReviewNow& now,
                                                                 std::size_t count);
// Returns a task that was shown, also one that was shown before a restart and is still among the
// next ones; nullopt if there is none of this name.
[[nodiscard]] std::optional<investigation::NextTask> shown_task(const ReviewNow& now,
                                                                const std::string& id);

// Skipped tasks come back when somebody wants them, and after a restart. `records` as in
// NextTask::open.
void skip_task(const ReviewNow& now, const investigation::NextTask& task);
void show_skipped_again(const ReviewNow& now);
[[nodiscard]] std::size_t skipped_count(const ReviewNow& now);

// Whether what is decided now is something else than what the last count was made with. It is
// worked out once for each look at the ledger.
[[nodiscard]] bool has_answers_since_count(const ReviewNow& now);

}  // namespace sanaq::workspace
