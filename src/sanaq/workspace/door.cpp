#include "sanaq/workspace/door.h"

#include <new>

#include "sanaq/base/catalog.h"
#include "sanaq/base/hmac.h"
#include "sanaq/base/system.h"
#include "sanaq/http/form.h"
#include "sanaq/workspace/asset.h"
#include "sanaq/workspace/carried_form.h"
#include "sanaq/workspace/entry_screen.h"
#include "sanaq/workspace/error_screen.h"
#include "sanaq/workspace/founding_routes.h"
#include "sanaq/workspace/key_in_hand.h"
#include "sanaq/workspace/ledger_questions.h"
#include "sanaq/workspace/notices.h"
#include "sanaq/workspace/own_address.h"
#include "sanaq/workspace/passphrase_screen.h"
#include "sanaq/workspace/reader_language.h"
#include "sanaq/workspace/request_checks.h"

namespace sanaq::workspace {
namespace {

constexpr std::int64_t form_bytes_most = 1 << 20;
constexpr std::size_t saved_most = 64;

// A page that somebody else made cannot be framed by, read by or sent to another; nothing of it is
// kept by the browser. Under no-referrer Chromium sends `Origin: null` with our own forms.
void add_headers(http::Response& response) {
  const std::pair<const char*, const char*> headers[] = {
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
       "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cache-Control", "no-store"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "same-origin"},
  };
  for (const auto& [name, value] : headers) response.headers.emplace_back(name, value);
}

http::Response plain_text(int status, std::string text) {
  http::Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = std::move(text);
  return response;
}

// Posts that the door takes itself.
bool is_of_the_door(const std::string& path) {
  return path == "/leave" || path == "/key" || path == "/own-end";
}

bool is_said_at_any_time(const std::string& pattern) {
  return pattern == "/founding" || pattern == "/language";
}

bool is_plain_form(const http::Request& request) {
  return request.header("Content-Type").starts_with("application/x-www-form-urlencoded");
}

http::Form form_of(const http::Request& request, http::Body& body, std::int64_t most) {
  if (request.method != "POST" || !is_plain_form(request)) return {};
  return http::parse_form(body.whole(most));
}

http::Request to_request(const http::Request& like, const std::string& method,
                         const std::string& to) {
  http::Request request = like;
  const std::size_t question = to.find('?');
  request.method = method;
  request.path = http::percent_decoded(to.substr(0, question), false);
  request.query = question == to.npos ? "" : to.substr(question + 1);
  return request;
}

}  // namespace

struct Door::Guest {
  std::string cookie, secret;
  const draw::Voice& voice;
  std::string saved = {};
};

Door::Door(Bench& bench, std::vector<Route> routes, const Clock& clock)
    : bench_(bench), routes_(std::move(routes)), sessions_(clock), tokens_(clock) {
  for (const std::string& language : base::Catalog::languages())
    voices_.emplace(language, draw::Voice(language));
}

std::string Door::fresh_link() {
  return "http://127.0.0.1:" + std::to_string(port_) + "/in#" + tokens_.make();
}

bool Door::is_waiting(const std::string& link) { return tokens_.is_good(token_in(link)); }

bool Door::is_empty() { return sessions_.is_empty(); }

std::string Door::cookie_name() const { return "sanaq_" + std::to_string(port_); }

Found Door::found(const http::Request& request) const {
  return find_route(routes_, request.method, request.path, !bench_.folder().empty());
}

std::int64_t Door::most_bytes(const http::Request& request) const {
  const Found route = found(request);
  return route.route == nullptr ? form_bytes_most : route.route->most_bytes;
}

http::Response Door::answer(const http::Request& request, http::Body& body) {
  http::Response response;
  try {
    response = checked(request, body);
  } catch (const std::exception&) {
    response = plain_text(500, "500\n");
  }
  add_headers(response);
  return response;
}

