#include "sanaq/base/child_pipe.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

constexpr std::size_t secret_bytes_max = 4096;
constexpr int first_after_standard = 3;

void expect_open(int descriptor, bool for_writing) {
  const int mode = descriptor < first_after_standard ? -1 : ::fcntl(descriptor, F_GETFL);
  const int access = mode & O_ACCMODE;
  if (mode < 0 || (access != O_RDWR && access != (for_writing ? O_WRONLY : O_RDONLY)))
    throw Error(Kind::usage, message("{} is no pipe that this program was begun with", descriptor));
}

}  // namespace

TellingPipe::TellingPipe(int descriptor) : descriptor_(descriptor) {
  expect_open(descriptor, true);
  std::signal(SIGPIPE, SIG_IGN);
}

void TellingPipe::tell(std::string_view line) const {
  const std::string whole = std::string(line) + "\n";
  std::size_t told = 0;
  while (told < whole.size()) {
    const ssize_t size = ::write(descriptor_, whole.data() + told, whole.size() - told);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return;
    told += static_cast<std::size_t>(size);
  }
}

std::string read_secret(int descriptor) {
  expect_open(descriptor, false);
  std::string secret;
  char bytes[512];
  while (secret.size() <= secret_bytes_max) {
    const ssize_t size = ::read(descriptor, bytes, sizeof bytes);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return secret;
    secret.append(bytes, static_cast<std::size_t>(size));
  }
  throw Error(Kind::usage, message("the passphrase is longer than {} bytes", secret_bytes_max));
}

}  // namespace sanaq::base
