#include "sanaq/intake/segment_writer.h"

#include <algorithm>
#include <chrono>

#include "sanaq/base/error.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/intake/envelope.h"
#include "sanaq/intake/spool_files.h"

namespace sanaq::intake {
namespace {

constexpr std::chrono::milliseconds wait_most(4);
constexpr std::size_t enough_for_a_sync = 16;
constexpr std::int64_t segment_bytes_most = 1024 * slot_bytes;

}  // namespace

SegmentWriter::SegmentWriter(std::string folder) : folder_(std::move(folder)) {
  for (const std::string& name : base::list_folder(folder_)) {
    if (const auto number = segment_number(name)) next_ = std::max(next_, *number + 1);
  }
}

// Whoever comes while nobody writes, writes: for all that came meanwhile.
void SegmentWriter::put(std::string_view envelope) {
  Ticket mine{envelope};
  std::unique_lock lock(alone_);
  waiting_.push_back(&mine);
  if (waiting_.size() >= enough_for_a_sync) came_.notify_one();
  while (!mine.is_done) {
    if (is_writing_) {
      done_.wait(lock);
      continue;
    }
    is_writing_ = true;
    came_.wait_for(lock, wait_most, [&] { return waiting_.size() >= enough_for_a_sync; });
    const std::vector<Ticket*> batch = std::exchange(waiting_, {});
    lock.unlock();
    write_all(batch);
    lock.lock();
    for (Ticket* const ticket : batch) ticket->is_done = true;
    is_writing_ = false;
    done_.notify_all();
  }
  if (mine.failed) std::rethrow_exception(mine.failed);
}

void SegmentWriter::write_all(const std::vector<Ticket*>& batch) {
  try {
    append(batch);
  } catch (...) {
    for (Ticket* const ticket : batch) ticket->failed = std::current_exception();
  }
}

void SegmentWriter::append(const std::vector<Ticket*>& batch) {
  const std::scoped_lock lock(file_alone_);
  const std::string today = base::today();
  if (file_ && (day_ != today || file_->size() >= segment_bytes_most)) file_.reset();
  if (!file_) {
    file_.emplace(base::join(folder_, segment_name(next_)));
    ++next_;
    day_ = today;
  }
  const std::int64_t before = file_->size();
  std::string bytes;
  for (const Ticket* const ticket : batch) bytes += ticket->envelope;
  try {
    file_->append(bytes);
    base::set_file_time(file_->path(), *base::start_of_day(day_));
    file_->sync();
  } catch (...) {
    // What was not said to be here is not here. A segment that met an error takes nothing more: its
    // next envelope might not begin where one is looked for.
    try {
      file_->cut_to(before);
    } catch (const base::Error&) {
      // Then it ends with what nobody was told of.
    }
    file_.reset();
    throw;
  }
}

std::int64_t SegmentWriter::close_segment() {
  const std::scoped_lock lock(file_alone_);
  file_.reset();
  return next_;
}

}  // namespace sanaq::intake
