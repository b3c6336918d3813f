// On the page of the number: how firm it is. Strata, the user's own lists hidden one by one, what
// other lists and other assumptions would give, and who is on which lists together.
#pragma once
#include "sanaq/draw/voice.h"
#include "sanaq/pages/page_template.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Sets what number.html shows; nothing where the estimate does not have it.
void set_sensitivity(Data& data, const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
