// A broken promise between us is a bug: checked always, never reachable by user input.
#pragma once
#include <source_location>
#include <string_view>

namespace sanaq::base {

// Throws Error{Kind::bug} naming the claim and its place when it does not hold.
void check(bool holds, std::string_view claim,
           std::source_location where = std::source_location::current());

}  // namespace sanaq::base