http::Response Door::checked(const http::Request& request, http::Body& body) {
  const draw::Voice& voice = voices_.at(reader_language(request));
  if (const int refusal = refusal_of(request, port_); refusal != 0) {
    return plain_text(refusal, voice.say("sanaq answers only pages of its own, on this computer; "
                                         "open the link that it printed") +
                                   "\n");
  }
  if (request.path.starts_with("/assets/") && request.method != "POST") {
    if (auto file = asset(request.path.substr(8))) return *file;
    return plain_text(404, "404\n");
  }
  if (request.path == "/in") return enter(request, body, voice);
  const std::string cookie(request.cookie(cookie_name()));
  const bool only_looks = request.path == "/alive";
  const auto secret = sessions_.secret_of(cookie, only_looks);
  if (only_looks) return plain_text(secret ? 204 : 401, "");
  if (!secret) return outside(request, body, voice);
  Guest guest{cookie, *secret, voice};
  {
    const std::lock_guard lock(saved_mutex_);
    const auto saved = saved_.find(*secret);
    if (saved != saved_.end()) guest.saved = saved->second;
  }
  return inside(request, body, guest);
}

// --- without a session ---

http::Response Door::outside(const http::Request& request, http::Body& body,
                             const draw::Voice& voice) {
  Visit visit{request, voice};
  visit.csrf = [](const std::string&) { return std::string(); };
  visit.is_inside = false;
  if (visit.wants_piece()) {
    // What stands on the page stays there, with all that was typed; our script says why.
    http::Response nothing = plain_text(401, "");
    nothing.headers.emplace_back("HX-Reswap", "none");
    return nothing;
  }
  const http::Form form = form_of(request, body, form_bytes_most);
  return entry_screen(visit, bench_, WhyOutside::away, own_address(request), form);
}

http::Response Door::enter(const http::Request& request, http::Body& body,
                           const draw::Voice& voice) {
  Visit visit{request, voice};
  visit.csrf = [](const std::string&) { return std::string(); };
  visit.is_inside = false;
  if (request.method != "POST") return entry_screen(visit, bench_, WhyOutside::arrives, "/", {});
  const http::Form form = form_of(request, body, form_bytes_most);
  const std::string to = is_own_address(form.value("to")) ? form.value("to") : "/";
  const http::Form was = without_prefix(form, "was.");
  if (!tokens_.take(token_in(form.value("link"))))
    return entry_screen(visit, bench_, WhyOutside::used_link, to, was);
  const std::string cookie = sessions_.begin();
  Guest guest{cookie, sessions_.secret_of(cookie).value_or(""), voice};
  http::Response response = http::see_other(to);
  if (!was.fields.empty()) {
    const http::Request wanted = to_request(request, "POST", to);
    const Found route = found(wanted);
    const Visit back = visit_of(request, guest);
    if (route.route != nullptr)
      response = form_again(back, bench_, {voice.say("You are back")},
                            voice.say("What you had typed is still here and not saved yet."), to,
                            route.route->pattern, was);
  }
  response.headers.emplace_back(
      "Set-Cookie", cookie_name() + "=" + cookie + "; Path=/; HttpOnly; SameSite=Strict");
  return response;
}

// --- with one ---

Visit Door::visit_of(const http::Request& request, const Guest& guest) const {
  Visit visit{request, guest.voice};
  visit.query = http::parse_form(request.query);
  visit.saved = guest.saved;
  visit.csrf = [secret = guest.secret](const std::string& route) {
    return base::hmac_sha256_hex(secret, route);
  };
  return visit;
}

http::Response Door::inside(const http::Request& request, http::Body& body, const Guest& guest) {
  Visit visit = visit_of(request, guest);
  const bool is_post = request.method == "POST";
  const bool is_own = is_post && is_of_the_door(request.path);
  const Found route = found(request);
  if (route.route == nullptr && !is_own)
    return error_screen(visit, bench_,
                        base::Error(base::Kind::not_found,
                                    base::message("there is no such page; the first one has a way "
                                                  "to everything")),
                        "");
  if (is_post && !is_own && route.route->reads == Reads::body) {
    visit.body = &body;
    return taken(visit, route, guest);
  }
  const std::string pattern = is_own ? request.path : route.route->pattern;
  visit.form = form_of(request, body, is_own ? form_bytes_most : route.route->most_bytes);
  if (is_post && !has_right_csrf(visit, pattern, visit.form.value("csrf")))
    return form_again(visit, bench_, {guest.voice.say("This page is an old one"), "", 403},
                      guest.voice.say("It was made before you last came in, or by another page. "
                                      "What you had typed is still here and not saved yet."),
                      request.path, pattern, visit.form);
  if (is_own) return of_the_door(visit, guest);
  return taken(visit, route, guest);
}

