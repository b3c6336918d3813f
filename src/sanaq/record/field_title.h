// What a field is called where people read of it.
#pragma once
#include "sanaq/base/message.h"
#include "sanaq/record/field.h"

namespace sanaq::record {

// "Man or woman", "Day of the event".
[[nodiscard]] const base::Message& field_title(Field field);

}  // namespace sanaq::record
