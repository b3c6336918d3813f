// A visit without a server, for tests of screens.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/http/form.h"
#include "sanaq/http/request.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

struct VisitByHand {
  explicit VisitByHand(const std::string& path, const std::string& language = "en")
      : voice(language), visit{request, voice} {
    request.method = "GET";
    const std::size_t question = path.find('?');
    request.path = path.substr(0, question);
    if (question != path.npos) request.query = path.substr(question + 1);
    visit.query = http::parse_form(request.query);
    visit.csrf = [](const std::string& route) { return "csrf-of-" + route; };
  }
  // Posts these fields.
  VisitByHand& posts(std::vector<std::pair<std::string, std::string>> fields) {
    request.method = "POST";
    visit.form.fields = std::move(fields);
    return *this;
  }
  VisitByHand& names(const std::string& name, const std::string& value) {
    visit.names[name] = value;
    return *this;
  }
  http::Request request;
  draw::Voice voice;
  Visit visit;
};

}  // namespace sanaq::workspace
