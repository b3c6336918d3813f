// Money collected and paid out: balances by fund, month and currency that add up to the last place.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

struct AidMonth {
  std::string month;                                 // "2011-06"; empty: the month is not known
  Amount opening = 0, in = 0, out = 0, closing = 0;  // closing = opening + in - out
  std::int64_t entries = 0;
};

struct FundBalance {
  std::string fund, currency;
  std::vector<AidMonth>
      months;              // by month, the unknown month last; each opens where the last closed
  Amount in = 0, out = 0;  // of all months
  std::int64_t entries = 0;
  std::int64_t without_amount = 0;     // entries that say no sum: in no balance
  std::int64_t without_direction = 0;  // and those that say a sum, but not whether in or out
  bool is_overdrawn = false;           // a month closes below zero: more paid out than is on record
};

// By fund, its currencies as first spoken of. Currencies are never mixed or changed.
[[nodiscard]] std::vector<FundBalance> balances_of(const std::vector<Aid>& aid);

}  // namespace sanaq::casefile
