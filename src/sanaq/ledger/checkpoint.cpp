#include "sanaq/ledger/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/ledger/codes.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

constexpr std::size_t self_digits = 32;  // of base32: 160 bits
constexpr std::size_t checks = 2;

}  // namespace

std::string checkpoint_text(const Heads& heads) {
  std::string text = "sanaq checkpoint 1\n";
  for (const auto& [writer, head] : heads)
    text += fmt::format("{} {} {}\n", writer, head.first, head.second);
  return text;
}

std::optional<Heads> heads_of(const json& body) {
  Heads heads;
  try {
    for (const auto& [writer, head] : body.at("heads").items()) {
      const auto self = head.at("self").get<std::string>();
      if (!is_hash(writer) || !is_hash(self)) return std::nullopt;
      heads[writer] = {head.at("seq").get<std::int64_t>(), self};
    }
  } catch (const json::exception&) {
    return std::nullopt;
  }
  return heads;
}

std::int64_t entry_count(const Heads& heads) {
  std::int64_t count = 0;
  // A checkpoint can be signed over any number of heads that never were.
  constexpr std::int64_t count_max = std::int64_t{1} << 62;
  for (const auto& [writer, head] : heads) count = std::min(count + head.first, count_max);
  return count;
}

std::string code_text(std::int64_t entry_count, std::string_view self) {
  const std::string count = std::to_string(entry_count);
  const std::string before = with_dashes(count + to_base32(self.substr(0, 40)), count.size()) + "-";
  return before + check_digits(before, checks);
}

CheckpointCode parse_code(std::string_view text) {
  const auto refuse = [] {
    throw base::Error(
        base::Kind::usage,
        message("this is not a checkpoint's code, or a digit is wrong; compare it with the paper"));
  };
  const std::string digits = plain_digits(text);
  if (digits.size() < self_digits + 3 || digits.size() > self_digits + 2 + 15) refuse();
  const std::size_t count_digits = digits.size() - self_digits - 2;
  if (digits.find_first_not_of(crockford) != digits.npos ||
      digits.substr(0, count_digits).find_first_not_of("0123456789") != digits.npos)
    refuse();
  const std::string before =
      with_dashes(digits.substr(0, count_digits + self_digits), count_digits) + "-";
  if (check_digits(before, checks) != digits.substr(digits.size() - 2)) refuse();
  return {std::stoll(digits.substr(0, count_digits)),
          from_base32(std::string_view(digits).substr(count_digits, self_digits))};
}

}  // namespace sanaq::ledger
