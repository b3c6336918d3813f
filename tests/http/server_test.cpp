#include "sanaq/http/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "help/raw_client.h"
#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/stopwatch.h"

namespace sanaq::http {
namespace {

using help::asked_raw;
using help::body_of;
using help::header_of;
using help::RawClient;
using help::status_of;

struct Counted : PartSink {
  std::string heads;
  std::size_t size = 0;
  bool begin(const PartHead& head) override {
    heads += head.field + "=" + head.file_name + ";";
    return true;
  }
  bool bytes(std::string_view piece) override {
    size += piece.size();
    return true;
  }
};

// Tells what it was asked.
Response echo(const Request& request, Body& body) {
  if (request.path == "/fails") throw std::runtime_error("a secret");
  if (request.path == "/splits") {
    Response split = html("x");
    split.headers.emplace_back("X-Name", "a\r\nX-Other: b");
    return split;
  }
  if (request.path == "/unread") return html("unread");
  if (request.path == "/parts") {
    Counted counted;
    body.parts(counted, 100000);
    return html(counted.heads + std::to_string(counted.size));
  }
  try {
    return html(request.method + " " + request.path + " " + request.peer + " " + body.whole(1000));
  } catch (const base::Error& error) {
    return html(error.what(), 422);
  }
}

class Running {
 public:
  explicit Running(const std::string& address = "127.0.0.1") : Running(options(address)) {}
  explicit Running(const ServerOptions& options)
      : server_(options, echo), thread_([this] { server_.run(); }) {}
  ~Running() {
    server_.stop();
    thread_.join();
  }
  [[nodiscard]] int port() const { return server_.port(); }

  static ServerOptions options(const std::string& address) {
    ServerOptions options;
    options.address = address;
    options.most_bytes = [](const Request& request) {
      return request.path == "/parts" ? 200000 : 2000;
    };
    return options;
  }

