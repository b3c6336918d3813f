// Which engine links: the one place where that is decided.
#pragma once
#include <memory>

#include "sanaq/splink/link.h"

namespace sanaq::investigation {

// As Splink links, by the model that it saved; where `model` is null, by our own engine, and then
// the model that is handed out is null too. Throws what splink::link and link::link throw.
[[nodiscard]] splink::Linked link_table(const record::RecordTable& table,
                                        const link::Options& options,
                                        std::shared_ptr<const splink::Model> model,
                                        base::Progress& progress);

}  // namespace sanaq::investigation
