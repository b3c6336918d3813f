#include "sanaq/record/identity.h"

#include <array>

namespace sanaq::record {
namespace {

constexpr std::size_t identity_digits = 32;

void append_part(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

}  // namespace

std::string Identities::digest() {
  hash_.add(bytes_);
  std::array<char, 64> hex{};
  hash_.finish(hex.data());
  return {hex.data(), identity_digits};
}

std::string Identities::of_id(std::string_view id) {
  bytes_ = "id";
  append_part(bytes_, list_);
  append_part(bytes_, id);
  return digest();
}

std::string Identities::of_cells(const MappedCells& cells, std::size_t occurrence) {
  bytes_ = "cells";
  append_part(bytes_, list_);
  append_part(bytes_, std::to_string(occurrence));
  for (const auto& [field, text] : cells) {
    if (text.empty()) continue;
    append_part(bytes_, field);
    append_part(bytes_, text);
  }
  return digest();
}

}  // namespace sanaq::record
