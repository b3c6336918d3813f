// The work of the investigation that is open, one job at a time: each is a child process of this
// program, so that what it takes of the memory, and its end, are its own.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/workspace/job.h"

namespace sanaq::workspace {

struct JobOrder {
  std::string verb;
  std::vector<std::string> words;  // of the command line, without the program
  std::optional<std::string> passphrase = {};
};

// Any thread may call it; nothing here waits for a job.
class Jobs {
 public:
  // `ended` is called on the thread of the jobs when one is over.
  Jobs(std::string program, std::function<void(const Job&)> ended);
  // Stops what runs: nothing half-written stays.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Another investigation. Those of its jobs that ran or waited when the server ended are lost.
  // Throws Error{conflict} while a job runs or waits.
  void open(const std::string& folder);

  // Begins it, or has it wait for the one that runs. One that waits already and is to do the same
  // is returned instead.
  Job begin(const JobOrder& order);
  // Returns false if there is no such job or it is over.
  bool stop(std::int64_t id);

  [[nodiscard]] std::optional<Job> find(std::int64_t id) const;
  [[nodiscard]] std::vector<Job> all() const;  // the newest first
  // The one that runs, or else the first that waits.
  [[nodiscard]] std::optional<Job> current() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sanaq::workspace
