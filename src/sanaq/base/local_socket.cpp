#include "sanaq/base/local_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "sanaq/base/connection.h"
#include "sanaq/base/disk_error.h"
#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

std::optional<sockaddr_un> address_of(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) return std::nullopt;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

int connected(const std::string& path) {
  const auto address = address_of(path);
  if (!address) return -1;
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return -1;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0)
    return socket;
  ::close(socket);
  return -1;
}

// The rights of the socket's file say so too; a folder that others can write into says nothing.
bool is_own_user(int socket) {
  ucred other{};
  socklen_t size = sizeof other;
  return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &other, &size) == 0 &&
         other.uid == ::geteuid();
}

}  // namespace

void clear_socket(const std::string& path) {
  if (!address_of(path)) throw_disk_error(path, ENAMETOOLONG);
  if (const int other = connected(path); other >= 0) {
    ::close(other);
    throw Error(Kind::conflict, message("{}: another sanaq listens here", path));
  }
  struct stat there {};
  if (::lstat(path.c_str(), &there) != 0) return;
  if (!S_ISSOCK(there.st_mode))
    throw Error(Kind::bad_input,
                message("{}: a socket is to be here, and something else stands here", path));
  ::unlink(path.c_str());
}

void open_socket_to_all(const std::string& path) {
  if (::chmod(path.c_str(), 0666) != 0) throw_disk_error(path, errno);
}

LocalSocket::LocalSocket(std::string path) : path_(std::move(path)), socket_(-1) {
  if (const int other = connected(path_); other >= 0) {
    ::close(other);
    throw Error(Kind::conflict, message("{}: another sanaq listens here", path_));
  }
  const auto address = address_of(path_);
  if (!address) throw_disk_error(path_, ENAMETOOLONG);
  struct stat there {};
  if (::lstat(path_.c_str(), &there) == 0 && S_ISSOCK(there.st_mode)) ::unlink(path_.c_str());
  socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const mode_t before = ::umask(0177);
  const bool is_bound =
      socket_ >= 0 &&
      ::bind(socket_, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0 &&
      ::listen(socket_, 8) == 0;
  const int error = errno;
  ::umask(before);
  if (is_bound) return;
  if (socket_ >= 0) ::close(socket_);
  throw_disk_error(path_, error);
}

LocalSocket::~LocalSocket() {
  ::unlink(path_.c_str());
  ::close(socket_);
}

void LocalSocket::answer_within(double seconds, const std::function<std::string()>& answer) {
  pollfd waited{socket_, POLLIN, 0};
  if (::poll(&waited, 1, static_cast<int>(seconds * 1000.0)) <= 0) return;
  const int socket = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
  if (socket < 0) return;
  Connection connection(socket);
  if (!is_own_user(socket)) return;
  static_cast<void>(connection.write(answer(), 1));
}

std::optional<std::string> ask_local_socket(const std::string& path, double seconds) {
  const int socket = connected(path);
  if (socket < 0) return std::nullopt;
  Connection connection(socket);
  if (!is_own_user(socket)) return std::nullopt;
  std::string answer;
  std::array<char, 1024> piece{};
  for (;;) {
    const std::int64_t count = connection.read(piece.data(), piece.size(), seconds);
    if (count < 0 || answer.size() > 65536) return std::nullopt;
    if (count == 0) return answer.empty() ? std::nullopt : std::optional(answer);
    answer.append(piece.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace sanaq::base
