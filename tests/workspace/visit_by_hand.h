// A visit without a server, for tests of single screens.
#pragma once
#include <string>
#include <utility>

#include "sanaq/draw/voice.h"
#include "sanaq/http/request.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

class VisitByHand {
 public:
  explicit VisitByHand(const std::string& path, const std::string& method = "GET",
                       const std::string& language = "en")
      : voice_(language),
        visit{request_, voice_, {}, {}, {}, nullptr, [](const std::string& route) {
                return "csrf of " + route;
              }} {
    request_.method = method;
    request_.path = path;
  }
  VisitByHand& named(const std::string& name, const std::string& value) {
    visit.names[name] = value;
    return *this;
  }
  VisitByHand& asks(const std::string& field, const std::string& value) {
    visit.query.fields.emplace_back(field, value);
    return *this;
  }
  VisitByHand& posts(const std::string& field, const std::string& value) {
    visit.form.fields.emplace_back(field, value);
    return *this;
  }
  VisitByHand& of_htmx() {
    request_.headers.emplace_back("HX-Request", "true");
    return *this;
  }

 private:
  http::Request request_;
  draw::Voice voice_;

 public:
  Visit visit;
};

}  // namespace sanaq::workspace
