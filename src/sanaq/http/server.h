// The only door to the library that speaks HTTP.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "sanaq/http/body.h"
#include "sanaq/http/request.h"
#include "sanaq/http/response.h"

namespace sanaq::http {

// Called on any of the server's threads, for GET, HEAD and POST. What it throws is answered with
// 500.
using Handler = std::function<Response(const Request& request, Body& body)>;

struct ServerOptions {
  std::string address = "127.0.0.1";  // or "unix:PATH"
  int port = 0;                       // 0: any that is free
  // Returns how many bytes the body of a request may have: one that announces more is answered with
  // 413 before any of it is read.
  std::function<std::int64_t(const Request&)> most_bytes;
  std::int64_t header_bytes_most = 16384;
  int headers_most = 100;
  int threads = 64;  // an open connection takes one, also while it is idle
  // How many bodies may come at once; one more is answered with 503, so that threads remain for
  // what has none. 0: any number.
  int bodies_most = 0;
  // A body that came more slowly on average, so long after it began, is not read to its end.
  std::int64_t least_bytes_a_second = 0;
  double slow_after_seconds = 60;
  bool wipes_stack = false;  // after each answer (base/guarded_process.h)
};

// Refuses by itself what is no honest request (request_head.h), a head of more than
// header_bytes_most (431) and a body that announces too much (413), and closes that connection. A
// body that its handler did not read to the end closes it too.
class Server {
 public:
  // Binds, so that the port is known. Throws Error{conflict} where the port is taken, and Error{io}
  // where it cannot be had otherwise. A socket is open to all users of this machine, and one that a
  // program which has ended left there is replaced.
  Server(ServerOptions options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  [[nodiscard]] int port() const;
  // Answers until stop() is called, from any thread; at once if it was called before.
  void run();
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sanaq::http
