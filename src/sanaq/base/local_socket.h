// A place where programs of one user on one machine ask each other: a Unix socket that nobody else
// may open.
#pragma once
#include <functional>
#include <optional>
#include <string>

namespace sanaq::base {

class LocalSocket {
 public:
  // Makes the socket, readable by its owner alone; one that a program that has ended left there is
  // replaced. Throws Error{conflict} where somebody listens there already, and Error{io} where no
  // socket can be.
  explicit LocalSocket(std::string path);
  ~LocalSocket();  // removes it
  LocalSocket(const LocalSocket&) = delete;
  LocalSocket& operator=(const LocalSocket&) = delete;
  // Gives whoever asks within that time, and is of the same user, what `answer` returns.
  void answer_within(double seconds, const std::function<std::string()>& answer);

 private:
  std::string path_;
  int socket_;
};

// Makes room for a socket at the path: removes one that a program that has ended left there. Throws
// Error{conflict} where somebody listens, and Error{bad_input} where something else stands.
void clear_socket(const std::string& path);
// Every user of this machine may ask there; the folder that it lies in decides who can.
void open_socket_to_all(const std::string& path);

// Returns what is answered there; nullopt if nobody listens, or does not answer within that time,
// or is another user.
[[nodiscard]] std::optional<std::string> ask_local_socket(const std::string& path, double seconds);

}  // namespace sanaq::base
