#include "sanaq/text/code_page.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "sanaq/base/error.h"

namespace sanaq::text {
namespace {

// As glibc and Python have them.
constexpr std::u32string_view kz1048 =
    U"\u0402\u0403\u201A\u0453\u201E\u2026\u2020\u2021"
    U"\u20AC\u2030\u0409\u2039\u040A\u049A\u04BA\u040F"
    U"\u0452\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
    U"\uFFFD\u2122\u0459\u203A\u045A\u049B\u04BB\u045F"
    U"\u00A0\u04B0\u04B1\u04D8\u00A4\u04E8\u00A6\u00A7"
    U"\u0401\u00A9\u0492\u00AB\u00AC\u00AD\u00AE\u04AE"
    U"\u00B0\u00B1\u0406\u0456\u04E9\u00B5\u00B6\u00B7"
    U"\u0451\u2116\u0493\u00BB\u04D9\u04A2\u04A3\u04AF"
    U"\u0410\u0411\u0412\u0413\u0414\u0415\u0416\u0417"
    U"\u0418\u0419\u041A\u041B\u041C\u041D\u041E\u041F"
    U"\u0420\u0421\u0422\u0423\u0424\u0425\u0426\u0427"
    U"\u0428\u0429\u042A\u042B\u042C\u042D\u042E\u042F"
    U"\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437"
    U"\u0438\u0439\u043A\u043B\u043C\u043D\u043E\u043F"
    U"\u0440\u0441\u0442\u0443\u0444\u0445\u0446\u0447"
    U"\u0448\u0449\u044A\u044B\u044C\u044D\u044E\u044F";
constexpr std::u32string_view ptcp154 =
    U"\u0496\u0492\u04EE\u0493\u201E\u2026\u04B6\u04AE"
    U"\u04B2\u04AF\u04A0\u04E2\u04A2\u049A\u04BA\u04B8"
    U"\u0497\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
    U"\u04B3\u04B7\u04A1\u04E3\u04A3\u049B\u04BB\u04B9"
    U"\u00A0\u040E\u045E\u0408\u04E8\u0498\u04B0\u00A7"
    U"\u0401\u00A9\u04D8\u00AB\u00AC\u04EF\u00AE\u049C"
    U"\u00B0\u04B1\u0406\u0456\u0499\u04E9\u00B6\u00B7"
    U"\u0451\u2116\u04D9\u00BB\u0458\u04AA\u04AB\u049D"
    U"\u0410\u0411\u0412\u0413\u0414\u0415\u0416\u0417"
    U"\u0418\u0419\u041A\u041B\u041C\u041D\u041E\u041F"
    U"\u0420\u0421\u0422\u0423\u0424\u0425\u0426\u0427"
    U"\u0428\u0429\u042A\u042B\u042C\u042D\u042E\u042F"
    U"\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437"
    U"\u0438\u0439\u043A\u043B\u043C\u043D\u043E\u043F"
    U"\u0440\u0441\u0442\u0443\u0444\u0445\u0446\u0447"
    U"\u0448\u0449\u044A\u044B\u044C\u044D\u044E\u044F";
static_assert(kz1048.size() == 128 && ptcp154.size() == 128);

// Capitals and digits alone: "kz_1048" is KZ-1048.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char letter : name) {
    if (letter >= 'a' && letter <= 'z') plain += static_cast<char>(letter - 'a' + 'A');
    if ((letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')) plain += letter;
  }
  return plain;
}

CodePage made_of(const char* name, std::u32string_view letters) {
  CodePage page{name, {}};
  std::copy(letters.begin(), letters.end(), page.letters.begin());
  return page;
}

}  // namespace

std::optional<CodePage> kazakh_code_page(std::string_view name) {
  const std::string plain = plain_name(name);
  for (const std::string_view alias : {"KZ1048", "RK1048", "STRK1048", "STRK10482002"}) {
    if (plain == alias) return made_of("KZ-1048", kz1048);
  }
  for (const std::string_view alias : {"PTCP154", "PT154", "CP154", "CYRILLICASIAN"}) {
    if (plain == alias) return made_of("PTCP154", ptcp154);
  }
  return std::nullopt;
}

CodePage code_page(const std::string& name) {
  if (const auto page = kazakh_code_page(name)) return *page;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(name.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) {
    throw base::Error(base::Kind::bad_input,
                      base::message("there is no encoding named {}; use UTF-8, windows-1251, "
                                    "KZ-1048, KOI8-R or another name that ICU knows",
                                    name));
  }
  CodePage page{name, {}};
  for (unsigned at = 0; at < page.letters.size(); ++at) {
    const char byte = static_cast<char>(0x80 + at);
    const char* source = &byte;
    status = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    const UChar32 letter = ucnv_getNextUChar(converter.get(), &source, &byte + 1, &status);
    page.letters[at] = U_SUCCESS(status) ? static_cast<char32_t>(letter) : no_letter;
  }
  return page;
}

void append_utf8(std::string& text, char32_t letter) {
  std::array<char, 4> bytes{};
  int32_t length = 0;
  UBool is_wrong = false;
  U8_APPEND(bytes, length, 4, static_cast<UChar32>(letter), is_wrong);
  if (is_wrong) {
    text += "\xEF\xBF\xBD";
  } else {
    text.append(bytes.data(), static_cast<std::size_t>(length));
  }
}

}  // namespace sanaq::text
