// What the menus of a list show: the first rows, the first records as they would be read, and the
// choices.
#pragma once
#include <string>

#include "sanaq/tables/preview.h"
#include "sanaq/workspace/columns_form.h"
#include "sanaq/workspace/list_at_hand.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// `seen` is how the file is read as the form says. Of the template columns.html.
[[nodiscard]] Data columns_data(const Visit& visit, const ListAtHand& at_hand,
                                const ColumnsForm& form, const tables::Preview& seen);

}  // namespace sanaq::workspace
