// The drawings of a number, each with the table that says the same.
#pragma once
#include "sanaq/draw/voice.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {

// Sets axis, posterior and upset (with _narrow each, for a narrow screen), has_axis, has_posterior
// and has_upset, and their tables.
void set_number_drawings(Data& data, const investigation::Number& number, const draw::Voice& voice);

}  // namespace sanaq::workspace
