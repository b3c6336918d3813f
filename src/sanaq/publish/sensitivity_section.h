// On the page of the number: how firm it is. Strata, the user's own lists hidden one by one, what
// other lists and other assumptions would give, and who is on which lists together.
#pragma once
#include "sanaq/publish/page_template.h"
#include "sanaq/publish/public_view.h"
#include "sanaq/publish/voice.h"

namespace sanaq::publish {

// Sets what number.html shows; nothing where the estimate does not have it.
void set_sensitivity(Data& data, const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish
