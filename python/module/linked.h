// A finished linking, as Python holds it.
#pragma once
#include <memory>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/exchange/link_files.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"
#include "sanaq/splink/model.h"

namespace sanaq::python {

struct Linked {
  record::RecordTable records;
  link::Result result;
  std::shared_ptr<const splink::Model> splink;  // nullptr if our own engine linked
  std::vector<link::Nickname> nicknames;
  std::vector<base::Message> warnings;  // of reading the lists
};

struct LinkHandle {
  std::shared_ptr<const Linked> linked;
};

// The sampled registers of a linking, with the lists of a capture table in its order. Throws
// Error{bad_input} for a list that is none of these.
[[nodiscard]] std::vector<estimate::CaptureTable> sampled_of(const Linked& linked,
                                                             const std::vector<std::string>& lists);

}  // namespace sanaq::python
