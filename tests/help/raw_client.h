// A connection to a server on this machine that sends whatever bytes a test wants.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::help {

class RawClient {
 public:
  explicit RawClient(int port);
  explicit RawClient(const std::string& unix_path);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  // Returns false once the other end is gone.
  bool send(std::string_view bytes);
  // The next answer, by its Content-Length; what came of it where the connection ends before.
  std::string answer(bool has_body = true);
  // Whether the other end closes within that time, without sending more.
  bool is_closed_within(double seconds);

 private:
  bool read_more(double seconds);
  int socket_;
  std::string left_;
};

// Sends one request on a connection of its own and gives the answer.
std::string asked_raw(int port, std::string_view bytes);
// 200; 0 if there is none.
int status_of(std::string_view answer);
// The value of a header, named as it is sent; "" if there is none.
std::string header_of(std::string_view answer, std::string_view name);
std::string body_of(std::string_view answer);

}  // namespace sanaq::help
