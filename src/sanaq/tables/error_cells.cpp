#include "sanaq/tables/error_cells.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using base::message;

// English, Russian, German, French, Spanish, Turkish, Ukrainian; folded.
constexpr std::array<std::string_view, 45> words = {
    "#ref!",    "#n/a",        "#name?",   "#value!",   "#div/0!",   "#num!",     "#null!",
    "#spill!",  "#calc!",      "#field!",  "#blocked!", "#unknown!", "#connect!", "#getting_data",
    "#busy!",   "#ссылка!",    "#н/д",     "#имя?",     "#знач!",    "#дел/0!",   "#число!",
    "#пусто!",  "#перенос!",   "#вычисл!", "#nv",       "#bezug!",   "#wert!",    "#zahl!",
    "#valeur!", "#nom?",       "#nombre!", "#nul!",     "#¡ref!",    "#¡valor!",  "#¿nombre?",
    "#¡div/0!", "#¡num!",      "#¡nulo!",  "#başv!",    "#değer!",   "#ad?",      "#sayı/0!",
    "#yok",     "#посилання!", "#знач"};

bool is_hashes_alone(std::string_view cell) {
  constexpr std::size_t hashes_min = 3;  // one or two are signs for a number
  return cell.size() >= hashes_min && cell.find_first_not_of('#') == cell.npos;
}

// LibreOffice: Err:502.
bool is_numbered(std::string_view cell) {
  constexpr std::string_view start = "Err:";
  return cell.size() == start.size() + 3 && cell.starts_with(start) &&
         std::all_of(cell.begin() + static_cast<std::ptrdiff_t>(start.size()), cell.end(),
                     [](unsigned char letter) { return std::isdigit(letter) != 0; });
}

}  // namespace

bool is_spreadsheet_error(std::string_view cell) {
  if (cell.empty() || (cell[0] != '#' && cell[0] != 'E')) return false;
  if (is_numbered(cell) || is_hashes_alone(cell)) return true;
  constexpr std::size_t longest = 32;
  if (cell[0] != '#' || cell.size() > longest) return false;
  return std::find(words.begin(), words.end(), text::fold(cell)) != words.end();
}

base::Problem error_problem(std::string_view cell) {
  if (is_hashes_alone(cell)) {
    return {message("a column too narrow for its value was saved as hashes, and the value is lost"),
            message("widen the column in the spreadsheet and save the list again")};
  }
  return {message("the spreadsheet shows an error here, no value"),
          message("look in the spreadsheet what the cell refers to, and write the value itself")};
}

}  // namespace sanaq::tables
