#include "sanaq/http/server.h"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <optional>
#include <utility>

#include "sanaq/base/connection.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/guarded_process.h"
#include "sanaq/base/local_socket.h"
#include "sanaq/base/system.h"
#include "sanaq/http/multipart.h"
#include "sanaq/http/request_head.h"

namespace sanaq::http {
namespace {

using base::message;

constexpr double head_seconds = 10, idle_seconds = 15, body_seconds = 30, farewell_seconds = 2;
// What chunks of one byte each add to a body, and no more.
constexpr std::int64_t chunk_overhead = 8;

// What the library reads of one request: a head that was made anew from the one that was checked,
// then the body as it comes. Answers are kept until they are whole, so that they go in one piece.
class CheckedStream : public httplib::Stream {
 public:
  CheckedStream(base::Connection& connection, std::string& ahead, const RequestHead& head,
                std::int64_t bytes_most, const ServerOptions& options)
      : connection_(connection), ahead_(ahead), length_(head.content_length), options_(options) {
    head_ = head.request.method + " / HTTP/1.1\r\n";
    head_ += length_ ? fmt::format("Content-Length: {}\r\n", *length_)
                     : "Transfer-Encoding: chunked\r\n";
    if (head.wants_continue) head_ += "Expect: 100-continue\r\n";
    if (!head.keeps_open) head_ += "Connection: close\r\n";
    head_ += "\r\n";
    left_ = length_ ? *length_ : bytes_most * chunk_overhead + 65536;
  }
  [[nodiscard]] bool is_readable() const override { return true; }
  [[nodiscard]] bool is_writable() const override { return true; }
  ssize_t read(char* into, std::size_t size) override {
    if (at_ < head_.size()) {
      const std::size_t count = std::min(size, head_.size() - at_);
      head_.copy(into, count, at_);
      at_ += count;
      return static_cast<ssize_t>(count);
    }
    if (!flush()) return -1;
    const std::size_t wanted = std::min(size, static_cast<std::size_t>(left_));
    if (wanted == 0) return 0;
    const double since = base::steady_seconds() - began_;
    is_too_slow_ =
        since > options_.slow_after_seconds &&
        static_cast<double>(came_) / since < static_cast<double>(options_.least_bytes_a_second);
    if (is_too_slow_) return -1;
    const std::int64_t count =
        ahead_.empty() ? connection_.read(into, wanted, body_seconds) : from_ahead(into, wanted);
    if (count > 0) left_ -= count;
    if (count > 0) came_ += count;
    return count;
  }
  [[nodiscard]] bool is_too_slow() const { return is_too_slow_; }
  ssize_t write(const char* bytes, std::size_t size) override {
    answer_.append(bytes, size);
    if (answer_.size() > 1 << 20 && !flush()) return -1;
    return static_cast<ssize_t>(size);
  }
  bool flush() {
    const bool is_written = connection_.write(answer_, body_seconds);
    answer_.clear();
    return is_written;
  }
  // Whether the connection stands before the next request. Of chunks it is not known.
  [[nodiscard]] bool is_read_to_the_end() const { return length_ && left_ == 0; }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  [[nodiscard]] socket_t socket() const override { return connection_.socket(); }

 private:
  std::int64_t from_ahead(char* into, std::size_t wanted) {
    const std::size_t count = ahead_.copy(into, wanted);
    ahead_.erase(0, count);
    return static_cast<std::int64_t>(count);
  }

  base::Connection& connection_;
  std::string& ahead_;  // bytes that came behind the head
  std::string head_, answer_;
  std::size_t at_ = 0;
  std::optional<std::int64_t> length_;
  std::int64_t left_ = 0, came_ = 0;
  const ServerOptions& options_;
  double began_ = base::steady_seconds();
  bool is_too_slow_ = false;
};

base::Error cut_off() {
  return {base::Kind::bad_input,
          message("what was sent broke off before its end; nothing of it is kept, send it again")};
}

base::Error too_long(std::int64_t most) {
  return {base::Kind::bad_input,
          message("more was sent than may be here: at most {} bytes; nothing of it is kept", most)};
}

class ComingBody : public Body {
 public:
  ComingBody(const httplib::ContentReader* reader, const RequestHead& head,
             const CheckedStream& stream)
      : reader_(reader), head_(head), stream_(stream) {}

  [[nodiscard]] std::string whole(std::int64_t most) override {
    std::string text;
    read(most, [&](std::string_view piece) {
      text += piece;
      return true;
    });
    return text;
  }

