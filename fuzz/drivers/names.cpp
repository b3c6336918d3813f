// Two names: prepared, compared both ways, explained, keyed, folded, romanised.
#include <cmath>

#include "input.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/name.h"
#include "sanaq/text/name_comparison.h"
#include "sanaq/text/name_problem.h"
#include "sanaq/text/named_thing.h"
#include "sanaq/text/romanise.h"

namespace {

using namespace sanaq;

void compare(std::string_view left, std::string_view right, text::NameKind kind) {
  const auto a = text::prepare_name(left, kind), b = text::prepare_name(right, kind);
  const text::NameComparison found = text::compare_names(*a, *b);
  fuzz::expect(std::isfinite(found.weight_bits) && std::abs(found.weight_bits) < 200,
               "a weight is some bits");
  fuzz::expect(found.weight_bits == text::compare_names(*b, *a).weight_bits,
               "both ways weigh the same");
  fuzz::expect(text::explain_names(*a, *b).weight_bits == found.weight_bits,
               "what is explained is what was found");
  (void)text::sound_keys(*a);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto names = fuzz::pieces_of(fuzz::bytes_of(data, size), 2);
  return fuzz::answered_in_words([&] {
    compare(names[0], names[1], text::NameKind::person);
    compare(names[0], names[1], text::NameKind::organisation);
    compare(names[0], names[1], text::NameKind::vessel);
    for (const std::string_view name : names) {
      const std::string folded = text::fold(name);
      fuzz::expect(text::is_valid_utf8(folded), "what is folded is UTF-8");
      for (const char letter : text::romanise(name))
        fuzz::expect(static_cast<unsigned char>(letter) < 0x80, "what is romanised is ASCII");
      (void)text::sound_key(name);
      (void)text::name_problem(name);
    }
  });
}
