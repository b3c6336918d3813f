#include "sanaq/base/translation_state.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sanaq/base/sha256.h"

namespace sanaq::base {
namespace {

constexpr std::size_t hash_digits = 16;

// Context and text name an entry; its plural form may change, which makes the translation stale.
using Key = std::pair<std::string, std::string>;

std::map<Key, const PoEntry*> by_key(const std::vector<PoEntry>& entries) {
  std::map<Key, const PoEntry*> known;
  for (const PoEntry& entry : entries) known.emplace(Key(entry.context, entry.id), &entry);
  return known;
}

// The state of the text `wanted` in a catalogue: what stands there may be of an older text.
TranslationState state_in(const std::map<Key, const PoEntry*>& known, const PoEntry& wanted) {
  const auto found = known.find({wanted.context, wanted.id});
  if (found == known.end()) return TranslationState::missing;
  PoEntry as_wanted = *found->second;
  as_wanted.plural = wanted.plural;
  return state_of(as_wanted);
}

}  // namespace

std::string source_hash(const PoEntry& entry) {
  std::string bytes = entry.context + '\x04' + entry.id;
  if (!entry.plural.empty()) bytes += '\0' + entry.plural;
  return sha256_hex(bytes).substr(0, hash_digits);
}

TranslationState state_of(const PoEntry& entry) {
  const bool has_gap =
      entry.forms.empty() || std::any_of(entry.forms.begin(), entry.forms.end(),
                                         [](const std::string& form) { return form.empty(); });
  if (has_gap) return TranslationState::missing;
  if (entry.is_fuzzy) return TranslationState::stale;
  TranslationState state = TranslationState::machine;
  for (const std::string& remark : entry.remarks) {
    for (const auto& [word, meant] : {std::pair("sanaq: reviewed ", TranslationState::reviewed),
                                      std::pair("sanaq: machine ", TranslationState::machine)}) {
      if (!remark.starts_with(word)) continue;
      const bool is_of_this_text =
          remark.substr(std::string_view(word).size()) == source_hash(entry);
      state = is_of_this_text ? meant : TranslationState::stale;
    }
  }
  return state;
}

TranslationCount count_translations(const std::vector<PoEntry>& wanted,
                                    const std::vector<PoEntry>& translated) {
  const auto known = by_key(translated);
  TranslationCount count;
  for (const PoEntry& entry : wanted) {
    ++count.total;
    switch (state_in(known, entry)) {
      case TranslationState::missing:
        ++count.missing;
        break;
      case TranslationState::machine:
        ++count.machine;
        break;
      case TranslationState::reviewed:
        ++count.reviewed;
        break;
      case TranslationState::stale:
        ++count.stale;
        break;
    }
  }
  return count;
}

std::vector<PoEntry> missing_translations(const std::vector<PoEntry>& wanted,
                                          const std::vector<PoEntry>& translated) {
  const auto known = by_key(translated);
  std::vector<PoEntry> missing;
  for (const PoEntry& entry : wanted) {
    if (state_in(known, entry) == TranslationState::missing) missing.push_back(entry);
  }
  return missing;
}

}  // namespace sanaq::base
