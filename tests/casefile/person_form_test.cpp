#include "sanaq/casefile/person_form.h"

#include <gtest/gtest.h>

namespace sanaq::casefile {
namespace {

PersonForm form_of(FormProperty property, std::initializer_list<const char*> words) {
  PersonForm form;
  for (const char* word : words) narrow(form, property, word);
  return form;
}

TEST(PersonForm, TheMostClosedWordWinsWhateverItsOrder) {
  using enum FormProperty;
  EXPECT_EQ(form_of(name_form, {"none", "full"}).name, NameForm::none);
  EXPECT_EQ(form_of(name_form, {"full", "initials", "full"}).name, NameForm::initials);
  EXPECT_EQ(form_of(place_form, {"region", "district"}).place, PlaceForm::region);
  EXPECT_EQ(form_of(consent, {"public", "name only", "public"}).consent, Consent::name_only);
  EXPECT_EQ(form_of(consent, {"no", "public"}).consent, Consent::no);
  EXPECT_TRUE(form_of(visibility, {"sealed", "public"}).is_closed);
  EXPECT_FALSE(form_of(visibility, {"public"}).is_closed);
  EXPECT_EQ(form_of(consent, {}).consent, Consent::unsaid);
}

TEST(PersonForm, AWordThatNobodyKnowsCloses) {
  using enum FormProperty;
  for (const char* word : {"", "inital", "public", "yes", "открыто", "\xff"}) {
    EXPECT_EQ(form_of(name_form, {word}).name, NameForm::none) << word;
    EXPECT_EQ(form_of(place_form, {word}).place, PlaceForm::none) << word;
  }
  for (const char* word : {"", "yes", "да", "publik", "name", "restricted"})
    EXPECT_EQ(form_of(consent, {word}).consent, Consent::no) << word;
  for (const char* word : {"", "open", "restricted", "sealed", "Public!"})
    EXPECT_TRUE(form_of(visibility, {word}).is_closed) << word;
}

TEST(PersonForm, WordsAreReadInThreeLanguagesInAnyCase) {
  using enum FormProperty;
  for (const char* word : {"initials", "Инициалы", "ИНИЦИАЛДАР", " initials "})
    EXPECT_EQ(form_of(name_form, {word}).name, NameForm::initials) << word;
  for (const char* word : {"district", "Район", "аудан"})
    EXPECT_EQ(form_of(place_form, {word}).place, PlaceForm::district) << word;
  for (const char* word : {"name only", "name_only", "Name-Only", "только имя", "тек аты"})
    EXPECT_EQ(form_of(consent, {word}).consent, Consent::name_only) << word;
  for (const char* word : {"public", "открыто для всех", "баршаға ашық"})
    EXPECT_EQ(form_of(consent, {word}).consent, Consent::open) << word;
}

TEST(PersonForm, APropertyIsKnownHoweverItIsSpelt) {
  using enum FormProperty;
  for (const char* name : {"name_form", "Name Form", "nameform", "name-from", "форма имени"})
    EXPECT_EQ(form_property(name), name_form) << name;
  for (const char* name : {"place_form", "placeform", "точность места"})
    EXPECT_EQ(form_property(name), place_form) << name;
  for (const char* name : {"consent", "Consent", "consnet", "согласие", "келісім"})
    EXPECT_EQ(form_property(name), consent) << name;
  for (const char* name : {"visibility", "visibilty", "видимость"})
    EXPECT_EQ(form_property(name), visibility) << name;
  for (const char* name :
       {"name", "birth", "place", "death", "sex", "occupation", "note", "status"})
    EXPECT_FALSE(form_property(name)) << name;
}

TEST(PersonForm, FormsOfOnePersonAreNarrowedByEachOther) {
  PersonForm form{false, NameForm::initials, PlaceForm::exact, Consent::open};
  narrow(form, PersonForm{true, NameForm::full, PlaceForm::region, Consent::unsaid});
  EXPECT_EQ(form, (PersonForm{true, NameForm::initials, PlaceForm::region, Consent::open}));
}

TEST(PersonForm, ADocumentWithAnyOtherConsentOrVisibilityThanPublicIsNamed) {
  const auto said = [](const char* subject, const char* property, const char* value) {
    Statement one;
    one.subject = subject;
    one.property = property;
    one.value = value;
    return one;
  };
  EXPECT_EQ(closed_documents(
                {said("document:AA", "consent", "no"), said("document:bb", "consent", "public"),
                 said("document:cc", "consent", "maybe"), said("document:dd", "title", "no"),
                 said("person:ee", "consent", "no"), said("document:FF", "visibility", "sealed"),
                 said("document:00", "visibility", "public")}),
            (std::set<std::string>{"aa", "cc", "ff"}));
}

}  // namespace
}  // namespace sanaq::casefile
