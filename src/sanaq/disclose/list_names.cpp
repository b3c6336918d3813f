#include "sanaq/disclose/list_names.h"

#include "sanaq/draw/markup.h"
#include "sanaq/settings/config.h"

namespace sanaq::disclose {
namespace {

bool is_part_of_a_word(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
         (code >= 'A' && code <= 'Z');
}

}  // namespace

ListNames::ListNames(const settings::Config& config) {
  std::size_t number = 0;
  for (const settings::ListConfig& list : config.lists) {
    ++number;
    if (!list.has_own_name) numbered_[list.name] = "№ " + std::to_string(number);
  }
}

std::string ListNames::of(const std::string& list) const {
  const auto found = numbered_.find(list);
  return found == numbered_.end() ? draw::harmless(list) : found->second;
}

// Names stand in the sentences' arguments, alone or several in a row.
std::string ListNames::in_text(const std::string& text) const {
  std::string out = text;
  for (const auto& [name, number] : numbered_) {
    for (std::size_t at = out.find(name); at != std::string::npos; at = out.find(name, at)) {
      const std::size_t end = at + name.size();
      const bool is_whole = (at == 0 || !is_part_of_a_word(out[at - 1])) &&
                            (end == out.size() || !is_part_of_a_word(out[end]));
      if (is_whole) out.replace(at, name.size(), number);
      at += is_whole ? number.size() : name.size();
    }
  }
  return out;
}

void ListNames::put_into(estimate::Summary& summary) const {
  if (numbered_.empty()) return;
  for (std::string& name : summary.lists) name = of(name);
  const auto into = [&](std::vector<base::Message>& sentences) {
    for (base::Message& sentence : sentences) {
      for (std::string& argument : sentence.arguments) argument = in_text(argument);
    }
  };
  into(summary.reasons);
  into(summary.warnings);
  for (auto& other : summary.alternatives) into(other.reasons);
  for (auto& stratum : summary.strata) into(stratum.reasons);
  for (auto& pair : summary.dependent_lists) {
    pair.first = of(pair.first);
    pair.second = of(pair.second);
  }
  for (auto& answer : summary.prior_answers) {
    for (std::string& argument : answer.prior.arguments) argument = in_text(argument);
  }
  for (auto& model : summary.models) model.model = in_text(model.model);
}

}  // namespace sanaq::disclose