  void parts(PartSink& sink, std::int64_t most) override {
    const auto boundary = boundary_of(head_.request.header("Content-Type"));
    if (!boundary)
      throw base::Error(base::Kind::bad_input,
                        message("what was sent is no form with files (multipart/form-data)"));
    Multipart parts(*boundary, sink);
    read(most, [&](std::string_view piece) {
      const Multipart::State state = parts.feed(piece);
      return state == Multipart::State::reading || state == Multipart::State::ended;
    });
    if (parts.state() == Multipart::State::malformed)
      throw base::Error(base::Kind::bad_input,
                        message("what was sent is no form with files (multipart/form-data)"));
    if (parts.state() == Multipart::State::reading) throw cut_off();
  }

  [[nodiscard]] std::int64_t announced() const override {
    return head_.content_length.value_or(-1);
  }
  [[nodiscard]] bool is_too_slow() const override { return stream_.is_too_slow(); }

 private:
  // Bytes are counted as they come: chunks announce nothing.
  void read(std::int64_t most, const std::function<bool(std::string_view)>& take) {
    if (announced() > most) throw too_long(most);
    if (reader_ == nullptr || announced() == 0) return;
    std::int64_t count = 0;
    bool is_refused = false;
    const bool is_whole = (*reader_)([&](const char* bytes, std::size_t size) {
      count += static_cast<std::int64_t>(size);
      is_refused = count > most || !take({bytes, size});
      return !is_refused;
    });
    if (count > most) throw too_long(most);
    if (!is_whole && !is_refused) throw cut_off();
  }

  const httplib::ContentReader* reader_;
  const RequestHead& head_;
  const CheckedStream& stream_;
};

std::string_view reason_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 417:
      return "Expectation Failed";
    case 431:
      return "Request Header Fields Too Large";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Refused";
  }
}

void refuse(base::Connection& connection, int status) {
  const std::string text = fmt::format("{} {}\n", status, reason_of(status));
  const std::string answer = fmt::format(
      "HTTP/1.1 {} {}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n"
      "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n{}Connection: close\r\n\r\n{}",
      status, reason_of(status), text.size(), status == 405 ? "Allow: GET, HEAD, POST\r\n" : "",
      text);
  static_cast<void>(connection.write(answer, body_seconds));
}

void put(const Response& answer, httplib::Response& out) {
  out.status = answer.status;
  out.set_content(answer.body, answer.type);
  for (const auto& [name, value] : answer.headers) out.set_header(name, value);
}

// What a thread answers: the library hands on its own reading of the request, not ours.
struct Exchange {
  const RequestHead& head;
  const CheckedStream& stream;
};
thread_local const Exchange* answered = nullptr;

// One of the bodies that may come at once, for as long as this lives.
class BodyPlace {
 public:
  // Without a count none is needed; with `most` 0 there are as many as wanted.
  BodyPlace(std::atomic<int>* count, int most) : count_(count) {
    is_taken_ = count_ == nullptr || ++*count_ <= most || most == 0;
  }
  ~BodyPlace() {
    if (count_ != nullptr) --*count_;
  }
  BodyPlace(const BodyPlace&) = delete;
  BodyPlace& operator=(const BodyPlace&) = delete;
  [[nodiscard]] bool is_taken() const { return is_taken_; }

 private:
  std::atomic<int>* count_;
  bool is_taken_ = false;
};

std::string host_of(const ServerOptions& options) {
  return options.address.starts_with("unix:") ? options.address.substr(5) : options.address;
}

}  // namespace

