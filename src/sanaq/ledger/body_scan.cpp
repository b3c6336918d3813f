#include "sanaq/ledger/body_scan.h"

#include <charconv>
#include <cstdint>
#include <optional>

#include "sanaq/ledger/body_schema.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {
namespace {

constexpr std::int64_t integer_max = 9007199254740991;

// Goes over canonical JSON from left to right. What is canonical has no blanks, its keys are sorted
// and each text has one spelling, so texts are compared as they stand.
class Scan {
 public:
  explicit Scan(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  [[nodiscard]] bool has_more() const { return has_more_; }

  // False: a misfit.
  bool object(std::span<const Field> fields) {
    if (!take('{')) return false;
    std::string_view file, sha256;
    auto field = fields.begin();
    if (!take('}')) {
      do {
        const std::string_view name = string();
        ++at_;  // the colon
        // Both are sorted: what the body has passed over it has not. A name with an escape stands
        // elsewhere than it reads, and is none of ours.
        if (name.find('\\') == name.npos) {
          for (; field != fields.end() && field->name < name; ++field) {
            if (field->is_required) return false;
          }
        }
        if (field == fields.end() || field->name != name) {
          has_more_ = true;
          skip();
          continue;
        }
        const char* start = at_;
        if (!value(field->form)) return false;
        const std::string_view said(start, static_cast<std::size_t>(at_ - start));
        if (field->form.shape == Shape::evidence_file) file = inside(said);
        if (name == "sha256" && said.starts_with('"')) sha256 = inside(said);
        ++field;
      } while (take(','));
      ++at_;  // the brace
    }
    for (; field != fields.end(); ++field) {
      if (field->is_required) return false;
    }
    return file.data() == nullptr || sha256.data() == nullptr || is_evidence_file(file, sha256);
  }

  // What a member of the object says, as it stands; none where it has no such member.
  std::optional<std::string_view> member(std::string_view wanted) {
    if (!take('{') || take('}')) return std::nullopt;
    do {
      const std::string_view name = string();
      ++at_;
      const char* start = at_;
      skip();
      if (name == wanted) return std::string_view(start, static_cast<std::size_t>(at_ - start));
    } while (take(','));
    return std::nullopt;
  }

 private:
  const char* at_;
  const char* end_;
  bool has_more_ = false;

  static std::string_view inside(std::string_view quoted) {
    return quoted.substr(1, quoted.size() - 2);
  }

  bool take(char letter) {
    if (at_ == end_ || *at_ != letter) return false;
    ++at_;
    return true;
  }

  // At a quote: what stands between it and the one that ends it, with its escapes.
  std::string_view string() {
    const char* start = ++at_;
    while (*at_ != '"') at_ += *at_ == '\\' ? 2 : 1;
    return {start, static_cast<std::size_t>(at_++ - start)};
  }

  // Over a value of any form.
  void skip() {
    int depth = 0;
    do {
      if (*at_ == '"') {
        (void)string();
      } else {
        if (*at_ == '{' || *at_ == '[') ++depth;
        if (*at_ == '}' || *at_ == ']') --depth;
        ++at_;
      }
      // Numbers and words have several letters; they end where a mark stands.
    } while (depth > 0 || (at_ != end_ && *at_ != ',' && *at_ != '}' && *at_ != ']'));
  }

  bool whole_number(std::int64_t least) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(at_, end_, number);
    if (error != std::errc() || number < least || number > integer_max) return false;
    at_ = end;
    return at_ == end_ || *at_ == ',' || *at_ == '}' || *at_ == ']';
  }

  bool digits(std::size_t wanted) {
    if (at_ == end_ || *at_ != '"') return false;
    const std::string_view text = string();
    if (wanted == 64) return is_hash(text);
    return text.size() == wanted && text.find_first_not_of("0123456789abcdef") == text.npos;
  }

  bool text(const Form& form) {
    if (at_ == end_ || *at_ != '"') return false;
    const std::string_view said = string();
    bool is_known = form.words.empty();
    for (const std::string_view word : form.words) is_known = is_known || word == said;
    has_more_ = has_more_ || !is_known;
    return true;
  }

  bool list(const Form& form) {
    if (!take('[')) return false;
    if (take(']')) return form.members_min == 0;
    std::size_t members = 0;
    do {
      if (!value(*form.each)) return false;
      ++members;
    } while (take(','));
    ++at_;
    return members >= form.members_min;
  }

  bool named(const Form& form) {
    if (!take('{')) return false;
    if (take('}')) return true;
    do {
      const std::string_view name = string();
      ++at_;
      if ((form.shape == Shape::by_writer && !is_hash(name)) || !value(*form.each)) return false;
    } while (take(','));
    ++at_;
    return true;
  }

  bool word(std::string_view expected) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(expected))
      return false;
    at_ += expected.size();
    return true;
  }

  bool value(const Form& form) {
    switch (form.shape) {
      case Shape::text:
      case Shape::evidence_file:
        return text(form);
      case Shape::hash:
        return digits(64);
      case Shape::identity:
        return digits(32);
      case Shape::count:
        return whole_number(0);
      case Shape::place:
        return whole_number(1);
      case Shape::flag:
        return word("true") || word("false");
      case Shape::object:
        return object(form.fields);
      case Shape::list:
        return list(form);
      case Shape::by_name:
      case Shape::by_writer:
        return named(form);
    }
    return false;
  }
};

bool is_told(const BodyForm& form, std::string_view body) {
  if (form.tell.empty()) return true;
  const auto said = Scan(body).member(form.tell);
  if (!said) return false;
  return form.word.empty() || (said->starts_with('"') && said->size() == form.word.size() + 2 &&
                               said->substr(1, form.word.size()) == form.word);
}

}  // namespace

Fit fit_of(std::string_view kind, std::string_view body) {
  if (body.size() > body_bytes_max) return Fit::misfit;
  for (const BodyForm& form : body_forms()) {
    if (form.kind != kind || !is_told(form, body)) continue;
    Scan scan(body);
    if (!scan.object(form.fields)) return Fit::misfit;
    return scan.has_more() ? Fit::fits_with_more : Fit::fits;
  }
  return Fit::misfit;
}

}  // namespace sanaq::ledger
