// Progress for the program that began this one, on a pipe, one JSON object a line:
//
//     {"what":{"id":"reading {}","arguments":["hospital"]},"done":1200,"total":2000}
//     {"note":"…"}                                     a sentence, in this program's language
//     {"code":65,"says":{"id":…,"arguments":[…]}}      the end; says only where something failed
//
// Each of the first kind at most ten times a second.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/child_pipe.h"
#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/cli/arguments.h"

namespace sanaq::cli {

class ProgressLines : public base::Progress {
 public:
  // Throws Error{usage} if there is no such pipe.
  explicit ProgressLines(int pipe) : pipe_(pipe) {}
  void start(const base::Message& what, std::int64_t total) override;
  void advance_to(std::int64_t done) override;
  [[nodiscard]] bool stop_requested() const override;
  void note(std::string_view sentence) const;
  void end(int code, const std::optional<base::Message>& says) const;

 private:
  void tell(std::int64_t done);

  base::TellingPipe pipe_;
  base::Message what_;
  std::int64_t total_ = 0;
  base::Stopwatch since_telling_;
};

// Adds --progress-fd and --passphrase-fd, which no help lists: whoever begins this program with
// pipes names them so. They are read from the line before the command is; `words` is only where the
// command line puts them, and must outlive it.
void add_pipes(Arguments& app, std::string& words);
// Returns the value of --progress-fd. Throws Error{usage} if it is no number.
[[nodiscard]] std::optional<int> telling_pipe_of(const std::vector<std::string>& arguments);
// Returns what stands in the pipe that --passphrase-fd names; nullopt if none is named, or nothing
// stands there.
[[nodiscard]] std::optional<std::string> passphrase_handed_over(
    const std::vector<std::string>& arguments);

}  // namespace sanaq::cli
