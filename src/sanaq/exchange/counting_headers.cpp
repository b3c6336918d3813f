#include "sanaq/exchange/counting_headers.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace sanaq::exchange {

std::vector<std::string> headers_that_count(const std::vector<OwnHeaders>& lists) {
  std::set<std::string> counting, others;
  for (const OwnHeaders& list : lists) {
    const std::set<std::string> counters(list.counters.begin(), list.counters.end());
    counting.insert(counters.begin(), counters.end());
    for (const std::string& header : list.unmapped) {
      if (!counters.contains(header)) others.insert(header);
    }
  }
  std::vector<std::string> headers;
  std::set_difference(counting.begin(), counting.end(), others.begin(), others.end(),
                      std::back_inserter(headers));
  return headers;
}

}  // namespace sanaq::exchange
