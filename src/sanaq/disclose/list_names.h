// What lists are called in public. A list without a name of its own has that of its file; since
// names of files are not published, it gets a number.
#pragma once
#include <map>
#include <string>

#include "sanaq/estimate/summary.h"
#include "sanaq/settings/config.h"

namespace sanaq::disclose {

class ListNames {
 public:
  explicit ListNames(const settings::Config& config);
  [[nodiscard]] std::string of(const std::string& list) const;  // itself, or "№ 3"
  // Replaces the names in every list of names and every sentence of `summary`.
  void put_into(estimate::Summary& summary) const;

 private:
  [[nodiscard]] std::string in_text(const std::string& text) const;
  std::map<std::string, std::string> numbered_;  // only those without a name of their own
};

}  // namespace sanaq::disclose
