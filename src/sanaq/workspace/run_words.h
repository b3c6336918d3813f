// When something was, and what changed since the last count, as a screen says it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/draw/voice.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

// "2026-11-30T09:25:11Z" -> "30 November 2026, 09:25 UTC"; any other text is returned as it is.
[[nodiscard]] std::string moment_words(const std::string& time, const draw::Voice& voice);

// Returns whether the last count is behind, in a sentence. While that is not known yet, `touched`
// (files that the disk says were written since) stands for it.
[[nodiscard]] base::Message behind_words(Behind behind, const std::vector<std::string>& touched);

// "unknown", "lists", "links", "number", "never" or "nothing", as programs read it.
[[nodiscard]] std::string_view behind_name(Behind behind);

// Returns "reading hospital: 40 %".
[[nodiscard]] std::string reading_words(const Reading& reading, const draw::Voice& voice);

}  // namespace sanaq::workspace
