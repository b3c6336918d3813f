// How many fields a struct has, so that a test sees when one was added and its option forgotten.
#pragma once
#include <cstddef>
#include <utility>

namespace sanaq::settings {

struct Anything {
  template <typename Value>
  operator Value() const;  // never called
};

template <typename Struct, std::size_t... Each>
constexpr bool takes(std::index_sequence<Each...>) {
  return requires { Struct{(static_cast<void>(Each), Anything{})...}; };
}

// Of an aggregate without base classes and arrays.
template <typename Struct, std::size_t Count = 64>
constexpr std::size_t field_count() {
  if constexpr (takes<Struct>(std::make_index_sequence<Count>{}))
    return Count;
  else
    return field_count<Struct, Count - 1>();
}

}  // namespace sanaq::settings
