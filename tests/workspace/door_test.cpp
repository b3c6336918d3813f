#include "sanaq/workspace/door.h"

#include <gtest/gtest.h>

#include <optional>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/workspace/key_in_hand.h"
#include "sanaq/workspace/language_route.h"
#include "sanaq/workspace/notices.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

class SentBody : public http::Body {
 public:
  explicit SentBody(std::string text) : text_(std::move(text)) {}
  std::string whole(std::int64_t) override { return text_; }
  void parts(http::PartSink&, std::int64_t) override {}
  [[nodiscard]] std::int64_t announced() const override { return std::ssize(text_); }

 private:
  std::string text_;
};

std::string encoded(const Fields& fields) {
  std::string text;
  for (const auto& [name, value] : fields)
    text += (text.empty() ? "" : "&") + http::percent_encoded(name) + "=" +
            http::percent_encoded(value);
  return text;
}

std::string header(const http::Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

// The value of the hidden field in the form that posts to `action`.
std::string csrf_for(const std::string& page, const std::string& action) {
  const std::size_t form = page.find("action=\"" + action + "\"");
  const std::size_t at = page.find("name=\"csrf\" value=\"", form);
  return form == page.npos || at == page.npos ? "" : page.substr(at + 19, 64);
}

// A door with two routes: a form whose text is kept, and one that needs a key.
struct DoorTest : testing::Test {
  DoorTest() { door.stands_at(8080); }

  std::vector<Route> routes() {
    std::vector<Route> all = language_routes();
    all.push_back(
        {"GET", "/",
         [](const Visit& visit, Bench& on) { return page(visit, on, {"First"}, "plain", {}); },
         false});
    all.push_back({"GET", "/note",
                   [](const Visit& visit, Bench&) {
                     return http::html("<form action=\"/note\">" + csrf_field(visit, "/note"));
                   },
                   false});
    all.push_back({"POST", "/note",
                   [this](const Visit& visit, Bench&) {
                     if (visit.form.value("text") == "bad")
                       throw base::Error(base::Kind::bad_input, base::message("no good text"));
                     if (visit.form.value("text") == "bug") throw std::runtime_error("broken");
                     kept.push_back(visit.form.value("text"));
                     return http::see_other("/note");
                   },
                   false});
    all.push_back({"POST", "/sign/{NAME}",
                   [this](const Visit& visit, Bench& on) {
                     if (on.key().passphrase() != "right")
                       throw NeedsPassphrase(base::Kind::usage, base::message("a passphrase"));
                     kept.push_back(visit.names.at("NAME") + visit.form.value("text"));
                     return http::see_other("/note");
                   },
                   false});
    all.push_back({"GET", "/inside", [](const Visit&, Bench&) { return http::html("in"); }, true});
    return all;
  }

  http::Response get(const std::string& target, const Fields& headers = {}) {
    return ask("GET", target, "", headers);
  }
  http::Response post(const std::string& target, const Fields& fields) {
    return ask("POST", target, encoded(fields),
               {{"Origin", "http://127.0.0.1:8080"},
                {"Content-Type", "application/x-www-form-urlencoded"}});
  }
  http::Response ask(const std::string& method, const std::string& target, const std::string& body,
                     const Fields& headers) {
    http::Request request;
    request.method = method;
    const std::size_t question = target.find('?');
    request.path = http::percent_decoded(target.substr(0, question), false);
    if (question != target.npos) request.query = target.substr(question + 1);
    request.headers = {{"Host", "127.0.0.1:8080"}};
    if (!cookie.empty()) request.headers.emplace_back("Cookie", cookie);
    request.headers.insert(request.headers.end(), headers.begin(), headers.end());
    SentBody sent(body);
    http::Response response = door.answer(request, sent);
    const std::string set = header(response, "Set-Cookie");
    if (set.starts_with("sanaq_8080")) cookie = set.substr(0, set.find(';'));
    return response;
  }
  std::string token() {
    const std::string link = door.fresh_link();
    return link.substr(link.find('#') + 1);
  }
  http::Response come_in() { return post("/in", {{"link", token()}, {"to", "/"}}); }

  double time = 1000;
  std::vector<std::string> kept;
  std::string cookie;
  Bench bench{"sanaq"};
  Door door{bench, routes(), [this] { return time; }};
};

TEST_F(DoorTest, ALinkLetsInOnceAndItsCookieIsKeptByNobodyElse) {
  const std::string link = door.fresh_link();
  EXPECT_TRUE(link.starts_with("http://127.0.0.1:8080/in#"));
  EXPECT_EQ(200, get("/in").status);
  const http::Response response = post("/in", {{"link", link}, {"to", "/note"}});
  EXPECT_EQ(303, response.status);
  EXPECT_EQ("/note", header(response, "Location"));
  const std::string set = header(response, "Set-Cookie");
  EXPECT_EQ(11U + 64U, set.find(';'));
  EXPECT_TRUE(set.ends_with("; Path=/; HttpOnly; SameSite=Strict"));
  EXPECT_EQ(std::string::npos, set.find("Expires"));
  EXPECT_EQ(200, get("/").status);
  cookie.clear();
  EXPECT_EQ(403, post("/in", {{"link", link}}).status);
  EXPECT_EQ(401, get("/").status);
}

TEST_F(DoorTest, ALinkIsGoodForFiveMinutes) {
  const std::string late = token();
  time += 301;
  EXPECT_EQ(403, post("/in", {{"link", late}}).status);
  EXPECT_EQ("", cookie);
}

TEST_F(DoorTest, NobodyIsLedElsewhere) {
  for (const char* to : {"http://evil.example/", "//evil.example", "/\\evil.example", ""})
    EXPECT_EQ("/", header(post("/in", {{"link", token()}, {"to", to}}), "Location")) << to;
}

TEST_F(DoorTest, WithoutASessionThereAreOnlyTheWayInAndTheAssets) {
  EXPECT_EQ(200, get("/assets/workspace.css").status);
  EXPECT_EQ(404, get("/assets/frame.html").status);
  EXPECT_EQ(404, get("/assets/..%2fx").status);
  for (const char* target : {"/", "/note", "/inside", "/nothing", "/lists.json"})
    EXPECT_EQ(401, get(target).status) << target;
  EXPECT_EQ(401, get("/alive").status);
}

TEST_F(DoorTest, WhatWasPostedWithoutASessionIsCarriedAndNothingIsStored) {
  const http::Response refused =
      post("/note", {{"csrf", "x"}, {"text", "long <b>typed</b>"}, {"other", "2"}});
  EXPECT_EQ(401, refused.status);
  EXPECT_NE(std::string::npos, refused.body.find("long &lt;b&gt;typed"));
  EXPECT_NE(std::string::npos, refused.body.find("name=\"to\" value=\"/note\""));
  EXPECT_TRUE(kept.empty());
  const http::Response used = post("/in", {{"link", "no"}, {"to", "/note"}, {"was.text", "typed"}});
  EXPECT_EQ(403, used.status);
  EXPECT_NE(std::string::npos, used.body.find("value=\"typed\""));
  const http::Response back =
      post("/in", {{"link", token()}, {"to", "/note"}, {"was.text", "typed"}});
  EXPECT_EQ(200, back.status);
  EXPECT_NE(std::string::npos, back.body.find("action=\"/note\""));
  EXPECT_NE(std::string::npos, back.body.find("name=\"text\" value=\"typed\""));
  EXPECT_TRUE(kept.empty());
  EXPECT_EQ(303, post("/note", {{"csrf", csrf_for(back.body, "/note")}, {"text", "typed"}}).status);
  EXPECT_EQ(std::vector<std::string>{"typed"}, kept);
}

TEST_F(DoorTest, AFormOfAnotherSessionOrRouteIsShownAgainAndNotTaken) {
  come_in();
  const std::string first = csrf_for(get("/note").body, "/note");
  EXPECT_EQ(64U, first.size());
  const std::string of_other_route = csrf_for(get("/").body, "/leave");
  EXPECT_EQ(403, post("/note", {{"csrf", of_other_route}, {"text", "a"}}).status);
  EXPECT_EQ(403, post("/note", {{"text", "a"}}).status);
  cookie.clear();
  come_in();
  const http::Response old = post("/note", {{"csrf", first}, {"text", "a typed text"}});
  EXPECT_EQ(403, old.status);
  EXPECT_NE(std::string::npos, old.body.find("a typed text"));
  EXPECT_TRUE(kept.empty());
  EXPECT_EQ(303, post("/note", {{"csrf", csrf_for(old.body, "/note")}, {"text", "a"}}).status);
}

TEST_F(DoorTest, TheSecretFieldIsNeverTakenFromTheAddress) {
  come_in();
  const std::string csrf = csrf_for(get("/note").body, "/note");
  EXPECT_EQ(403, post("/note?csrf=" + csrf, {{"text", "a"}}).status);
}

TEST_F(DoorTest, AnotherPortsCookieIsNone) {
  come_in();
  const std::string value = cookie.substr(cookie.find('=') + 1);
  cookie = "sanaq_9090=" + value;
  EXPECT_EQ(401, get("/").status);
  cookie = "sanaq_8080=" + std::string(64, '0');
  EXPECT_EQ(401, get("/").status);
}

TEST_F(DoorTest, AnotherNameOfThisComputerAndAnotherPageAreRefused) {
  come_in();
  http::Request request;
  request.method = "GET";
  request.path = "/";
  request.headers = {{"Host", "evil.example:8080"}, {"Cookie", cookie}};
  SentBody none("");
  EXPECT_EQ(421, door.answer(request, none).status);
  EXPECT_EQ(403, get("/", {{"Sec-Fetch-Site", "cross-site"}}).status);
  EXPECT_EQ(403, ask("POST", "/note", "text=a", {{"Origin", "http://evil.example"}}).status);
  EXPECT_EQ(403, ask("POST", "/note", "text=a", {}).status);
  EXPECT_TRUE(kept.empty());
}

TEST_F(DoorTest, EverythingLeavesWithTheSameHeaders) {
  for (const http::Response& response : {get("/"), get("/assets/htmx.js"), get("/in"), come_in()}) {
    EXPECT_EQ("no-store", header(response, "Cache-Control"));
    EXPECT_EQ("nosniff", header(response, "X-Content-Type-Options"));
    EXPECT_EQ("same-origin", header(response, "Referrer-Policy"));
    EXPECT_EQ("same-origin", header(response, "Cross-Origin-Resource-Policy"));
    EXPECT_TRUE(header(response, "Content-Security-Policy").starts_with("default-src 'none'; "));
    EXPECT_EQ("", header(response, "Access-Control-Allow-Origin"));
  }
}

TEST_F(DoorTest, TheSessionEndsByLeavingAndWithTime) {
  come_in();
  EXPECT_FALSE(door.is_empty());
  const http::Response left = post("/leave", {{"csrf", csrf_for(get("/").body, "/leave")}});
  EXPECT_EQ(200, left.status);
  EXPECT_TRUE(header(left, "Set-Cookie").ends_with("Max-Age=0"));
  EXPECT_TRUE(door.is_empty());
  EXPECT_EQ(401, get("/").status);
  come_in();
  time += 13 * 3600.0;
  EXPECT_EQ(401, get("/").status);
  come_in();
  time -= 20 * 3600.0;  // a clock that goes back
  EXPECT_EQ(200, get("/").status);
  time += 20 * 3600.0 + 13 * 3600.0;
  EXPECT_EQ(401, get("/").status);
}

TEST_F(DoorTest, LookingWhetherItRunsKeepsNoSessionOpen) {
  come_in();
  for (int hour = 0; hour < 13; ++hour) {
    EXPECT_EQ(204, get("/alive").status);
    time += 3300;
  }
  time += 3600;
  EXPECT_EQ(401, get("/alive").status);
}

TEST_F(DoorTest, ErrorsSayWhatHappenedAndKeepTheText) {
  come_in();
  const std::string csrf = csrf_for(get("/note").body, "/note");
  const http::Response bad = post("/note", {{"csrf", csrf}, {"text", "bad"}});
  EXPECT_EQ(422, bad.status);
  EXPECT_NE(std::string::npos, bad.body.find("value=\"bad\""));
  EXPECT_EQ(500, post("/note", {{"csrf", csrf}, {"text", "bug"}}).status);
  EXPECT_EQ(404, get("/nothing").status);
  EXPECT_EQ(404, get("/lists/..%2f..").status);
  EXPECT_EQ("/", header(get("/inside"), "Location"));
}

TEST_F(DoorTest, ThePassphraseIsAskedForAndThenTheFormIsTaken) {
  come_in();
  const std::string csrf = csrf_for(get("/note").body, "/note");
  // The form of the route itself: found on the page that is shown again.
  const http::Response again = post("/sign/a%20b", {{"text", "1"}});
  EXPECT_EQ(403, again.status);
  const std::string own = csrf_for(again.body, "/sign/a b");
  const http::Response asked = post("/sign/a%20b", {{"csrf", own}, {"text", "1"}});
  EXPECT_EQ(200, asked.status);
  EXPECT_NE(std::string::npos, asked.body.find("name=\"passphrase\""));
  const std::string key = csrf_for(asked.body, "/key");
  const Fields carried = {{"csrf", key}, {"to", "/sign/a%20b"}, {"was.text", "1"}};
  Fields wrong = carried;
  wrong.emplace_back("passphrase", "wrong");
  const http::Response refused = post("/key", wrong);
  EXPECT_EQ(422, refused.status);
  EXPECT_NE(std::string::npos, refused.body.find("was.text"));
  EXPECT_TRUE(kept.empty());
  Fields right = carried;
  right.emplace_back("passphrase", "right");
  EXPECT_EQ(303, post("/key", right).status);
  EXPECT_EQ(std::vector<std::string>{"a b1"}, kept);
  EXPECT_EQ(403, post("/key", {{"passphrase", "right"}}).status);
}

TEST_F(DoorTest, TheFrameSaysWhenSomethingWasSaved) {
  come_in();
  EXPECT_EQ(std::string::npos, get("/").body.find("class=\"saved\""));
  post("/note", {{"csrf", csrf_for(get("/note").body, "/note")}, {"text", "a"}});
  EXPECT_NE(std::string::npos, get("/").body.find("class=\"saved\""));
}

TEST_F(DoorTest, ARecoveryCodeIsReadBeforeAnythingElse) {
  const help::Scratch scratch;
  bench.open(help::small_investigation(scratch));
  come_in();
  EXPECT_EQ("/founding", header(get("/inside"), "Location"));
  EXPECT_FALSE(bench.notices().now().recovery_rows.empty());
  // Nor can another investigation be opened, which would let go of it.
  const std::string csrf = csrf_for(get("/note").body, "/note");
  EXPECT_EQ("/founding", header(post("/note", {{"csrf", csrf}, {"text", "a"}}), "Location"));
  EXPECT_TRUE(kept.empty());
  bench.notices().settle(bench.notices().now().version);
  EXPECT_EQ(200, get("/inside").status);
}

}  // namespace
}  // namespace sanaq::workspace
