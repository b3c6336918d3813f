#include "sanaq/pages/scope_words.h"

#include "sanaq/draw/markup.h"
#include "sanaq/draw/voice.h"

namespace sanaq::pages {

using base::message;

std::string scope_in_words(const PublicScope& scope, const draw::Voice& voice) {
  std::string places;
  for (const std::string& place : scope.places)
    places += (places.empty() ? "" : ", ") + draw::isolated(place);
  std::string period;
  if (!scope.from.empty() && !scope.to.empty()) {
    period =
        scope.from == scope.to ? scope.from : voice.say(message("{} to {}", scope.from, scope.to));
  } else if (!scope.from.empty()) {
    period = voice.say(message("from {}", scope.from));
  } else if (!scope.to.empty()) {
    period = voice.say(message("until {}", scope.to));
  }
  return places + (places.empty() || period.empty() ? "" : " · ") + period;
}

}  // namespace sanaq::pages
