// Columns of a list that seem to say who may see its rows. A list is opened column by column, never
// row by row; if somebody marked rows, nothing of the list is published until he says what he
// meant.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/record/record_table.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Returns the headers of columns without a field that resemble "visibility", or whose cells have
// only its words, except those that the settings ignore or make public by their header.
[[nodiscard]] std::vector<std::string> unclear_headers(const record::RecordTable& list,
                                                       const settings::ListConfig& config);

// Returns what to tell the user about one.
[[nodiscard]] base::Message unclear_header(const std::string& list, const std::string& header);

}  // namespace sanaq::investigation
