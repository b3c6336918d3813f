// How sure it is that the records of a person belong together, in words.
#pragma once
#include <string>

#include "sanaq/draw/voice.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

[[nodiscard]] std::string certainty(const PublicPerson& person, const draw::Voice& voice);

}  // namespace sanaq::pages
