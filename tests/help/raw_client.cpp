#include "help/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace sanaq::help {

RawClient::RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  static_cast<void>(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address));
}

RawClient::RawClient(const std::string& unix_path) : socket_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, unix_path.c_str(), sizeof address.sun_path - 1);
  static_cast<void>(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address));
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawClient::read_more(double seconds) {
  pollfd waited{socket_, POLLIN, 0};
  if (::poll(&waited, 1, static_cast<int>(seconds * 1000)) <= 0) return false;
  char piece[65536];
  const ssize_t count = ::recv(socket_, piece, sizeof piece, 0);
  if (count <= 0) return false;
  left_.append(piece, static_cast<std::size_t>(count));
  return true;
}

std::string RawClient::answer(bool has_body) {
  std::size_t end = 0;
  while ((end = left_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_more(20)) break;
  }
  std::size_t size = end == std::string::npos ? left_.size() : end + 4;
  if (end != std::string::npos && has_body) {
    const std::string length = header_of(left_, "Content-Length");
    size += static_cast<std::size_t>(std::atoll(length.c_str()));
    while (left_.size() < size && read_more(20)) {
    }
  }
  const std::string found = left_.substr(0, size);
  left_.erase(0, size);
  return found;
}

bool RawClient::is_closed_within(double seconds) {
  pollfd waited{socket_, POLLIN, 0};
  if (::poll(&waited, 1, static_cast<int>(seconds * 1000)) <= 0) return false;
  char letter = 0;
  return ::recv(socket_, &letter, 1, 0) <= 0;
}

std::string asked_raw(int port, std::string_view bytes) {
  RawClient client(port);
  client.send(bytes);
  return client.answer(!bytes.starts_with("HEAD"));
}

int status_of(std::string_view answer) {
  return answer.size() < 12 ? 0 : std::atoi(std::string(answer.substr(9, 3)).c_str());
}

std::string header_of(std::string_view answer, std::string_view name) {
  const std::string_view head = answer.substr(0, answer.find("\r\n\r\n"));
  const std::size_t at = head.find("\r\n" + std::string(name) + ": ");
  if (at == head.npos) return "";
  const std::size_t begin = at + name.size() + 4;
  return std::string(head.substr(begin, head.find("\r\n", begin) - begin));
}

std::string body_of(std::string_view answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  return end == answer.npos ? "" : std::string(answer.substr(end + 4));
}

}  // namespace sanaq::help
