#include "sanaq/casefile/aid.h"

#include <algorithm>
#include <map>

namespace sanaq::casefile {
namespace {

std::string month_of(const std::optional<PartialDate>& date) {
  if (!date) return "";
  const std::string first = day_text(date->first_day).substr(0, 7);
  return day_text(date->last_day).substr(0, 7) == first ? first : "";
}

FundBalance& balance_for(std::vector<FundBalance>& all, const Aid& aid) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const FundBalance& one) {
    return one.fund == aid.fund && one.currency == aid.currency;
  });
  if (found != all.end()) return *found;
  FundBalance balance;
  balance.fund = aid.fund;
  balance.currency = aid.currency;
  return all.emplace_back(std::move(balance));
}

AidMonth& month_in(FundBalance& balance, const std::string& month) {
  const auto found = std::find_if(balance.months.begin(), balance.months.end(),
                                  [&](const AidMonth& one) { return one.month == month; });
  if (found != balance.months.end()) return *found;
  AidMonth fresh;
  fresh.month = month;
  return balance.months.emplace_back(std::move(fresh));
}

void carry_over(FundBalance& balance) {
  std::sort(balance.months.begin(), balance.months.end(),
            [](const AidMonth& left, const AidMonth& right) {
              if (left.month.empty() != right.month.empty()) return right.month.empty();
              return left.month < right.month;
            });
  Amount carried = 0;
  for (AidMonth& month : balance.months) {
    month.opening = carried;
    month.closing = carried + month.in - month.out;
    carried = month.closing;
    balance.is_overdrawn = balance.is_overdrawn || carried < 0;
  }
}

}  // namespace

std::vector<FundBalance> balances_of(const std::vector<Aid>& aid) {
  std::vector<FundBalance> all;
  for (const Aid& one : aid) {
    FundBalance& balance = balance_for(all, one);
    ++balance.entries;
    if (!one.amount) {
      ++balance.without_amount;
      continue;
    }
    if (!one.has_direction) {
      ++balance.without_direction;
      continue;
    }
    AidMonth& month = month_in(balance, month_of(one.date));
    ++month.entries;
    (one.is_out ? month.out : month.in) += *one.amount;
    (one.is_out ? balance.out : balance.in) += *one.amount;
  }
  std::stable_sort(all.begin(), all.end(), [](const FundBalance& left, const FundBalance& right) {
    return left.fund < right.fund;
  });
  for (FundBalance& balance : all) carry_over(balance);
  return all;
}

}  // namespace sanaq::casefile