http::Response Door::taken(Visit& visit, const Found& found, const Guest& guest) {
  if (found.route->needs_investigation && bench_.folder().empty()) return http::see_other("/");
  // What opens another investigation would let go of a recovery code that is not on paper yet.
  if (visit.request.method == "POST" && !found.route->needs_investigation &&
      !is_said_at_any_time(found.route->pattern) && !bench_.notices().now().recovery_rows.empty())
    return http::see_other("/founding");
  visit.names = found.names;
  try {
    if (found.route->needs_investigation) {
      if (const auto first = first_to_be_read(visit, bench_)) return *first;
    }
    http::Response response = found.route->screen(visit, bench_);
    if (visit.request.method == "POST" && response.status < 400) note_saved(guest);
    return response;
  } catch (const NeedsPassphrase&) {
    return ask_passphrase(visit);
  } catch (const NeedsOwnEnd& needs) {
    return own_end_screen(visit, bench_, needs.chain(), own_address(visit.request), visit.form);
  } catch (const base::Error& error) {
    return error_screen(visit, bench_, error, found.route->pattern);
  } catch (const std::bad_alloc&) {
    return plain_screen(visit, bench_, 503, guest.voice.say("This did not work"),
                        guest.voice.say("there is not enough memory for this; use a larger machine "
                                        "or fewer records"));
  } catch (const std::exception& error) {
    return error_screen(
        visit, bench_,
        base::Error(
            base::Kind::bug,
            base::message("this is a mistake in sanaq, please report it: {}", error.what())),
        found.route->pattern);
  }
}

void Door::note_saved(const Guest& guest) {
  const std::lock_guard lock(saved_mutex_);
  if (saved_.size() > saved_most) saved_.clear();  // of sessions that ended with time
  saved_[guest.secret] = base::clock_here();
}

http::Response Door::ask_passphrase(const Visit& visit) {
  const bool was_wrong = bench_.key().passphrase().has_value();
  if (was_wrong) bench_.key().forget();
  return passphrase_screen(visit, bench_, own_address(visit.request), visit.form, was_wrong);
}

// Answers to questions that came before what was to be done, which is done then.
http::Response Door::of_the_door(const Visit& visit, const Guest& guest) {
  if (visit.request.path == "/leave") return leave(visit, guest);
  if (visit.request.path == "/key") bench_.key().take(visit.form.value("passphrase"));
  if (visit.request.path == "/own-end") bench_.answer_own_end(visit.form.value("own") == "yes");
  return again(visit, guest);
}

// What was asked before something else had to be asked: its own secret field came with it.
http::Response Door::again(const Visit& visit, const Guest& guest) {
  const std::string to = is_own_address(visit.form.value("to")) ? visit.form.value("to") : "/";
  const http::Form was = without_prefix(visit.form, "was.");
  if (was.fields.empty()) return http::see_other(to);
  const http::Request request = to_request(visit.request, "POST", to);
  const Found route = found(request);
  if (route.route == nullptr || route.route->reads == Reads::body) return http::see_other("/");
  Visit repeated = visit_of(request, guest);
  repeated.form = was;
  return taken(repeated, route, guest);
}

http::Response Door::leave(const Visit& visit, const Guest& guest) {
  sessions_.end(guest.cookie);
  {
    const std::lock_guard lock(saved_mutex_);
    saved_.erase(guest.secret);
  }
  if (sessions_.is_empty()) bench_.key().forget();
  Visit gone{visit.request, visit.voice};
  gone.csrf = [](const std::string&) { return std::string(); };
  gone.is_inside = false;
  http::Response response =
      plain_screen(gone, bench_, 200, visit.voice.say("You have left"),
                   visit.voice.say("Everything is saved. To come back, press the icon of sanaq "
                                   "again, or Enter in the terminal in which it runs."));
  response.headers.emplace_back("Set-Cookie",
                                cookie_name() + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  return response;
}

}  // namespace sanaq::workspace
