#include "sanaq/text/organisation.h"

#include <algorithm>
#include <array>

namespace sanaq::text {
namespace {

using View = std::u32string_view;

template <std::size_t count>
bool is_one_of(const std::array<View, count>& words, View word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

int legal_class(View word) {
  static constexpr std::array<View, 17> limited = {
      U"ltd", U"limited", U"llc", U"llp", U"gmbh", U"sarl", U"srl", U"bv", U"тоо",
      U"ооо", U"жшс",     U"зао", U"pte", U"pty",  U"kg",   U"lp",  U"чп"};
  static constexpr std::array<View, 17> stock = {
      U"inc", U"incorporated", U"corp", U"corporation", U"plc", U"ag",   U"sa",   U"spa", U"nv",
      U"ао",  U"оао",          U"пао",  U"ақ",          U"jsc", U"ojsc", U"pjsc", U"se"};
  static constexpr std::array<View, 12> body = {U"гу",  U"гп", U"ргп", U"ргу", U"гкп", U"мкк",
                                                U"рмк", U"оф", U"ққ",  U"нко", U"ngo", U"ev"};
  if (is_one_of(limited, word)) return 1;
  if (is_one_of(stock, word)) return 2;
  return is_one_of(body, word) ? 3 : 0;
}

bool is_general_word(View word) {
  static constexpr std::array<View, 118> words = {U"the",          U"of",
                                                  U"and",          U"for",
                                                  U"in",           U"on",
                                                  U"de",           U"des",
                                                  U"du",           U"la",
                                                  U"le",           U"und",
                                                  U"der",          U"die",
                                                  U"et",           U"и",
                                                  U"по",           U"в",
                                                  U"на",           U"для",
                                                  U"және",         U"мен",
                                                  U"company",      U"co",
                                                  U"group",        U"holding",
                                                  U"holdings",     U"international",
                                                  U"national",     U"state",
                                                  U"republic",     U"general",
                                                  U"trading",      U"trade",
                                                  U"services",     U"service",
                                                  U"industries",   U"industry",
                                                  U"industrial",   U"bank",
                                                  U"ministry",     U"department",
                                                  U"committee",    U"office",
                                                  U"agency",       U"union",
                                                  U"association",  U"federation",
                                                  U"society",      U"organization",
                                                  U"organisation", U"foundation",
                                                  U"fund",         U"institute",
                                                  U"university",   U"center",
                                                  U"centre",       U"party",
                                                  U"movement",     U"front",
                                                  U"council",      U"court",
                                                  U"police",       U"army",
                                                  U"force",        U"forces",
                                                  U"city",         U"district",
                                                  U"region",       U"regional",
                                                  U"public",       U"private",
                                                  U"joint",        U"stock",
                                                  U"development",  U"investment",
                                                  U"management",   U"компания",
                                                  U"группа",       U"холдинг",
                                                  U"банк",         U"министерство",
                                                  U"департамент",  U"управление",
                                                  U"комитет",      U"союз",
                                                  U"профсоюз",     U"фонд",
                                                  U"общество",     U"общественный",
                                                  U"объединение",  U"организация",
                                                  U"партия",       U"движение",
                                                  U"суд",          U"полиция",
                                                  U"полиции",      U"отдел",
                                                  U"область",      U"области",
                                                  U"район",        U"города",
                                                  U"город",        U"республики",
                                                  U"республика",   U"государственный",
                                                  U"национальная", U"национальный",
                                                  U"народный",     U"қоғамы",
                                                  U"қоры",         U"министрлігі",
                                                  U"комитеті",     U"одағы",
                                                  U"ұлттық",       U"компаниясы",
                                                  U"партиясы",     U"ассоциация"};
  return is_one_of(words, word);
}

}  // namespace sanaq::text
