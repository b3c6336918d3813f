// Checks for bugs: what our own code must keep true, whatever the user's input. They are made in
// every build.
#pragma once
#include <source_location>
#include <string_view>

namespace sanaq::base {

// Throws Error{Kind::bug} with the claim and its place in the source if `holds` is false.
void check(bool holds, std::string_view claim,
           std::source_location where = std::source_location::current());

}  // namespace sanaq::base
