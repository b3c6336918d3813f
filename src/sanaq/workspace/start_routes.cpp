#include "sanaq/workspace/start_routes.h"

#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

http::Response show_start(const Visit& visit, Bench& bench) {
  return page(visit, bench, {visit.voice.say("Count from lists")}, "start", {});
}

}  // namespace

std::vector<Route> start_routes() { return {{"GET", "/", show_start, false}}; }

}  // namespace sanaq::workspace
