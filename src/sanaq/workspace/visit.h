// One request to the workspace, once it is known whose it is: what a screen is made from.
#pragma once
#include <functional>
#include <map>
#include <string>

#include "sanaq/draw/voice.h"
#include "sanaq/http/body.h"
#include "sanaq/http/form.h"
#include "sanaq/http/request.h"

namespace sanaq::workspace {

struct Visit {
  const http::Request& request;
  const draw::Voice& voice;                       // of the reader's language
  std::map<std::string, std::string> names = {};  // what stands for {NAME} in the route, decoded
  http::Form query = {};
  http::Form form = {};        // of a POST; its csrf was right
  http::Body* body = nullptr;  // of a POST whose route reads it itself: an upload
  // Returns the secret field that a form which posts to `route` must have: HMAC of session and
  // route. `route` is the pattern, as "/lists/{NAME}/columns".
  std::function<std::string(const std::string& route)> csrf = {};
  bool is_inside = true;   // false: nobody has come in yet; the frame then names nothing
  std::string saved = {};  // "14:02": when this session last changed something; "" if it has not
  // htmx asks for a piece of a page.
  [[nodiscard]] bool wants_piece() const { return !request.header("HX-Request").empty(); }
};

}  // namespace sanaq::workspace
