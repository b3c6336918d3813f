#include "sanaq/pages/scope_words.h"

#include "sanaq/draw/markup.h"
#include "sanaq/draw/voice.h"
#include "sanaq/pages/date_words.h"

namespace sanaq::pages {

using base::message;

std::string scope_in_words(const PublicScope& scope, const draw::Voice& voice) {
  std::string places;
  for (const std::string& place : scope.places)
    places += (places.empty() ? "" : ", ") + draw::isolated(place);
  const std::string from = words_of_day(scope.from, voice), to = words_of_day(scope.to, voice);
  std::string period;
  if (!scope.from.empty() && !scope.to.empty()) {
    period = scope.from == scope.to ? from : voice.say(message("{} to {}", from, to));
  } else if (!scope.from.empty()) {
    period = voice.say(message("from {}", from));
  } else if (!scope.to.empty()) {
    period = voice.say(message("until {}", to));
  }
  return places + (places.empty() || period.empty() ? "" : " · ") + period;
}

}  // namespace sanaq::pages