struct Server::Inside : public httplib::Server {
  Inside(ServerOptions given, http::Handler handle)
      : options(std::move(given)), handler(std::move(handle)) {
    // Answers without this wait for each other (Nagle's algorithm): 25 to 65 times slower.
    set_tcp_nodelay(true);
    // What answers say of it; answer_next() keeps to it.
    set_keep_alive_timeout(static_cast<time_t>(idle_seconds));
    set_keep_alive_max_count(1000);
    set_socket_options(base::allow_closing_port);  // the library's own lets two listen on one port
    // It is asked for once the server runs: a stop() that came before found nothing to stop.
    new_task_queue = [this] {
      if (is_stopping) httplib::Server::stop();
      return new httplib::ThreadPool(static_cast<std::size_t>(options.threads));
    };
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& out) {
      if (request.method == "POST") return HandlerResponse::Unhandled;
      answer(nullptr, out);
      return HandlerResponse::Handled;
    });
    Post("/", [this](const httplib::Request&, httplib::Response& out,
                     const httplib::ContentReader& reader) { answer(&reader, out); });
    bind();
  }

  void bind() {
    const bool is_unix = options.address.starts_with("unix:");
    if (is_unix) set_address_family(AF_UNIX);
    if (is_unix) base::clear_socket(host_of(options));
    errno = 0;
    if (is_unix || options.port != 0) {
      bound_port = bind_to_port(host_of(options), is_unix ? 80 : options.port) ? options.port : -1;
    } else {
      bound_port = bind_to_any_port(options.address);
    }
    if (bound_port >= 0 && is_unix) base::open_socket_to_all(host_of(options));
    if (bound_port >= 0) return;
    if (errno == EADDRINUSE)
      throw base::Error(base::Kind::conflict,
                        message("another program listens on port {} already; give another one: "
                                "--port N, or none and any free one is taken",
                                options.port));
    throw base::Error(base::Kind::io,
                      message("cannot listen on {}, port {}", host_of(options), options.port));
  }

  void answer(const httplib::ContentReader* reader, httplib::Response& out) {
    const RequestHead& head = answered->head;
    ComingBody body(reader, head, answered->stream);
    Response made;
    try {
      made = handler(head.request, body);
    } catch (const std::exception&) {
      // What happened is the handler's to say; a text of ours could name what it must not.
      made.status = 500;
      made.type = "text/plain; charset=utf-8";
      made.body = "500 Internal Server Error\n";
    }
    put(made, out);
    if (!answered->stream.is_read_to_the_end()) out.set_header("Connection", "close");
  }

  // Returns the head, with the bytes behind it in `ahead`; nullopt where the connection is over,
  // which was said if there was something to say.
  std::optional<RequestHead> next_head(base::Connection& connection, std::string& ahead) {
    if (ahead.empty() && !waits_for(connection)) return std::nullopt;
    const double until = base::steady_seconds() + head_seconds;
    std::array<char, 4096> piece{};
    std::size_t end = ahead.find("\r\n\r\n");
    while (end == ahead.npos) {
      if (std::ssize(ahead) > options.header_bytes_most) break;
      const std::int64_t count =
          connection.read(piece.data(), piece.size(), until - base::steady_seconds());
      if (count < 0 && !ahead.empty()) refuse(connection, 408);
      if (count <= 0) return std::nullopt;
      const std::size_t from = ahead.size() < 3 ? 0 : ahead.size() - 3;
      ahead.append(piece.data(), static_cast<std::size_t>(count));
      end = ahead.find("\r\n\r\n", from);
    }
    if (end == ahead.npos || static_cast<std::int64_t>(end) > options.header_bytes_most) {
      refuse(connection, 431);
      return std::nullopt;
    }
    RequestHead head = read_head(std::string_view(ahead).substr(0, end + 4), options.headers_most);
    ahead.erase(0, end + 4);
    if (head.refusal == 0) return head;
    refuse(connection, head.refusal);
    return std::nullopt;
  }

  [[nodiscard]] bool waits_for(const base::Connection& connection) const {
    const double until = base::steady_seconds() + idle_seconds;
    while (!is_stopping && base::steady_seconds() < until) {
      if (connection.is_readable_within(0.25)) return true;
    }
    return false;
  }

  // Returns whether another request may come on this connection.
  bool answer_next(base::Connection& connection, std::string& ahead, const std::string& peer) {
    std::optional<RequestHead> head = next_head(connection, ahead);
    if (!head) return false;
    head->request.peer = peer;
    const std::int64_t most = options.most_bytes ? options.most_bytes(head->request) : 1 << 20;
    if (head->content_length.value_or(0) > most) {
      refuse(connection, 413);
      return false;
    }
    const bool has_body = head->content_length.value_or(1) > 0;
    const BodyPlace place(has_body ? &bodies : nullptr, options.bodies_most);
    if (!place.is_taken()) {
      refuse(connection, 503);
      return false;
    }
    CheckedStream stream(connection, ahead, *head, most, options);
    const Exchange exchange{*head, stream};
    answered = &exchange;
    bool is_closed = false;
    const bool is_answered = process_request(stream, !head->keeps_open, is_closed, nullptr);
    answered = nullptr;
    return stream.flush() && is_answered && head->keeps_open && !is_stopping &&
           stream.is_read_to_the_end();
  }

  bool process_and_close_socket(socket_t socket) override {
    base::Connection connection(socket);
    std::string ahead;
    const std::string peer = connection.peer();
    for (bool goes_on = true; goes_on;) {
      goes_on = answer_next(connection, ahead, peer);
      if (options.wipes_stack) base::wipe_stack();
    }
    connection.end(is_stopping ? 0.0 : farewell_seconds);
    if (options.wipes_stack) base::wipe_stack();
    return true;
  }

  ServerOptions options;
  http::Handler handler;
  int bound_port = -1;
  std::atomic<int> bodies = 0;  // that come now
  std::atomic<bool> is_stopping = false;
};

Server::Server(ServerOptions options, Handler handler)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(handler))) {}

Server::~Server() {
  if (!inside_->options.address.starts_with("unix:")) return;
  try {
    base::remove_file(host_of(inside_->options));
  } catch (const base::Error&) {
    // The next server takes it over.
  }
}

int Server::port() const { return inside_->bound_port; }

void Server::run() { inside_->listen_after_bind(); }

void Server::stop() {
  inside_->is_stopping = true;
  inside_->stop();
}

}  // namespace sanaq::http
