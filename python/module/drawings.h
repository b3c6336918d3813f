// The drawings of a number, as a site has them.
#pragma once
#include <string>

#include "sanaq/estimate/summary.h"

namespace sanaq::python {

// Returns SVG: `kind` is "axis", "histogram", "upset" or "upset narrow". It is "" if the summary
// has nothing of the kind to draw: no number, no draws. `width` is in units of the drawing and has
// no effect on an upset; `id` makes the ids within it unique. Throws Error{usage} for another kind.
[[nodiscard]] std::string drawing(const estimate::Summary& summary, const std::string& kind,
                                  const std::string& language, double width, const std::string& id);

}  // namespace sanaq::python
