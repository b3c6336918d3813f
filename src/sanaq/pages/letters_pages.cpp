#include "sanaq/pages/letters_pages.h"

#include <fmt/format.h>

#include <memory>

#include "sanaq/pages/input_text.h"
#include "sanaq/pages/person_rows.h"

namespace sanaq::pages {
namespace {

using base::message;

// Persons under one letter, and the pages that show them.
struct LetterOfRegister {
  text::Alphabet::Letter letter;
  Stretch persons;
  std::vector<Stretch> parts;
  std::vector<std::string> files;  // of each part, in the folder a-z
};

std::vector<LetterOfRegister> letters_of(const PublicView& view, const std::vector<Filed>& all) {
  std::vector<LetterOfRegister> letters;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (letters.empty() || letters.back().letter.file != all[at].letter.file)
      letters.push_back({all[at].letter, {at, at}, {}, {}});
    letters.back().persons.second = at + 1;
  }
  for (LetterOfRegister& letter : letters) {
    letter.parts = cut_into_pages(view, all, letter.persons);
    for (std::size_t part = 0; part < letter.parts.size(); ++part) {
      letter.files.push_back(part == 0 ? letter.letter.file + ".html"
                                       : fmt::format("{}_{}.html", letter.letter.file, part + 1));
    }
  }
  return letters;
}

std::string label_of(const LetterOfRegister& letter, const draw::Voice& voice) {
  return letter.letter.file == "nameless" ? voice.say("Without a public name")
                                          : letter.letter.label;
}

// `folder` leads to the pages of the letters.
Data letter_links(const std::vector<LetterOfRegister>& letters, const std::string& folder,
                  std::string_view here, const draw::Voice& voice) {
  return data_list(letters, [&](const LetterOfRegister& letter) {
    Data item;
    item.set("href", folder + letter.files.front());
    item.set("label", label_of(letter, voice));
    item.set("count",
             voice.number(static_cast<std::int64_t>(letter.persons.second - letter.persons.first)));
    item.set("is_here", letter.letter.file == here);
    return item;
  });
}

std::string hash_of(const std::vector<std::string>& parts) {
  InputText text;
  for (const std::string& part : parts) text.add(part);
  return text.hash();
}

std::string inputs_of_letters(const std::vector<LetterOfRegister>& letters) {
  InputText text;
  for (const LetterOfRegister& letter : letters) {
    text.add(letter.letter.file);
    text.add(letter.letter.label);
    text.add(letter.persons.second - letter.persons.first);
  }
  return text.hash();
}

bool fits_on_the_front(const PublicView& view, const std::vector<Filed>& all) {
  return cut_into_pages(view, all, {0, all.size()}).size() <= 1;
}

std::string inputs_of_front(const PublicView& view, const std::vector<Filed>& all,
                            const std::vector<std::string>& inputs) {
  return fits_on_the_front(view, all) ? inputs_of_rows(all, {0, all.size()}, inputs)
                                      : "letters alone";
}

Page front(const PublicView& view, const std::vector<Filed>& all,
           const std::vector<LetterOfRegister>& letters, const draw::Voice& voice) {
  Data data;
  data.set("lead", voice.count("{} person has a page here.", "{} persons have a page here.",
                               static_cast<std::int64_t>(view.persons.size())));
  data.set("is_rounded", view.rounding.has_value());
  data.set("letters", letter_links(letters, "a-z/", "", voice));
  Data groups{Data::type::list};
  if (fits_on_the_front(view, all)) {
    for (const LetterOfRegister& letter : letters) {
      Data group;
      group.set("letter", label_of(letter, voice));
      group.set("rows", person_rows(view, all, letter.persons, voice, ""));
      groups.push_back(group);
    }
  }
  data.set("groups", groups);
  Page page{"register.html", "register", voice.say("The register"),
            render("register", voice, data)};
  page.description = voice.say("Those who have a page here, by the letters of their names.");
  return page;
}

Page part_page(const PublicView& view, const std::vector<Filed>& all,
               const std::vector<LetterOfRegister>& letters, const LetterOfRegister& letter,
               std::size_t part, const draw::Voice& voice) {
  Data data;
  const std::string label = label_of(letter, voice);
  data.set("letter", label);
  data.set("letters", letter_links(letters, "", letter.letter.file, voice));
  data.set("has_parts", letter.parts.size() > 1);
  data.set("parts", part_links(all, letter.parts, part, letter.files, voice));
  data.set("rows", person_rows(view, all, letter.parts[part], voice, "../"));
  put_text(data, "next", part + 1 < letter.parts.size() ? letter.files[part + 1] : std::string());
  std::string title = voice.say(message("The register: {}", label));
  if (part > 0) title += fmt::format(" ({})", part + 1);
  Page page{"a-z/" + letter.files[part], "register", title, render("letter", voice, data)};
  page.elsewhere = "register.html";  // another alphabet has other letters
  return page;
}

}  // namespace

std::vector<PageToMake> letters_pages(const PublicView& view, const std::vector<Filed>& all,
                                      const std::vector<std::string>& inputs,
                                      const draw::Voice& voice) {
  const auto letters = std::make_shared<const std::vector<LetterOfRegister>>(letters_of(view, all));
  const std::string links = inputs_of_letters(*letters);
  std::vector<PageToMake> pages = {
      {"register.html", hash_of({links, inputs_of_front(view, all, inputs)}),
       [&view, &all, &voice, letters] { return front(view, all, *letters, voice); }}};
  for (const LetterOfRegister& letter : *letters) {
    for (std::size_t part = 0; part < letter.parts.size(); ++part)
      pages.push_back({"a-z/" + letter.files[part],
                       hash_of({links, letter.letter.file,
                                inputs_of_parts(all, letter.parts, part, letter.files),
                                inputs_of_rows(all, letter.parts[part], inputs)}),
                       [&view, &all, &voice, letters, &letter, part] {
                         return part_page(view, all, *letters, letter, part, voice);
                       }});
  }
  return pages;
}

}  // namespace sanaq::pages
