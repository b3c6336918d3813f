#include "sanaq/base/child.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

// A line that is longer than this is no line of ours.
constexpr std::size_t line_bytes_max = 1 << 20;
constexpr int first_high = 64;  // above the numbers that the pipes get

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
      throw Error(Kind::io, message("no further process can be begun here (error {}); close other "
                                    "programs and try again",
                                    errno));
    read = ends[0];
    write = ends[1];
  }
  ~Pipe() {
    if (read >= 0) ::close(read);
    if (write >= 0) ::close(write);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
};

// Between fork and exec only calls that are safe in a program of several threads.
[[noreturn]] void become(char* const* words, int telling, int secret, int niceness, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(127);  // it has ended meanwhile
  ::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0) + niceness);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  const int nothing = ::open("/dev/null", O_RDWR);
  const int high_telling = ::fcntl(telling, F_DUPFD, first_high);
  const int high_secret = ::fcntl(secret, F_DUPFD, first_high);
  for (int standard = 0; standard < 3; ++standard) ::dup2(nothing, standard);
  ::dup2(high_telling, telling_pipe);
  ::dup2(high_secret, secret_pipe);
  ::close_range(secret_pipe + 1, ~0U, 0);
  ::execv(words[0], words);
  ::_exit(127);
}

// A passphrase is far shorter than what a pipe holds, so nobody waits here.
void hand_over(int to, const std::optional<std::string>& secret) {
  if (!secret) return;
  ::fcntl(to, F_SETFL, O_NONBLOCK);
  if (::write(to, secret->data(), secret->size()) < 0) errno = 0;
}

}  // namespace

bool ChildEnding::was_killed() const { return signal == SIGKILL; }

Child::Child(const ChildCommand& command) {
  std::vector<char*> words;
  for (const std::string& word : command.words) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  Pipe telling, secret;
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) become(words.data(), telling.write, secret.read, command.niceness, parent);
  if (child < 0)
    throw Error(Kind::io, message("no further process can be begun here (error {}); close other "
                                  "programs and try again",
                                  errno));
  process_ = child;
  hand_over(secret.write, command.secret);
  told_ = telling.read;
  telling.read = -1;
}

Child::~Child() {
  if (!ending_) {
    end_at_once();
    ::waitpid(static_cast<pid_t>(process_), nullptr, 0);
  }
  ::close(told_);
}

std::vector<std::string> Child::lines(double seconds) {
  std::vector<std::string> whole;
  pollfd waits{told_, POLLIN, 0};
  if (::poll(&waits, 1, static_cast<int>(seconds * 1000)) <= 0) return whole;
  char bytes[4096];
  const ssize_t size = ::read(told_, bytes, sizeof bytes);
  if (size <= 0) {
    // Nobody writes there any more: what is left is to wait for its end.
    if (size == 0 && !ending()) ::usleep(static_cast<useconds_t>(std::min(seconds, 0.05) * 1e6));
    return whole;
  }
  begun_.append(bytes, static_cast<std::size_t>(size));
  for (std::size_t end = begun_.find('\n'); end != std::string::npos; end = begun_.find('\n')) {
    whole.push_back(begun_.substr(0, end));
    begun_.erase(0, end + 1);
  }
  if (begun_.size() > line_bytes_max) begun_.clear();
  return whole;
}

std::optional<ChildEnding> Child::ending() {
  if (ending_) return ending_;
  int status = 0;
  if (::waitpid(static_cast<pid_t>(process_), &status, WNOHANG) != process_) return std::nullopt;
  ending_ = ChildEnding{};
  if (WIFEXITED(status))
    ending_->code = WEXITSTATUS(status);
  else
    ending_->signal = WTERMSIG(status);
  return ending_;
}

void Child::ask_to_stop() {
  if (!ending_) ::kill(static_cast<pid_t>(process_), SIGTERM);
}

void Child::end_at_once() {
  if (!ending_) ::kill(static_cast<pid_t>(process_), SIGKILL);
}

}  // namespace sanaq::base
