#include "sanaq/text/alphabet.h"

#include <fmt/format.h>
#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>

#include "sanaq/base/check.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"
#include "sanaq/text/wide_text.h"

namespace sanaq::text {
namespace {

constexpr int32_t labels_max = 300;

std::string utf8_of(const icu::UnicodeString& wide) {
  std::string text;
  wide.toUTF8String(text);
  return text;
}

// The letter in Latin; where an earlier letter has that already, with its own number: "e", "e-451".
std::string file_of(const icu::UnicodeString& label, std::set<std::string>& taken) {
  std::string latin;
  for (const char letter : fold(romanise(utf8_of(label)))) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) latin += letter;
  }
  const std::string number = fmt::format("{:x}", static_cast<std::uint32_t>(label.char32At(0)));
  std::string file = latin.empty() ? "u" + number : latin;
  if (!taken.insert(file).second) {
    file += "-" + number;
    taken.insert(file);
  }
  return file;
}

}  // namespace

struct Alphabet::Parts {
  std::unique_ptr<icu::Collator> collator;
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> index;
  std::vector<Letter> letters;  // of each bucket of the index
};

Alphabet::Alphabet(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), status);
  auto parts = std::make_unique<Parts>();
  parts->collator.reset(icu::Collator::createInstance(locale, status));
  icu::AlphabeticIndex index(locale, status);
  index.setMaxLabelCount(labels_max, status);
  for (const char* other : {"en", "ru", "kk"}) index.addLabels(icu::Locale(other), status);
  parts->index.reset(index.buildImmutableIndex(status));
  base::check(U_SUCCESS(status) != 0 && parts->collator && parts->index, "ICU knows the language");
  std::set<std::string> taken = {"other"};
  for (int32_t at = 0; at < parts->index->getBucketCount(); ++at) {
    const icu::AlphabeticIndex::Bucket& bucket = *parts->index->getBucket(at);
    if (bucket.getLabelType() == U_ALPHAINDEX_NORMAL) {
      parts->letters.push_back({utf8_of(bucket.getLabel()), file_of(bucket.getLabel(), taken)});
    } else {
      parts->letters.push_back({"#", "other"});
    }
  }
  parts_ = std::move(parts);
}

Alphabet::~Alphabet() = default;

std::string Alphabet::key(std::string_view text) const {
  const icu::UnicodeString wide = wide_text(text);
  std::string key(64, '\0');
  const auto fill = [&] {
    return static_cast<std::size_t>(parts_->collator->getSortKey(
        wide, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<int32_t>(key.size())));
  };
  if (const std::size_t size = fill(); size > key.size()) {
    key.resize(size);
    fill();
  } else {
    key.resize(size);
  }
  return key;
}

const Alphabet::Letter& Alphabet::letter_of(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const int32_t bucket = parts_->index->getBucketIndex(wide_text(text), status);
  base::check(U_SUCCESS(status) != 0, "ICU finds the letter of a text");
  return parts_->letters[static_cast<std::size_t>(bucket)];
}

}  // namespace sanaq::text
