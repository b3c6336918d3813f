#include "sanaq/tables/date_parts.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "sanaq/tables/date_words.h"

namespace sanaq::tables {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_letter(char letter) {
  return static_cast<unsigned char>(letter) >= 0x80 ||
         std::isalpha(static_cast<unsigned char>(letter)) != 0;
}

class Splitter {
 public:
  Splitter(std::string_view text, Calendar calendar) : text_(text), calendar_(calendar) {}

  DateParts split() {
    while (at_ < text_.size()) {
      if (is_digit(text_[at_])) {
        take_number();
      } else if (is_letter(text_[at_])) {
        take_word();
      } else {
        take_sign();
      }
    }
    // Behind a number alone, х is the ending of "in the eighties" and not the month X.
    if (parts_.month == 10 && is_cyrillic_x_ && may_be_decade()) {
      parts_.month = 0;
      parts_.is_decade = true;
    }
    parts_.is_decade = parts_.is_decade && parts_.month == 0 && may_be_decade();
    return std::move(parts_);
  }

 private:
  void take_number() {
    constexpr std::size_t digits_max = 8;
    const std::size_t start = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    DateNumber number{text_.substr(start, at_ - start), 0, sign_};
    if (number.text.size() <= digits_max)
      std::from_chars(number.text.data(), number.text.data() + number.text.size(), number.value);
    parts_.numbers.push_back(number);
    sign_ = ' ';
  }

  void take_word() {
    if (const auto [month, length] = month_in(calendar_, text_.substr(at_)); month != 0) {
      at_ += length;
      take_month(month);
    } else {
      const std::size_t start = at_;
      while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
      take_meaning(text_.substr(start, at_ - start));
    }
    sign_ = ' ';
  }

  void take_meaning(std::string_view word) {
    const DateWord meaning = date_word(word);
    switch (meaning.kind) {
      case DateWordKind::other:
        parts_.has_other_word = true;
        break;
      case DateWordKind::month:
        is_cyrillic_x_ = word == "х" && sign_ == '-';
        take_month(meaning.value);
        break;
      case DateWordKind::season:
        parts_.has_other_word = parts_.has_other_word || parts_.season != 0;
        parts_.season = meaning.value;
        break;
      case DateWordKind::approximate:
        parts_.is_approximate = true;
        break;
      case DateWordKind::decade:
        parts_.is_decade = true;
        break;
      case DateWordKind::birth:
        parts_.is_of_birth = true;
        break;
      case DateWordKind::death:
        parts_.is_of_death = true;
        break;
      case DateWordKind::joining:
        parts_.is_joined = true;
        break;
      case DateWordKind::passed_over:
        // 1980-ж.: the years 1980 to 1989.
        parts_.is_decade = parts_.is_decade || (word == "ж" && sign_ == '-');
        break;
    }
  }

  void take_month(int month) {
    parts_.has_other_word = parts_.has_other_word || parts_.month != 0;
    parts_.month = month;
    parts_.month_at = parts_.numbers.size();
  }

  // ??.12.2011: what nobody knows stands as a number, and is read as 00.
  [[nodiscard]] bool stands_for_number(std::size_t end) const {
    const auto parts_numbers = [](char sign) { return sign == '.' || sign == '/' || sign == '-'; };
    const bool begins = at_ == 0 || text_[at_ - 1] == ' ' || parts_numbers(text_[at_ - 1]);
    const bool is_part = (at_ > 0 && parts_numbers(text_[at_ - 1])) ||
                         (end < text_.size() && parts_numbers(text_[end]));
    return begins && is_part && (end == text_.size() || !is_digit(text_[end]));
  }

  void take_sign() {
    constexpr std::string_view zeros = "0000", unknown = "?*_";
    const char sign = text_[at_];
    if (unknown.find(sign) != unknown.npos) {
      const std::size_t end = std::min(text_.find_first_not_of(unknown, at_), text_.size());
      const std::size_t length = end - at_;
      if (length <= zeros.size() && stands_for_number(end)) {
        parts_.numbers.push_back({zeros.substr(0, length), 0, sign_});
        sign_ = ' ';
      } else {
        parts_.is_approximate = parts_.is_approximate || sign == '?';
      }
      at_ = end;
      return;
    }
    ++at_;
    if (sign == '~') {
      parts_.is_approximate = true;
    } else if (sign_ == ' ') {
      sign_ = sign;
    }
  }

  [[nodiscard]] bool may_be_decade() const {
    return parts_.numbers.size() == 1 && parts_.numbers[0].text.size() <= 4 &&
           parts_.numbers[0].text.size() % 2 == 0 && parts_.numbers[0].text.ends_with('0');
  }

  std::string_view text_;
  Calendar calendar_;
  std::size_t at_ = 0;
  char sign_ = ' ';
  bool is_cyrillic_x_ = false;
  DateParts parts_;
};

}  // namespace

DateParts date_parts(std::string_view text, Calendar calendar) {
  return Splitter(text, calendar).split();
}

}  // namespace sanaq::tables
