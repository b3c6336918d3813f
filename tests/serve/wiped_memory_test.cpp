#include "sanaq/serve/wiped_memory.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "sanaq/intake/receipt_words.h"

namespace sanaq::serve {
namespace {

// How often bytes stand in the writable memory of this process.
int count_in_memory(const std::string& reversed) {
  const std::string wanted(reversed.rbegin(), reversed.rend());
  std::ifstream maps("/proc/self/maps"), memory("/proc/self/mem", std::ios::binary);
  int count = 0;
  for (std::string line; std::getline(maps, line);) {
    if (line.find(" rw-p ") == line.npos || line.find("[v") != line.npos) continue;
    const auto from = std::stoull(line, nullptr, 16);
    const auto to = std::stoull(line.substr(line.find('-') + 1), nullptr, 16);
    std::vector<char> bytes(to - from);
    memory.clear();
    memory.seekg(static_cast<std::streamoff>(from));
    memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::string_view text(bytes.data(), bytes.size());
    for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1))
      ++count;
    explicit_bzero(bytes.data(), bytes.size());
  }
  return count - 1;  // `wanted` itself
}

// The sanitizer has terabytes of memory of its own.
constexpr bool is_searchable =
#ifdef __SANITIZE_ADDRESS__
    false;
#else
    true;
#endif

__attribute__((noinline)) void pass_through(const std::string& reversed) {
  const std::string text(reversed.rbegin(), reversed.rend());
  std::string copy;
  for (const char letter : text) copy += letter;
  std::vector<std::string> many(100, copy + text);
  // Through ICU, which has memory of its own.
  many.push_back(intake::normalised_words(text));
}

TEST(WipedMemory, WhatPassedThroughIsNotFoundInIt) {
  if (!is_searchable) GTEST_SKIP() << "under the address sanitizer";
  const pid_t child = fork();
  if (child == 0) {
    const std::string reversed = "zyxwvutsrqponmlkjihgfedcba-an-invented-secret-abcdefghijklmnopq";
    wipe_freed_memory();
    pass_through(reversed);
    _exit(wipes_freed_memory() && count_in_memory(reversed) == 0 ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(0, WEXITSTATUS(status));
}

TEST(WipedMemory, WithoutItTheSearchFindsWhatWasFreed) {
  if (!is_searchable) GTEST_SKIP() << "under the address sanitizer";
  const pid_t child = fork();
  if (child == 0) {
    const std::string reversed = "zyxwvutsrqponmlkjihgfedcba-an-invented-secret-abcdefghijklmnopq";
    pass_through(reversed);
    _exit(count_in_memory(reversed) > 0 ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(0, WEXITSTATUS(status));
}

}  // namespace
}  // namespace sanaq::serve
