// Which engine links: the one place where that is decided.
#pragma once
#include <memory>

#include "sanaq/splink/link.h"

namespace sanaq::exchange {

// Links with a model that Splink saved, or, if `model` is nullptr, with our own engine; the model
// of the result is then nullptr too. Throws what splink::link and link::link throw.
[[nodiscard]] splink::Linked link_table(const record::RecordTable& table,
                                        const link::Options& options,
                                        std::shared_ptr<const splink::Model> model,
                                        base::Progress& progress);

}  // namespace sanaq::exchange
