#include "sanaq/persons/review_answer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sanaq/text/fold.h"

namespace sanaq::persons {
namespace {

struct Word {
  std::string_view text;  // folded
  Answer answer;
};

constexpr std::array words = {
    Word{"same", Answer::same},
    Word{"the same", Answer::same},
    Word{"same person", Answer::same},
    Word{"one person", Answer::same},
    Word{"one", Answer::same},
    Word{"1", Answer::same},
    Word{"одно лицо", Answer::same},
    Word{"одно и то же лицо", Answer::same},
    Word{"одно и то же", Answer::same},
    Word{"один человек", Answer::same},
    Word{"один и тот же", Answer::same},
    Word{"один и тот же человек", Answer::same},
    Word{"тот же", Answer::same},
    Word{"та же", Answer::same},
    Word{"то же", Answer::same},
    Word{"тот же человек", Answer::same},
    Word{"один", Answer::same},
    Word{"одна", Answer::same},
    Word{"бір адам", Answer::same},
    Word{"сол адам", Answer::same},
    Word{"бір кісі", Answer::same},
    Word{"бірдей", Answer::same},
    Word{"бір", Answer::same},
    Word{"different", Answer::different},
    Word{"different persons", Answer::different},
    Word{"different people", Answer::different},
    Word{"two persons", Answer::different},
    Word{"two people", Answer::different},
    Word{"two", Answer::different},
    Word{"not the same", Answer::different},
    Word{"0", Answer::different},
    Word{"разные", Answer::different},
    Word{"разные люди", Answer::different},
    Word{"разные лица", Answer::different},
    Word{"два человека", Answer::different},
    Word{"двое", Answer::different},
    Word{"не тот же", Answer::different},
    Word{"другой", Answer::different},
    Word{"другая", Answer::different},
    Word{"другой человек", Answer::different},
    Word{"әртүрлі", Answer::different},
    Word{"әр түрлі", Answer::different},
    Word{"әртүрлі адамдар", Answer::different},
    Word{"екі адам", Answer::different},
    Word{"екі кісі", Answer::different},
    Word{"басқа", Answer::different},
    Word{"басқа адам", Answer::different},
    Word{"бөлек", Answer::different},
    Word{"екі", Answer::different},
    Word{"unsure", Answer::unsure},
    Word{"not sure", Answer::unsure},
    Word{"do not know", Answer::unsure},
    Word{"don't know", Answer::unsure},
    Word{"не уверен", Answer::unsure},
    Word{"не уверена", Answer::unsure},
    Word{"не уверены", Answer::unsure},
    Word{"неясно", Answer::unsure},
    Word{"не ясно", Answer::unsure},
    Word{"не знаю", Answer::unsure},
    Word{"непонятно", Answer::unsure},
    Word{"сомневаюсь", Answer::unsure},
    Word{"сенімсіз", Answer::unsure},
    Word{"сенімді емес", Answer::unsure},
    Word{"сенімді емеспін", Answer::unsure},
    Word{"анық емес", Answer::unsure},
    Word{"белгісіз", Answer::unsure},
    Word{"білмеймін", Answer::unsure},
    Word{"күмәнді", Answer::unsure},
    Word{"out of scope", Answer::out_of_scope},
    Word{"outofscope", Answer::out_of_scope},
    Word{"вне рамок", Answer::out_of_scope},
    Word{"вне охвата", Answer::out_of_scope},
    Word{"вне рамок подсчета", Answer::out_of_scope},
    Word{"не относится", Answer::out_of_scope},
    Word{"не сюда", Answer::out_of_scope},
    Word{"санаққа кірмейді", Answer::out_of_scope},
    Word{"есепке кірмейді", Answer::out_of_scope},
    Word{"аясынан тыс", Answer::out_of_scope},
    Word{"шектен тыс", Answer::out_of_scope},
    Word{"қатысы жоқ", Answer::out_of_scope},
    Word{"no person", Answer::no_person},
    Word{"not a person", Answer::no_person},
    Word{"nobody", Answer::no_person},
    Word{"не человек", Answer::no_person},
    Word{"не люди", Answer::no_person},
    Word{"никто", Answer::no_person},
    Word{"адам емес", Answer::no_person},
    Word{"кісі емес", Answer::no_person},
    Word{"ешкім емес", Answer::no_person},
};

struct Offered {
  std::string_view language;
  std::array<std::string_view, 4> words;
};
constexpr std::array offered = {
    Offered{"en", {"same", "different", "unsure", "out of scope"}},
    Offered{"ru", {"один человек", "разные люди", "неясно", "вне рамок"}},
    Offered{"kk", {"бір адам", "екі адам", "білмеймін", "есепке кірмейді"}},
};

// "_" and "-" as blanks, without marks at the end, е for ё.
std::string normal(std::string_view text) {
  std::string folded = text::fold(text);
  std::replace_if(
      folded.begin(), folded.end(), [](char letter) { return letter == '_' || letter == '-'; },
      ' ');
  for (std::size_t at = folded.find("ё"); at != folded.npos; at = folded.find("ё"))
    folded.replace(at, std::string_view("ё").size(), "е");
  const std::string_view edges = " .,;:!\"'()";
  const std::size_t first = folded.find_first_not_of(edges);
  if (first == folded.npos) return "";
  return folded.substr(first, folded.find_last_not_of(edges) - first + 1);
}

std::string_view first_letter(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return text.substr(0, size);
}

// Whether the word, some of its letters lost, may have been this one; at least two are left.
bool may_be(std::string_view written, std::string_view word) {
  int kept = 0;
  while (!written.empty() && !word.empty()) {
    const std::string_view letter = first_letter(written), own = first_letter(word);
    if (letter != "?" && letter != own) return false;
    if (letter != "?" && letter != " ") ++kept;
    written.remove_prefix(letter.size());
    word.remove_prefix(own.size());
  }
  return written.empty() && word.empty() && kept >= 2;
}

std::optional<Answer> answer_called(std::string_view text) {
  for (const Word& word : words) {
    if (word.text == text) return word.answer;
  }
  if (text.find('?') == text.npos) return std::nullopt;
  if (text.find_first_not_of("? ") == text.npos) return Answer::unsure;
  std::optional<Answer> found;
  for (const Word& word : words) {
    if (!may_be(text, word.text)) continue;
    if (found && *found != word.answer) return std::nullopt;
    found = word.answer;
  }
  return found;
}

}  // namespace

std::optional<Answer> read_answer(std::string_view written) {
  const std::string text = normal(written);
  if (const auto answer = answer_called(text)) return answer;
  // "out of scope 2": the second record alone.
  for (const auto& [end, answer] : {std::pair{" 1", Answer::first_out_of_scope},
                                    std::pair{" 2", Answer::second_out_of_scope}}) {
    if (text.ends_with(end) &&
        answer_called(text.substr(0, text.size() - 2)) == std::optional(Answer::out_of_scope))
      return answer;
  }
  return std::nullopt;
}

std::vector<std::string> answers_offered(const std::string& language) {
  const auto found = std::find_if(offered.begin(), offered.end(),
                                  [&](const Offered& each) { return each.language == language; });
  const Offered& own = found == offered.end() ? offered.front() : *found;
  return {own.words.begin(), own.words.end()};
}

std::string no_person_word(const std::string& language) {
  if (language == "ru") return "не человек";
  return language == "kk" ? "адам емес" : "no person";
}

}  // namespace sanaq::persons
