// Money collected and paid out: exact balances by fund, month and currency.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

struct AidMonth {
  std::string month;                                 // "2011-06"; empty if it is unknown
  Amount opening = 0, in = 0, out = 0, closing = 0;  // closing = opening + in - out
  std::int64_t entries = 0;
};

struct FundBalance {
  std::string fund, currency;
  // By month, the unknown month last; each opens with what the one before closed with.
  std::vector<AidMonth> months;
  Amount in = 0, out = 0;  // of all months
  std::int64_t entries = 0;
  std::int64_t without_amount = 0;     // entries without a sum, which are in no balance
  std::int64_t without_direction = 0;  // entries with a sum that do not say whether in or out
  bool is_overdrawn = false;           // a month closes below zero: more was paid than is on record
};

// Returns the balances by fund, its currencies in the order in which they are first mentioned.
// Currencies are never mixed or converted.
[[nodiscard]] std::vector<FundBalance> balances_of(const std::vector<Aid>& aid);

}  // namespace sanaq::casefile
