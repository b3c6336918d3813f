// What a driver makes of its bytes, and what it takes for a find.
//
// A driver is one function, LLVMFuzzerTestOneInput: libFuzzer calls it with mutated bytes, and
// run_once.cpp with the seeds and with what was found before. A base::Error is an answer in words;
// a bug, any other exception, a crash, or more time or memory than run-fuzz allows is a find.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "sanaq/base/error.h"

namespace sanaq::fuzz {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The bytes in `count` pieces, parted at lines of "----" alone; those that are missing are empty.
inline std::vector<std::string_view> pieces_of(std::string_view bytes, std::size_t count) {
  constexpr std::string_view between = "\n----\n";
  std::vector<std::string_view> pieces;
  while (pieces.size() + 1 < count) {
    const std::size_t end = bytes.find(between);
    pieces.push_back(bytes.substr(0, end));
    bytes = end == bytes.npos ? std::string_view() : bytes.substr(end + between.size());
  }
  pieces.push_back(bytes);
  return pieces;
}

// A promise of ours that an input broke.
inline void expect(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "this promise is broken: %s\n", promise);
  std::abort();
}

template <typename Run>
int answered_in_words(Run run) {
  try {
    run();
  } catch (const base::Error& error) {
    expect(error.kind() != base::Kind::bug, error.what());
  }
  return 0;
}

}  // namespace sanaq::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
