#include "sanaq/casefile/person_form.h"

#include <algorithm>
#include <array>

#include "sanaq/casefile/visibility.h"
#include "sanaq/casefile/vocabulary.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/lookalike.h"

namespace sanaq::casefile {
namespace {

using Written = text::WordsSeen::Written;

// What the words of each property are called in the vocabulary, from the most open one on.
struct FormWords {
  std::string_view table;
  std::array<std::string_view, 4> codes;
};

const FormWords& words_of(FormProperty property) {
  static constexpr std::array<FormWords, 4> all = {{
      {"VISIBILITY", {"public", "restricted", "sealed", ""}},
      {"NAMEFORM", {"full", "initials", "none", ""}},
      {"PLACEFORM", {"exact", "district", "region", "none"}},
      {"CONSENT", {"public", "name only", "no", ""}},
  }};
  return all[static_cast<std::size_t>(property)];
}

const text::WordsSeen& names_of(FormProperty property) {
  static constexpr auto name_form =
      std::to_array<Written>({{"name_form"},
                              {"форма имени", "forma imeni"},
                              {"вид имени", "vid imeni"},
                              {"есім түрі", "esim turi"},
                              {"аты-жөнінің түрі", "aty-zhoninin turi"}});
  static constexpr auto place_form =
      std::to_array<Written>({{"place_form"},
                              {"форма места", "forma mesta"},
                              {"точность места", "tochnost mesta"},
                              {"орын түрі", "oryn turi"},
                              {"орынның дәлдігі", "orynnyn daldigi"}});
  static constexpr auto consent =
      std::to_array<Written>({{"consent"}, {"согласие", "soglasiye"}, {"келісім", "kelisim"}});
  static const text::WordsSeen of_name(name_form), of_place(place_form), of_consent(consent);
  return property == FormProperty::name_form    ? of_name
         : property == FormProperty::place_form ? of_place
                                                : of_consent;
}

std::string with_spaces(std::string_view word) {
  std::string plain(word);
  std::replace_if(
      plain.begin(), plain.end(), [](char sign) { return sign == '_' || sign == '-'; }, ' ');
  return text::fold(plain);
}

// How closed a word is: its position among those of the property.
std::optional<std::size_t> position(FormProperty property, std::string_view word) {
  static const Vocabulary built_in;
  const FormWords& known = words_of(property);
  const std::string wanted = with_spaces(word);
  if (wanted.empty()) return std::nullopt;
  for (const Term& term : built_in.terms()) {
    if (term.table != known.table) continue;
    const bool is_meant = term.code == wanted || std::any_of(term.labels.begin(), term.labels.end(),
                                                             [&](const std::string& label) {
                                                               return with_spaces(label) == wanted;
                                                             });
    if (!is_meant) continue;
    const auto found = std::find(known.codes.begin(), known.codes.end(), term.code);
    return static_cast<std::size_t>(found - known.codes.begin());
  }
  return std::nullopt;
}

template <typename Form>
void close_to(Form& form, Form other) {
  form = std::max(form, other);
}

}  // namespace

std::optional<FormProperty> form_property(std::string_view property) {
  if (property == "visibility") return FormProperty::visibility;
  for (const FormProperty one :
       {FormProperty::name_form, FormProperty::place_form, FormProperty::consent}) {
    if (text::looks_like_one(property, names_of(one))) return one;
  }
  if (means_visibility(property)) return FormProperty::visibility;
  return std::nullopt;
}

bool is_form_word(FormProperty property, std::string_view word) {
  return position(property, word).has_value();
}

std::string form_words(FormProperty property) {
  std::string all;
  for (const std::string_view code : words_of(property).codes) {
    if (!code.empty()) all += (all.empty() ? "" : ", ") + std::string(code);
  }
  return all;
}

Consent consent_of(std::string_view word) {
  const auto at = position(FormProperty::consent, word);
  return at ? static_cast<Consent>(*at + 1) : Consent::no;
}

void narrow(PersonForm& form, FormProperty property, std::string_view word) {
  const auto at = position(property, word);
  switch (property) {
    case FormProperty::visibility:
      form.is_closed = form.is_closed || at.value_or(1) > 0;
      break;
    case FormProperty::name_form:
      close_to(form.name, at ? static_cast<NameForm>(*at) : NameForm::none);
      break;
    case FormProperty::place_form:
      close_to(form.place, at ? static_cast<PlaceForm>(*at) : PlaceForm::none);
      break;
    case FormProperty::consent:
      close_to(form.consent, consent_of(word));
      break;
  }
}

void narrow(PersonForm& form, const PersonForm& other) {
  form.is_closed = form.is_closed || other.is_closed;
  close_to(form.name, other.name);
  close_to(form.place, other.place);
  close_to(form.consent, other.consent);
}

std::set<std::string> closed_documents(const std::vector<Statement>& said) {
  std::set<std::string> closed;
  for (const Statement& one : said) {
    if (kind_of(one.subject) != "document") continue;
    const auto form = form_property(one.property);
    const bool is_closed =
        (form == FormProperty::consent && consent_of(one.value) != Consent::open) ||
        (form == FormProperty::visibility && visibility_of(one.value) != "public");
    if (is_closed) closed.insert(text::fold(id_of(one.subject)));
  }
  return closed;
}

}  // namespace sanaq::casefile
