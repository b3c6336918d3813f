// Whose name it is.
#pragma once

namespace sanaq::text {

// What bears a name. A ship stands for all things that have a name and perhaps a number.
enum class NameKind { person, organisation, vessel };

}  // namespace sanaq::text
