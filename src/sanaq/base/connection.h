// One open connection to another program: a socket that was accepted or connected.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sanaq::base {

class Connection {
 public:
  explicit Connection(int socket) : socket_(socket) {}  // closes it at the end
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] int socket() const { return socket_; }
  // The address of the other end as digits; "" on a Unix socket.
  [[nodiscard]] std::string peer() const;
  // Returns true if there are bytes to read, or the other end has closed.
  [[nodiscard]] bool is_readable_within(double seconds) const;
  // Waits that long for the first bytes. Returns how many were read: 0 at the end, -1 if none came
  // in time or the connection broke.
  [[nodiscard]] std::int64_t read(char* into, std::size_t size, double seconds);
  // Returns false if the other end takes nothing for that long, or is gone.
  [[nodiscard]] bool write(std::string_view bytes, double seconds);
  // Says that nothing more comes, and takes what the other end still sends for at most that long:
  // else the last answer could be lost to a reset.
  void end(double seconds);

 private:
  int socket_;
};

// A socket that is to be bound may take a port whose last connections are still closing, but none
// that somebody listens on.
void allow_closing_port(int socket);

}  // namespace sanaq::base
