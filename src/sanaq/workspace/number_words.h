// The number as screens say it: documented, estimated, whether it may be quoted, and why not.
#pragma once
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {

// Where a reason against quoting the number can be mended.
struct Mending {
  std::string path;
  base::Message words;  // on the link
};
[[nodiscard]] Mending mending_of(const base::Message& reason);

// Why the number may not be quoted, or why there is none; empty if it may.
[[nodiscard]] std::vector<base::Message> reasons_of(const investigation::Number& number);

// Sets documented, has_estimate, median, interval, unlisted, is_usable and reasons (each with text,
// path and mend); first_reason is the first, and has_first_reason.
void set_number_words(Data& data, const investigation::Number& number, const draw::Voice& voice);

}  // namespace sanaq::workspace
