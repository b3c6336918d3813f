// A failure that ends the job: its kind, and a message that says what to do.
#pragma once
#include <exception>
#include <string>

#include "sanaq/base/message.h"

namespace sanaq::base {

// The numbers are the program's exit codes (after sysexits) and may never change.
enum class Kind {
  usage = 64,      // the command was called wrongly
  bad_input = 65,  // a file or setting cannot be used as it is
  not_found = 66,  // no such file, investigation or record
  bug = 70,        // our mistake
  io = 71,         // disk, permission
  corrupt = 74,    // the ledger, a list or a document is not what it was
  conflict = 75,   // something is in the way: another process, a file, what was decided meanwhile
  stopped = 130,   // the user asked us to stop
};

// An Error is thrown where the failure is discovered. It is caught to add the place and be thrown
// again, or where a job can go on without what failed, and finally in cli/program.cpp.
class Error : public std::exception {
 public:
  Error(Kind kind, Message message)
      : kind_(kind), message_(std::move(message)), english_(message_.english()) {}
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const Message& message() const { return message_; }
  [[nodiscard]] const char* what() const noexcept override { return english_.c_str(); }

 private:
  Kind kind_;
  Message message_;
  std::string english_;
};

}  // namespace sanaq::base
