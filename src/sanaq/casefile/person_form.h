// In which form a person may be shown: whether at all, how much of the name, how exactly the place,
// and to what he or the family has consented.
//
// These are properties of `person` statements: visibility, name_form, place_form, consent. They
// never open anything: of several words the most closed one holds, and a word that is not known
// closes.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/statement.h"

namespace sanaq::casefile {

// From the most open to the most closed.
enum class NameForm { full, initials, none };
enum class PlaceForm { exact, district, region, none };
enum class Consent { unsaid, open, name_only, no };

struct PersonForm {
  bool is_closed = false;  // a visibility that is not public
  NameForm name = NameForm::full;
  PlaceForm place = PlaceForm::exact;
  Consent consent = Consent::unsaid;
  bool operator==(const PersonForm&) const = default;
};

enum class FormProperty { visibility, name_form, place_form, consent };

// Returns which of the four a property is: its name in English, Russian or Kazakh, in any case and
// spelling, and one that could be it written badly; nullopt for every other.
[[nodiscard]] std::optional<FormProperty> form_property(std::string_view property);

// Returns true if the word is one that the property knows, in any of the three languages. An
// investigation's own vocabulary has no effect on this.
[[nodiscard]] bool is_form_word(FormProperty property, std::string_view word);

// Returns all words of a property, separated by commas, as they are written in English.
[[nodiscard]] std::string form_words(FormProperty property);

// Narrows a form by one statement. An empty or unknown word is the most closed one.
void narrow(PersonForm& form, FormProperty property, std::string_view word);
// Narrows it by another form of the same person.
void narrow(PersonForm& form, const PersonForm& other);

// Returns what a word says of consent: for a text that is no such word, `no`.
[[nodiscard]] Consent consent_of(std::string_view word);

// Returns the ids of the documents, in small letters, about which some statement says a consent or
// a visibility that is not `public`: they do not leave, whatever their own entries say.
[[nodiscard]] std::set<std::string> closed_documents(const std::vector<Statement>& said);

}  // namespace sanaq::casefile
