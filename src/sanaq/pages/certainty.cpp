#include "sanaq/pages/certainty.h"

namespace sanaq::pages {

std::string certainty(const PublicPerson& person, const draw::Voice& voice) {
  if (person.records.size() == 1) return voice.say("one record");
  if (!person.probability) return voice.say("not to be told from what is published");
  const std::string share = voice.percent(*person.probability);
  if (*person.probability >= 0.99) return voice.say(base::message("nearly certain ({})", share));
  if (*person.probability >= 0.9) return voice.say(base::message("very probable ({})", share));
  if (*person.probability >= 0.7) return voice.say(base::message("probable ({})", share));
  return voice.say(base::message("doubtful ({})", share));
}

}  // namespace sanaq::pages
