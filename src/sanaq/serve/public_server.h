// The public server as a whole: it answers until it is told to stop.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "sanaq/serve/day_counts.h"
#include "sanaq/serve/reception.h"

namespace sanaq::serve {

struct PublicOptions {
  std::string address;  // "unix:PATH", or HOST:PORT
  ReceptionOptions reception;
};

// Splits "127.0.0.1:8080"; throws Error{usage} where the address is neither this nor "unix:PATH".
struct HostPort {
  std::string host;
  int port = 0;
};
[[nodiscard]] HostPort host_port(const std::string& address);
// Whether nobody but this machine can ask there.
[[nodiscard]] bool is_local_address(const std::string& address);

class PublicServer {
 public:
  // Makes the process one that nobody looks into, takes the spool and listens. Throws what these
  // throw.
  explicit PublicServer(const PublicOptions& options);
  ~PublicServer();
  PublicServer(const PublicServer&) = delete;
  PublicServer& operator=(const PublicServer&) = delete;
  [[nodiscard]] int port() const;  // 0 on a socket
  // Whether no page of it is ever written to the swap.
  [[nodiscard]] bool is_out_of_swap() const;
  // Answers until `is_over`; gives the counts of each day that is over, and those of the last one.
  void run(const std::function<bool()>& is_over, const std::function<void(const DayCount&)>& tell);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sanaq::serve
