#include "sanaq/text/name.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sanaq/text/align.h"
#include "sanaq/text/keys.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/name_comparison.h"
#include "sanaq/text/name_levels.h"
#include "sanaq/text/named_thing.h"
#include "sanaq/text/organisation_levels.h"
#include "sanaq/text/parts.h"
#include "sanaq/text/parts_of_name.h"

namespace sanaq::text {
namespace {

// One order for a pair, whichever way it came: so the answer is the same both ways.
bool comes_first(const PreparedName& left, const PreparedName& right) {
  return left.folded <= right.folded;
}

NameComparison judge(const PreparedName& left, const PreparedName& right,
                     const Alignment& alignment) {
  NameComparison result;
  if (left.kind == NameKind::person || right.kind == NameKind::person) {
    const LevelCounts counts = count_levels(left, right, alignment);
    result.weight_bits = weigh_levels(counts);
    result.level = name_level(counts);
  } else {
    const OrganisationCounts counts = count_organisation(left, right, alignment);
    result.weight_bits = weigh_organisation(counts);
    result.level = organisation_level(counts);
  }
  result.probability = 1 / (1 + std::exp2(-result.weight_bits));
  return result;
}

std::string text_of(const std::vector<Part>& parts, std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t at = first; at < first + count; ++at) {
    if (!text.empty()) text += ' ';
    text += parts[at].text;
  }
  return text;
}

std::string what_met(const WordScore& score) {
  if (score.same_letters) return "same letters";
  if (score.by_meaning) return "a word of the same meaning";
  if (score.by_nickname) return "a short form of the same name";
  if (score.by_stem) return "same but for the family ending";
  if (score.quality >= 0.75) return "same sound";
  if (score.quality >= 0.6) return "close in sound";
  return "a letter off";
}

void add_alone(const std::vector<Part>& parts, std::uint32_t alone, bool is_left, const char* what,
               std::vector<NameComparison::Part>& rows) {
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if ((alone >> at & 1U) == 0) continue;
    const std::string& text = parts[at].text;
    rows.push_back(is_left ? NameComparison::Part{text, "", what, 0}
                           : NameComparison::Part{"", text, what, 0});
  }
}

std::string joined(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& one : texts) text += (text.empty() ? "" : " ") + one;
  return text;
}

void add_fact(const std::string& left, const std::string& right, const char* what,
              std::vector<NameComparison::Part>& rows) {
  if (left.empty() && right.empty()) return;
  if (left.empty()) what = "only in the second name";
  if (right.empty()) what = "only in the first name";
  rows.push_back({left, right, what, 0});
}

// What organisations and ships have beside words.
void explain_organisation(const PreparedName& left, const PreparedName& right,
                          std::vector<NameComparison::Part>& rows) {
  if (left.kind == NameKind::person || right.kind == NameKind::person) return;
  add_fact(joined(left.numbers), joined(right.numbers),
           left.numbers == right.numbers ? "the same number" : "another number", rows);
  add_fact(left.legal_form, right.legal_form,
           left.legal_class == right.legal_class ? "the same kind of legal form"
                                                 : "another kind of legal form",
           rows);
  for (const bool left_is_short : {true, false}) {
    const PreparedName& shorter = left_is_short ? left : right;
    const PreparedName& longer = left_is_short ? right : left;
    if (!is_acronym_of(shorter, longer)) continue;
    const std::string& letters = shorter.parts[0].text;
    rows.push_back({left_is_short ? letters : "", left_is_short ? "" : letters,
                    "the first letters of the other name", 0});
  }
}

