// A result that may be missing for an expected reason: either a value, or the problem and advice.
#pragma once
#include <tl/expected.hpp>

#include "sanaq/base/message.h"

namespace sanaq::base {

// What is wrong with one item, and what the user can do about it.
struct Problem {
  Message reason;
  Message advice;
  bool operator==(const Problem&) const = default;
};

template <typename T>
using Result = tl::expected<T, Problem>;

}  // namespace sanaq::base
