// Links lists that were read without an investigation.
#pragma once
#include <memory>

#include "sanaq/base/progress.h"
#include "sanaq/exchange/link_files.h"
#include "sanaq/link/options.h"
#include "sanaq/splink/link.h"
#include "sanaq/splink/model.h"

namespace sanaq::exchange {

// Returns the options with which these lists are linked: a column that only counts the rows, and
// the one that divides a table into lists, are not compared.
[[nodiscard]] link::Options options_for(const LoadedFiles& loaded, const FilesToLink& request,
                                        link::Options options);

// Links with a model that Splink saved, or, if `model` is nullptr, with our own engine. `options`
// are those of options_for. Throws what splink::link and link::link throw.
[[nodiscard]] splink::Linked link_loaded(const LoadedFiles& loaded, const link::Options& options,
                                         std::shared_ptr<const splink::Model> model,
                                         base::Progress& progress);

}  // namespace sanaq::exchange
