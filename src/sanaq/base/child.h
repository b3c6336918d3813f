// Another program that works beside this one: it ends with this one, has less of the processor, and
// says line by line how far it is.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sanaq::base {

// Where the child finds its two pipes.
inline constexpr int telling_pipe = 3;  // it writes lines there
inline constexpr int secret_pipe = 4;   // it reads the secret there, once

struct ChildCommand {
  std::vector<std::string> words;          // the program's path, then its arguments
  std::optional<std::string> secret = {};  // for secret_pipe; never in an argument
  int niceness = 10;                       // added to this program's
};

// How a child ended: by itself with a code, or by a signal.
struct ChildEnding {
  std::optional<int> code;
  int signal = 0;
  [[nodiscard]] bool was_killed() const;  // as the system does where memory is short
};

// Its standard input and both outputs are closed to this program, so that no cell of a list gets
// into a log. The thread that makes it must live until it has ended: the system ends it with that
// thread.
class Child {
 public:
  // Throws Error{io} where no process can be begun.
  explicit Child(const ChildCommand& command);
  // Ends it at once if it has not ended.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Waits at most `seconds` and returns the whole lines that came, without their ends; none where
  // it said nothing meanwhile.
  [[nodiscard]] std::vector<std::string> lines(double seconds);
  // Returns nullopt while it runs.
  [[nodiscard]] std::optional<ChildEnding> ending();
  void ask_to_stop();  // as Ctrl-C does
  void end_at_once();
  [[nodiscard]] std::int64_t process() const { return process_; }

 private:
  std::int64_t process_ = 0;
  int told_ = -1;
  std::string begun_;  // of a line
  std::optional<ChildEnding> ending_;
};

}  // namespace sanaq::base
