// Memory that is given back is overwritten first: what passed through a server is not found in it.
#pragma once

namespace sanaq::serve {

// From now on whatever this process frees with `delete`, strings and vectors among it, and whatever
// ICU frees, is overwritten with zeros. For processes in which strangers' words come by: it costs a
// little each time. It cannot be taken back.
void wipe_freed_memory();
[[nodiscard]] bool wipes_freed_memory();

}  // namespace sanaq::serve
