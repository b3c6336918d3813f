#include "sanaq/serve/public_server.h"

#include <charconv>
#include <chrono>
#include <thread>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/guarded_process.h"
#include "sanaq/base/system.h"
#include "sanaq/http/server.h"
#include "sanaq/serve/public_door.h"
#include "sanaq/serve/wiped_memory.h"

namespace sanaq::serve {
namespace {

using base::message;

constexpr std::string_view socket_beginning = "unix:";
// Threads for what has a body: uploads, and forms besides.
constexpr int threads_for_bodies = 64, threads_for_others = 64;
constexpr std::int64_t least_bytes_a_second = 1024;

http::ServerOptions server_options(const std::string& address) {
  http::ServerOptions options;
  options.threads = threads_for_bodies + threads_for_others;
  options.bodies_most = threads_for_bodies;
  options.least_bytes_a_second = least_bytes_a_second;
  options.wipes_stack = true;
  options.most_bytes = most_bytes;
  if (address.starts_with(socket_beginning)) {
    options.address = address;
  } else {
    const HostPort place = host_port(address);
    options.address = place.host;
    options.port = place.port;
  }
  return options;
}

}  // namespace

HostPort host_port(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  HostPort place;
  if (colon != address.npos && colon > 0) {
    place.host = address.substr(0, colon);
    const char* const end = address.data() + address.size();
    const auto read = std::from_chars(address.data() + colon + 1, end, place.port);
    if (read.ec == std::errc() && read.ptr == end && place.port >= 0 && place.port <= 65535) {
      if (place.host.starts_with('[') && place.host.ends_with(']'))
        place.host = place.host.substr(1, place.host.size() - 2);
      return place;
    }
  }
  throw base::Error(
      base::Kind::usage,
      message("--public {}: write unix:PATH of a socket, or 127.0.0.1:PORT", address));
}

bool is_local_address(const std::string& address) {
  if (address.starts_with(socket_beginning)) return address.size() > socket_beginning.size();
  const std::string host = host_port(address).host;
  return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

struct PublicServer::Inside {
  bool is_out_of_swap;
  Reception reception;
  http::Server server;

  explicit Inside(const PublicOptions& options)
      : is_out_of_swap(base::keep_out_of_swap()),
        reception(options.reception),
        server(server_options(options.address),
               [this](const http::Request& request, http::Body& body) {
                 return public_answer(reception, request, body);
               }) {}
};

PublicServer::PublicServer(const PublicOptions& options) {
  base::refuse_dumps();
  wipe_freed_memory();
  inside_ = std::make_unique<Inside>(options);
}

PublicServer::~PublicServer() = default;

int PublicServer::port() const { return inside_->server.port(); }

bool PublicServer::is_out_of_swap() const { return inside_->is_out_of_swap; }

void PublicServer::run(const std::function<bool()>& is_over,
                       const std::function<void(const DayCount&)>& tell) {
  std::thread answering([this] { inside_->server.run(); });
  while (!is_over()) {
    inside_->reception.keep_house();
    if (const auto day = inside_->reception.counts.finished(base::today())) tell(*day);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  inside_->server.stop();
  answering.join();
  tell(inside_->reception.counts.now());
}

}  // namespace sanaq::serve
