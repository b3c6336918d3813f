#include "sanaq/base/connection.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cmath>

#include "sanaq/base/system.h"

namespace sanaq::base {
namespace {

bool is_ready(int socket, short events, double seconds) {
  const double until = steady_seconds() + seconds;
  for (;;) {
    pollfd waited{socket, events, 0};
    const double left = std::ceil((until - steady_seconds()) * 1000.0);
    const int ready = ::poll(&waited, 1, left > 0 ? static_cast<int>(left) : 0);
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

}  // namespace

Connection::~Connection() { ::close(socket_); }

std::string Connection::peer() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  std::array<char, NI_MAXHOST> host{};
  if (::getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
      address.ss_family == AF_UNIX ||
      ::getnameinfo(reinterpret_cast<sockaddr*>(&address), size, host.data(), host.size(), nullptr,
                    0, NI_NUMERICHOST) != 0)
    return "";
  return host.data();
}

bool Connection::is_readable_within(double seconds) const {
  return is_ready(socket_, POLLIN, seconds);
}

std::int64_t Connection::read(char* into, std::size_t size, double seconds) {
  if (!is_ready(socket_, POLLIN, seconds)) return -1;
  for (;;) {
    const ssize_t count = ::recv(socket_, into, size, 0);
    if (count >= 0 || errno != EINTR) return count;
  }
}

bool Connection::write(std::string_view bytes, double seconds) {
  while (!bytes.empty()) {
    if (!is_ready(socket_, POLLOUT, seconds)) return false;
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK)) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void Connection::end(double seconds) {
  ::shutdown(socket_, SHUT_WR);
  std::array<char, 65536> ignored{};
  const double until = steady_seconds() + seconds;
  for (double left = seconds; left > 0; left = until - steady_seconds()) {
    if (read(ignored.data(), ignored.size(), left) <= 0) return;
  }
}

void allow_closing_port(int socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace sanaq::base