 private:
  Server server_;
  std::thread thread_;
};

TEST(Server, AnswersOneAfterTheOtherOnOneConnectionWithoutWaiting) {
  const Running server;
  RawClient client(server.port());
  const base::Stopwatch watch;
  for (int count = 0; count < 100; ++count) {
    ASSERT_TRUE(client.send("GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n"));
    ASSERT_EQ("GET /a 127.0.0.1 ", body_of(client.answer()));
  }
  // Nagle's algorithm and the delayed acknowledgement cost 40 ms each time.
  EXPECT_LT(watch.seconds(), 2.0);
}

TEST(Server, WhatIsSentAheadIsAnsweredInOrder) {
  const Running server;
  RawClient client(server.port());
  client.send(
      "POST /1 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /2 HTTP/1.1\r\n\r\nHEAD /3 HTTP/1.1\r\n"
      "Connection: close\r\n\r\n");
  EXPECT_EQ("POST /1 127.0.0.1 abc", body_of(client.answer()));
  EXPECT_EQ("GET /2 127.0.0.1 ", body_of(client.answer()));
  EXPECT_EQ("close", header_of(client.answer(false), "Connection"));
  EXPECT_TRUE(client.is_closed_within(5));
}

TEST(Server, ABodyThatAnnouncesTooMuchIsRefusedBeforeItIsRead) {
  const Running server;
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nContent-Length: 600000000\r\n\r\n");
  const std::string answer = client.answer();
  EXPECT_EQ(413, status_of(answer));
  EXPECT_EQ("close", header_of(answer, "Connection"));
  EXPECT_TRUE(client.is_closed_within(5));
}

TEST(Server, TheRefusalArrivesThoughTheOtherEndGoesOnSending) {
  const Running server;
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nContent-Length: 30000000\r\n\r\n");
  client.send(std::string(30000000, 'x'));
  EXPECT_EQ(413, status_of(client.answer()));
}

TEST(Server, ChunksAreCounted) {
  const Running server;
  const std::string head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ("POST / 127.0.0.1 abcde",
            body_of(asked_raw(server.port(), head + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")));
  const std::string long_answer =
      asked_raw(server.port(), head + "5dc\r\n" + std::string(1500, 'x') + "\r\n0\r\n\r\n");
  EXPECT_EQ(422, status_of(long_answer));
  EXPECT_EQ("close", header_of(long_answer, "Connection"));
}

TEST(Server, ChunksWithoutEndAreEnded) {
  const Running server;
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
  bool goes_on = true;
  for (int count = 0; count < 20000 && goes_on; ++count)
    goes_on = client.send("400\r\n" + std::string(1024, 'x') + "\r\n");
  EXPECT_EQ(422, status_of(client.answer()));
}

TEST(Server, ABodyThatIsCutIsSaidToBe) {
  const Running server;
  {
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
  }
  EXPECT_EQ(200, status_of(asked_raw(server.port(), "GET / HTTP/1.1\r\n\r\n")));
}

TEST(Server, WhatIsNoHonestRequestIsRefusedAndTheConnectionClosed) {
  const Running server;
  std::string headers;
  for (int count = 0; count < 20000; ++count) headers += "X: y\r\n";
  std::string ranges = "Range: bytes=0-";
  for (int count = 0; count < 1000; ++count) ranges += ",0-" + std::to_string(count);
  const std::vector<std::pair<int, std::string>> cases = {
      {400, "GET /index.html%00.txt HTTP/1.1\r\n\r\n"},
      {431, "GET / HTTP/1.1\r\n" + headers + "\r\n"},
      {400, "GET / HTTP/1.1\r\n" + headers.substr(0, 6 * 200) + "\r\n"},
      {400, "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"},
      {400, "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {416, "GET / HTTP/1.1\r\n" + ranges + "\r\n\r\n"},
      {405, "OPTIONS / HTTP/1.1\r\n\r\n"},
      {400, "\r\n\r\n"},
      {431, std::string(40000, 'x')},
  };
  for (const auto& [status, bytes] : cases) {
    RawClient client(server.port());
    client.send(bytes);
    const std::string answer = client.answer();
    EXPECT_EQ(status, status_of(answer)) << bytes.substr(0, 80);
    EXPECT_EQ("close", header_of(answer, "Connection"));
    EXPECT_TRUE(client.is_closed_within(5)) << bytes.substr(0, 80);
  }
}

TEST(Server, WhatTheHandlerThrowsIsNotTold) {
  const Running server;
  const std::string answer = asked_raw(server.port(), "GET /fails HTTP/1.1\r\n\r\n");
  EXPECT_EQ(500, status_of(answer));
  EXPECT_EQ(std::string::npos, answer.find("secret"));
}

TEST(Server, AHeaderCannotBeSplit) {
  const Running server;
  const std::string answer = asked_raw(server.port(), "GET /splits HTTP/1.1\r\n\r\n");
  EXPECT_EQ(std::string::npos, answer.find("\r\nX-Other"));
}

TEST(Server, ABodyThatNobodyReadClosesTheConnection) {
  const Running server;
  RawClient client(server.port());
  client.send(
      "POST /unread HTTP/1.1\r\nContent-Length: 29\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n123");
  EXPECT_EQ("close", header_of(client.answer(), "Connection"));
  EXPECT_TRUE(client.is_closed_within(5));
}

TEST(Server, AnswersAreNotCompressedAndRangesAreLeftAside) {
  const Running server;
  const std::string answer = asked_raw(
      server.port(), "GET / HTTP/1.1\r\nAccept-Encoding: br, gzip\r\nRange: bytes=0-1\r\n\r\n");
  EXPECT_EQ(200, status_of(answer));
  EXPECT_EQ("GET / 127.0.0.1 ", body_of(answer));
}

TEST(Server, PartsOfAFormAreHandedOnAsTheyCome) {
  const Running server;
  const std::string body =
      "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\n" +
      std::string(90000, 'x') + "\r\n--B--\r\n";
  const std::string head =
      "POST /parts HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=B\r\n"
      "Content-Length: " +
      std::to_string(body.size()) + "\r\n";
  EXPECT_EQ("f=a.csv;90000", body_of(asked_raw(server.port(), head + "\r\n" + body)));
  RawClient client(server.port());
  client.send(head + "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(100, status_of(client.answer(false)));
  client.send(body);
  EXPECT_EQ("f=a.csv;90000", body_of(client.answer()));
}

TEST(Server, APortThatIsTakenIsAConflict) {
  const Running server;
  ServerOptions options;
  options.port = server.port();
  try {
    const Server second(options, echo);
    FAIL() << "two listen on one port";
  } catch (const base::Error& error) {
    EXPECT_EQ(base::Kind::conflict, error.kind());
  }
}

TEST(Server, ListensOnAUnixSocket) {
  const help::Scratch scratch;
  const Running server("unix:" + (scratch / "socket"));
  RawClient client(scratch / "socket");
  client.send("GET /a HTTP/1.1\r\n\r\n");
  EXPECT_EQ("GET /a  ", body_of(client.answer()));
}

TEST(Server, StopsAlsoBeforeItRuns) {
  Server server({}, echo);
  server.stop();
  server.run();
}

TEST(Server, StopsWhileSomebodyIsConnected) {
  auto server = std::make_unique<Running>();
  RawClient client(server->port());
  client.send("GET / HTTP/1.1\r\n\r\n");
  client.answer();
  const base::Stopwatch watch;
  server.reset();
  EXPECT_LT(watch.seconds(), 3.0);
}

TEST(Server, BodiesThatComeSlowlyLeaveThreadsForWhatHasNone) {
  ServerOptions options = Running::options("127.0.0.1");
  options.threads = 6;
  options.bodies_most = 3;
  const Running server(options);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int count = 0; count < 3; ++count) {
    slow.push_back(std::make_unique<RawClient>(server.port()));
    slow.back()->send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\na");
  }
  // One more body is told so, once the three are being read; what has none is answered.
  for (int attempt = 0; attempt < 100; ++attempt) {
    const std::string answer =
        asked_raw(server.port(), "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\na");
    if (status_of(answer) == 503) break;
    ASSERT_LT(attempt, 99);
  }
  EXPECT_EQ(200, status_of(asked_raw(server.port(), "GET / HTTP/1.1\r\n\r\n")));
  slow[0]->send("bcdefghij");
  EXPECT_EQ(200, status_of(slow[0]->answer()));
}

TEST(Server, ABodyThatComesTooSlowlyIsNotReadToItsEnd) {
  ServerOptions options = Running::options("127.0.0.1");
  options.least_bytes_a_second = 1000;
  options.slow_after_seconds = 0.2;
  const Running server(options);
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
  bool goes_on = true;
  for (int count = 0; count < 50 && goes_on; ++count) {
    goes_on = client.send("a");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(422, status_of(client.answer()));
  EXPECT_TRUE(client.is_closed_within(5));
}

TEST(Server, ASocketIsTakenOverFromAServerThatWasKilledAndFromNoOther) {
  const help::Scratch scratch;
  const std::string address = "unix:" + (scratch / "socket");
  const Running server(address);
  EXPECT_THROW(const Running second(address), base::Error);
  RawClient client(scratch / "socket");
  client.send("GET /a HTTP/1.1\r\n\r\n");
  EXPECT_EQ("GET /a  ", body_of(client.answer()));
}

}  // namespace
}  // namespace sanaq::http
