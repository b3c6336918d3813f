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

// Called on any of the server's threads. What it throws is answered by `failed`.
using Handler = std::function<Response(const Request& request, Body& body)>;

struct ServerOptions {
  std::string address = "127.0.0.1";  // or "unix:PATH"
  int port = 0;                       // 0: any that is free
  // Returns how many bytes the body of a request may have: one that announces more is answered with
  // 413 before any of it is read.
  std::function<std::int64_t(const Request&)> most_bytes;
  std::int64_t header_bytes_most = 16384;
  int headers_most = 100;
};

// Refuses by itself, with 400, 413 or 416, what is no honest request: a NUL in the path, more
// headers than headers_most, two Content-Lengths, Content-Length beside Transfer-Encoding,
// overlapping ranges.
class Server {
 public:
  // Binds, so that the port is known. Throws Error{io} or Error{conflict} where it cannot.
  Server(ServerOptions options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  [[nodiscard]] int port() const;
  // Answers until stop() is called, from any thread.
  void run();
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sanaq::http