// In the order of the left name, or of the right one if the reader's pair is the other way round.
std::vector<NameComparison::Part> explain(const PreparedName& left, const PreparedName& right,
                                          const Alignment& alignment, bool is_mirrored) {
  std::vector<NameComparison::Part> rows;
  std::vector<Meeting> meetings(alignment.meetings.begin(), alignment.meetings.end());
  if (is_mirrored)
    std::sort(meetings.begin(), meetings.end(),
              [](const Meeting& one, const Meeting& other) { return one.right < other.right; });
  for (const Meeting& meeting : meetings) {
    rows.push_back({text_of(left.parts, meeting.left, meeting.left_count),
                    text_of(right.parts, meeting.right, meeting.right_count),
                    what_met(meeting.score), meeting.score.score_bits});
  }
  for (const InitialMeeting& meeting : alignment.initials) {
    const PreparedName& from = meeting.initial_is_left ? left : right;
    const PreparedName& to = meeting.initial_is_left ? right : left;
    const std::string& initial = from.initials[meeting.initial].text;
    const std::string& other =
        (meeting.other_is_initial ? to.initials : to.parts)[meeting.other].text;
    rows.push_back({meeting.initial_is_left ? initial : other,
                    meeting.initial_is_left ? other : initial, "the initial fits", 2.5});
  }
  for (const Conflict& conflict : alignment.conflicts)
    rows.push_back({left.parts[conflict.left].text, right.parts[conflict.right].text, "differs",
                    conflict.score_bits});
  for (const Conflict& fathers : alignment.fathers)
    rows.push_back({left.parts[fathers.left].text, right.parts[fathers.right].text,
                    "another father", fathers.score_bits});
  add_alone(left.parts, alignment.left_alone, true, "only in the first name", rows);
  add_alone(right.parts, alignment.right_alone, false, "only in the second name", rows);
  add_alone(left.initials, alignment.left_initials_alone, true, "the initial fits nothing", rows);
  add_alone(right.initials, alignment.right_initials_alone, false, "the initial fits nothing",
            rows);
  explain_organisation(left, right, rows);
  return rows;
}

void exchange_sides(std::vector<NameComparison::Part>& rows) {
  for (NameComparison::Part& row : rows) {
    std::swap(row.left, row.right);
    if (row.what == "only in the first name") {
      row.what = "only in the second name";
    } else if (row.what == "only in the second name") {
      row.what = "only in the first name";
    }
  }
}

}  // namespace

void PreparedNameDelete::operator()(const PreparedName* name) const { delete name; }

PreparedNamePtr prepare_name(std::string_view name, NameKind kind) {
  return prepare_name(name, kind, NameTables::built_in());
}

PreparedNamePtr prepare_name(std::string_view name, NameKind kind, const NameTables& tables) {
  return PreparedNamePtr(new PreparedName(parts_of_name(name, kind, tables)));
}

NameComparison compare_names(const PreparedName& left, const PreparedName& right) {
  if (!comes_first(left, right)) return compare_names(right, left);
  return judge(left, right, align_names(left, right));
}

NameComparison explain_names(const PreparedName& left, const PreparedName& right) {
  const bool is_mirrored = !comes_first(left, right);
  const PreparedName& first = is_mirrored ? right : left;
  const PreparedName& second = is_mirrored ? left : right;
  const Alignment alignment = align_names(first, second);
  NameComparison result = judge(first, second, alignment);
  result.parts = explain(first, second, alignment, is_mirrored);
  if (is_mirrored) exchange_sides(result.parts);
  return result;
}

namespace {

std::string sound_of_part(const Part& part) {
  const Form& form =
      part.kind == PartKind::patronymic || part.stem.exists() ? part.stem : part.whole;
  const Form& without = part.without_article.exists() ? part.without_article : form;
  return skeleton(
      std::string_view(part.units)
          .substr(without.begin, static_cast<std::size_t>(without.end - without.begin)));
}

std::vector<std::string> each_once(std::vector<std::string> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

std::vector<std::string> sound_keys(const PreparedName& name) {
  std::vector<std::string> keys;
  for (const Part& part : name.parts) keys.push_back(sound_of_part(part));
  return each_once(std::move(keys));
}

std::vector<std::string> initial_keys(const PreparedName& name) {
  std::vector<std::string> keys;
  for (const Part& part : name.parts) {
    const std::string sound = sound_of_part(part) + '.';
    for (const Part& other : name.parts) {
      if (&other != &part) keys.push_back(sound + first_sound(other.units));
    }
    for (const Part& initial : name.initials) keys.push_back(sound + first_sound(initial.units));
  }
  return each_once(std::move(keys));
}

std::string sound_key(std::string_view word) {
  Units units;
  for (const Word& part : split_words(word)) {
    units +=
        read_word(part.letters, cyrillic_language(part.letters), is_kazakh_arabic(part.letters))
            .units;
  }
  return skeleton(units);
}

}  // namespace sanaq::text
