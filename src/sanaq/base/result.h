// Expected trouble with one item: a value, or what is wrong with it and what to do.
#pragma once
#include <tl/expected.hpp>

#include "sanaq/base/message.h"

namespace sanaq::base {

struct Problem {
  Message reason;
  Message advice;
  bool operator==(const Problem&) const = default;
};

template <typename T>
using Result = tl::expected<T, Problem>;

}  // namespace sanaq::base
