#include "sanaq/workspace/run_words.h"

#include <algorithm>

#include "sanaq/pages/date_words.h"

namespace sanaq::workspace {

using base::message;

std::string moment_words(const std::string& time, const draw::Voice& voice) {
  constexpr std::size_t day = 10, minute = 16, whole = 20;
  if (time.size() != whole || time[day] != 'T') return time;
  return voice.say(message("{}, {} UTC", pages::words_of_day(time.substr(0, day), voice),
                           time.substr(day + 1, minute - day - 1)));
}

base::Message behind_words(Behind behind, const std::vector<std::string>& touched) {
  switch (behind) {
    case Behind::nothing:
      return message("Nothing has changed since.");
    case Behind::lists:
      return message("A list, or how it is read, has changed since.");
    case Behind::links:
      return message("Decisions were entered since, or how rows are linked was changed.");
    case Behind::number:
      return message("How the number is estimated has changed since.");
    case Behind::never_counted:
      return message("Nothing was counted yet.");
    case Behind::unknown:
      break;
  }
  if (touched.empty()) return message("Whether anything changed since is being looked at.");
  return message("Written since: {}.", fmt::format("{}", fmt::join(touched, ", ")));
}

std::string_view behind_name(Behind behind) {
  switch (behind) {
    case Behind::never_counted:
      return "never";
    case Behind::lists:
      return "lists";
    case Behind::links:
      return "links";
    case Behind::number:
      return "number";
    case Behind::nothing:
      return "nothing";
    case Behind::unknown:
      break;
  }
  return "unknown";
}

std::string reading_words(const Reading& reading, const draw::Voice& voice) {
  if (reading.what.id.empty()) return voice.say("reading the lists");
  const std::string what = voice.say_isolating(reading.what);
  if (reading.total <= 0) return what;
  const std::int64_t share = 100 * std::min(reading.done, reading.total) / reading.total;
  return voice.say(message("{}: {} %", what, share));
}

}  // namespace sanaq::workspace
