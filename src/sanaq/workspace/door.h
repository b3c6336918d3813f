// The one way into the workspace: a request is checked, its session found, its route taken, and
// whatever comes of it leaves with the same headers.
#pragma once
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/http/body.h"
#include "sanaq/http/request.h"
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/clock.h"
#include "sanaq/workspace/link_token.h"
#include "sanaq/workspace/route.h"
#include "sanaq/workspace/router.h"
#include "sanaq/workspace/session.h"

namespace sanaq::workspace {

class Door {
 public:
  // The bench must outlive it.
  Door(Bench& bench, std::vector<Route> routes, const Clock& clock);
  // To be called before anything is asked.
  void stands_at(int port) { port_ = port; }

  // A link that lets one browser in, once, within five minutes; its secret is in the fragment,
  // which is sent nowhere.
  [[nodiscard]] std::string fresh_link();
  // Whether a link was not used yet and still can be.
  [[nodiscard]] bool is_waiting(const std::string& link);
  // Whether everybody who had come in has left, by the button or with time.
  [[nodiscard]] bool is_empty();

  // Any thread may call both.
  [[nodiscard]] http::Response answer(const http::Request& request, http::Body& body);
  [[nodiscard]] std::int64_t most_bytes(const http::Request& request) const;

 private:
  struct Guest;  // who asks: his cookie, his session's secret, his voice
  [[nodiscard]] http::Response checked(const http::Request& request, http::Body& body);
  [[nodiscard]] http::Response outside(const http::Request& request, http::Body& body,
                                       const draw::Voice& voice);
  [[nodiscard]] http::Response enter(const http::Request& request, http::Body& body,
                                     const draw::Voice& voice);
  [[nodiscard]] http::Response inside(const http::Request& request, http::Body& body,
                                      const Guest& guest);
  [[nodiscard]] http::Response taken(Visit& visit, const Found& found, const Guest& guest);
  [[nodiscard]] http::Response of_the_door(const Visit& visit, const Guest& guest);
  [[nodiscard]] http::Response ask_passphrase(const Visit& visit);
  [[nodiscard]] http::Response again(const Visit& visit, const Guest& guest);
  [[nodiscard]] http::Response leave(const Visit& visit, const Guest& guest);
  [[nodiscard]] Found found(const http::Request& request) const;
  [[nodiscard]] Visit visit_of(const http::Request& request, const Guest& guest) const;
  [[nodiscard]] std::string cookie_name() const;
  void note_saved(const Guest& guest);

  Bench& bench_;
  std::vector<Route> routes_;
  std::map<std::string, draw::Voice> voices_;  // by language
  Sessions sessions_;
  LinkTokens tokens_;
  std::atomic<int> port_ = 0;
  std::mutex saved_mutex_;
  std::map<std::string, std::string> saved_;  // the clock, by the secret of a session
};

}  // namespace sanaq::workspace
