#include "sanaq/base/catalog.h"

#include <unicode/locid.h>
#include <unicode/plurrule.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <unordered_map>

#include "embedded/sanaq_base.h"
#include "sanaq/base/check.h"
#include "sanaq/base/in_context.h"

namespace sanaq::base {
namespace {

// GNU gettext manual, "The Format of GNU MO Files": magic, revision, count, then two tables of
// (length, offset).
std::uint32_t word_at(std::string_view file, std::size_t offset) {
  std::uint32_t word = 0;
  check(offset + sizeof word <= file.size(), "a built-in catalogue is whole");
  std::memcpy(&word, file.data() + offset, sizeof word);
  return word;
}

std::string_view text_at(std::string_view file, std::size_t table, std::uint32_t index) {
  const std::size_t entry = table + 8 * static_cast<std::size_t>(index);
  return file.substr(word_at(file, entry + 4), word_at(file, entry));
}

std::string_view nth_form(std::string_view forms, std::size_t n) {
  for (; n > 0; --n) {
    const std::size_t end = forms.find('\0');
    if (end == forms.npos) break;
    forms.remove_prefix(end + 1);
  }
  return forms.substr(0, forms.find('\0'));
}

// The categories of whole numbers in the order in which a catalogue has its forms: that of CLDR,
// which is gettext's for our languages. A catalogue of Russian has none for fractions ("other").
std::size_t plural_form(const icu::PluralRules& rules, std::int64_t n) {
  const icu::UnicodeString category = rules.select(static_cast<double>(n < 0 ? -n : n));
  std::size_t form = 0;
  for (const char* const name : {"zero", "one", "two", "few", "many", "other"}) {
    const icu::UnicodeString known(name, -1, US_INV);
    if (category == known) return form;
    if (rules.isKeyword(known) != 0) ++form;
  }
  return form;
}

}  // namespace

struct Catalog::Entries {
  std::string language;
  std::unique_ptr<const icu::PluralRules> plural_rules;
  std::unordered_map<std::string_view, std::string_view> texts;  // looked up only, never walked
};

Catalog::Catalog(std::string_view language) : entries_(std::make_unique<Entries>()) {
  static_assert(std::endian::native == std::endian::little,
                "msgfmt writes little-endian catalogues");
  const std::string_view file = embedded_file(std::string(language) + ".mo");
  entries_->language = file.empty() ? "en" : std::string(language);
  UErrorCode status = U_ZERO_ERROR;
  entries_->plural_rules.reset(
      icu::PluralRules::forLocale(icu::Locale(entries_->language.c_str()), status));
  check(U_SUCCESS(status) != 0, "ICU knows the plurals of every language");
  if (file.empty()) return;
  check(word_at(file, 0) == 0x950412de, "a built-in catalogue is a MO file");
  const std::uint32_t count = word_at(file, 8);
  for (std::uint32_t index = 0; index < count; ++index) {
    const std::string_view id = text_at(file, word_at(file, 12), index);
    if (!id.empty())
      entries_->texts.emplace(nth_form(id, 0), text_at(file, word_at(file, 16), index));
  }
}

Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

const std::string& Catalog::language() const { return entries_->language; }

std::string Catalog::say(const Message& sentence) const {
  return fill(say(sentence.id), sentence.arguments);
}

std::string Catalog::say(std::string_view id) const {
  const auto found = entries_->texts.find(id);
  return std::string(found == entries_->texts.end() ? without_context(id)
                                                    : nth_form(found->second, 0));
}

std::string Catalog::count(std::string_view one, std::string_view many, std::int64_t n) const {
  const auto found = entries_->texts.find(one);
  const std::string_view sentence =
      found == entries_->texts.end()
          ? without_context(n == 1 ? one : many)
          : nth_form(found->second, plural_form(*entries_->plural_rules, n));
  return fill(sentence, {std::to_string(n)});
}

std::string_view Catalog::source(std::string_view language) {
  return embedded_file(std::string(language) + ".po");
}

std::vector<std::string> Catalog::languages() { return {"en", "kk", "ru"}; }

}  // namespace sanaq::base
