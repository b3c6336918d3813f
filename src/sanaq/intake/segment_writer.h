// Appends envelopes of 16 KiB to segments, one sync for all that wait.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/append_file.h"

namespace sanaq::intake {

class SegmentWriter {
 public:
  // Begins with the segment behind the last one that is there. Segments of a day, of 1,024
  // envelopes, and those that an error met are closed; they bear the first second of their day.
  explicit SegmentWriter(std::string folder);

  // When it returns, the envelope is on the disk. Throws Error{io}: then it is cut off again.
  void put(std::string_view envelope);
  // The next envelope begins a new segment. Returns the number of the first that may still grow.
  std::int64_t close_segment();

 private:
  struct Ticket {
    std::string_view envelope;
    bool is_done = false;
    std::exception_ptr failed = nullptr;
  };
  void write_all(const std::vector<Ticket*>& batch);
  void append(const std::vector<Ticket*>& batch);

  std::string folder_;
  std::mutex alone_;  // of what waits
  std::condition_variable came_, done_;
  std::vector<Ticket*> waiting_;
  bool is_writing_ = false;

  std::mutex file_alone_;  // of what follows
  std::int64_t next_ = 1;
  std::optional<base::AppendFile> file_;
  std::string day_;
};

}  // namespace sanaq::intake
