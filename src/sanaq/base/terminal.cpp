#include "sanaq/base/terminal.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

#include "sanaq/base/error.h"
#include "sanaq/base/system.h"

namespace sanaq::base {
namespace {

void show(std::string_view text) {
  while (!text.empty()) {
    const ssize_t size = ::write(STDERR_FILENO, text.data(), text.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
}

std::optional<char> next_letter() {
  char letter = 0;
  for (;;) {
    const ssize_t size = ::read(STDIN_FILENO, &letter, 1);
    if (size < 0 && errno == EINTR) {
      // Whoever presses Ctrl-C at a question means no.
      if (was_interrupted())
        throw Error(Kind::stopped, message("stopped, nothing half-written stays"));
      continue;
    }
    return size == 1 ? std::optional(letter) : std::nullopt;
  }
}

// The terminal shows nothing and gives every key as it is, Ctrl-C too: it cannot end the program
// and leave a terminal that shows nothing.
class Hidden {
 public:
  Hidden() {
    ::tcgetattr(STDIN_FILENO, &before_);
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
    hidden.c_cc[VMIN] = 1;
    hidden.c_cc[VTIME] = 0;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  ~Hidden() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;

 private:
  termios before_{};
};

// Takes the last letter of UTF-8 back, whole.
void take_back(std::string& line) {
  while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80) line.pop_back();
  if (!line.empty()) line.pop_back();
}

}  // namespace

bool can_ask() { return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1; }

std::optional<std::string> ask(std::string_view question) {
  if (!can_ask()) return std::nullopt;
  show(question);
  std::string line;
  for (;;) {
    const auto letter = next_letter();
    if (!letter) return std::nullopt;
    if (*letter == '\n') return line;
    line += *letter;
  }
}

std::optional<std::string> ask_hidden(std::string_view question) {
  if (!can_ask()) return std::nullopt;
  const Hidden hidden;  // before the question: what is typed from now on is not shown
  show(question);
  std::string line;
  for (;;) {
    const auto letter = next_letter();
    if (!letter || (*letter == 4 && line.empty())) return std::nullopt;
    if (*letter == 3) throw Error(Kind::stopped, message("stopped, nothing half-written stays"));
    if (*letter == '\n' || *letter == '\r') {
      show("\n");
      return line;
    }
    if (*letter == 127 || *letter == 8)
      take_back(line);
    else
      line += *letter;
  }
}

Typed typed_within(double seconds) {
  // Whoever reads in the background is stopped.
  const bool is_behind = ::isatty(STDIN_FILENO) == 1 && ::tcgetpgrp(STDIN_FILENO) != ::getpgrp();
  pollfd waited{STDIN_FILENO, POLLIN, 0};
  const int ready = ::poll(&waited, is_behind ? 0 : 1, static_cast<int>(seconds * 1000.0));
  if (is_behind || ready <= 0) return Typed::nothing;
  for (;;) {
    char letter = 0;
    const ssize_t size = ::read(STDIN_FILENO, &letter, 1);
    if (size < 0 && errno == EINTR) return Typed::nothing;
    if (size <= 0) return Typed::end;
    if (letter == '\n') return Typed::line;
  }
}

}  // namespace sanaq::base
