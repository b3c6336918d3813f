// Addresses with an @.
#include "sanaq/link/columns.h"
#include "sanaq/link/distances.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/quick_levels.h"

namespace sanaq::link {
namespace {

int email_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  const std::u32string &a = feature.letters[left], &b = feature.letters[right];
  enum { near = near_level, two_edits, local, similar, differs };
  const int edits = osa_distance(a, b, 2);
  if (edits == 1) return near;
  if (edits == 2) return two_edits;
  if (a.substr(0, a.find(U'@')) == b.substr(0, b.find(U'@'))) return local;
  return jaro_winkler(a, b) >= weakest_likeness(Kind::email) ? similar : differs;
}

}  // namespace

const KindOfLevels& email_kind() {
  static const KindOfLevels kind{
      "email",
      with_exact({"one letter off", "two letters off", "same before @", "similar", "differs"}),
      {0.30, 0.15, 0.15, 0.10, 0.30},
      email_level};
  return kind;
}

}  // namespace sanaq::link
