// What is asked of link and learn, as the package hands it over.
#pragma once
#include <nanobind/nanobind.h>

#include <memory>
#include <string>
#include <vector>

#include "given.h"
#include "sanaq/exchange/link_files.h"
#include "sanaq/link/options.h"
#include "sanaq/splink/model.h"

namespace sanaq::python {

namespace nb = nanobind;

struct Asked {
  exchange::FilesToLink request;
  link::Options options;
  std::shared_ptr<const splink::Model> splink;
  std::optional<Given> labels, decisions, nicknames;
};

// `lists` has (name, path, capsule or ReadList); `how` the other arguments by name. All of them
// must outlive the answer.
[[nodiscard]] Asked asked_of(const nb::list& lists, const nb::dict& how);

// Without the GIL: reads the lists and whatever else was given. The options are then those with
// which the records are linked. Throws what exchange::load_files throws, and Error{bad_input} if
// the ids of a list are floats.
[[nodiscard]] exchange::LoadedFiles load(Asked& asked, base::Progress& progress);

}  // namespace sanaq::python
