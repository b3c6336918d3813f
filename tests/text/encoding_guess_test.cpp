#include "sanaq/text/encoding_guess.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sanaq/text/code_page.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

std::string encoded(std::string_view utf8, const std::string& encoding) {
  const CodePage page = code_page(encoding);
  std::string bytes;
  for (const char32_t letter : to_utf32(utf8)) {
    if (letter < 0x80) {
      bytes += static_cast<char>(letter);
      continue;
    }
    const auto* const found = std::find(page.letters.begin(), page.letters.end(), letter);
    EXPECT_NE(found, page.letters.end()) << encoding << " has no " << static_cast<unsigned>(letter);
    bytes += static_cast<char>(0x80 + (found - page.letters.begin()));
  }
  return bytes;
}

// All names are invented.
const std::string kazakh =
    "Аты-жөні;Туған күні;Жері\nТөлегенұлы Қанатбек;01.02.1980;Ақшоқы\nСүйінбаева Әсемгүл;"
    "03.04.1991;Құлсары\n";
const std::string russian = "Фамилия, имя;Дата\nКовылин Сергей Юрьевич;1980\nЩедринова Яна;1985\n";
const std::string ukrainian = "Прізвище;Місто\nЄвгенія Їжакевич;Київ\nҐалаґан Сергій;Рівне\n";

struct Sample {
  const char* encoding;
  std::string text;
};

}  // namespace

TEST(GuessEncoding, EveryCandidateIsFoundByItsWords) {
  const std::string spanish = "nombre;lugar\nIñaki Núñez Ibáñez;Cúcuta\nSofía Gómez;Popayán\n";
  const std::string german = "name;ort\nJürgen Müßler;Köln\nKäthe Böhmer;Würzburg\n";
  const std::string polish = "nazwisko;miasto\nŁukasz Żądło;Łódź\nMałgorzata Śliwińska;Gdańsk\n";
  const std::string turkish = "ad;yer\nŞükrü Işıkoğlu;Iğdır\nAyşe Gündoğdu;Muş\n";
  const std::string arabic = "الاسم;المكان\nمحمود الخطيب;حمص\nفاطمة الحداد;حلب\n";
  for (const Sample& sample : std::vector<Sample>{{"KZ-1048", kazakh},
                                                  {"PTCP154", kazakh},
                                                  {"windows-1251", russian},
                                                  {"KOI8-R", russian},
                                                  {"IBM866", russian},
                                                  {"ISO-8859-5", russian},
                                                  {"x-mac-cyrillic", russian},
                                                  {"KOI8-U", ukrainian},
                                                  {"windows-1251", ukrainian},
                                                  {"ISO-8859-1", spanish},
                                                  {"macintosh", spanish},
                                                  {"IBM850", german},
                                                  {"macintosh", german},
                                                  {"windows-1250", polish},
                                                  {"ISO-8859-2", polish},
                                                  {"windows-1254", turkish},
                                                  {"windows-1256", arabic},
                                                  {"ISO-8859-6", arabic}}) {
    const std::string bytes = encoded(sample.text, sample.encoding);
    const EncodingGuess guess = guess_encoding(bytes);
    EXPECT_EQ(to_utf8(bytes, guess.encoding), sample.text)
        << sample.encoding << " was read as " << guess.encoding;
    EXPECT_GT(guess.lead_bits, close_lead_bits) << sample.encoding << " " << guess.runner_up;
    EXPECT_EQ(guess.odd_words, 0U) << sample.encoding << " " << guess.odd_word;
  }
}

TEST(GuessEncoding, BytesThatWindowsAloneHasAreWindows) {
  EXPECT_EQ(guess_encoding("name;note\nMaria Gar\xE7"
                           "a;\x93quoted\x94 \x80 5\n")
                .encoding,
            "windows-1252");
}

TEST(GuessEncoding, AFewWordsBehindMuchAsciiDecide) {
  std::string bytes = "id,name\n";
  for (int row = 0; row < 20000; ++row) bytes += std::to_string(row) + ",Person Example\n";
  ASSERT_GT(bytes.size(), std::size_t{256} * 1024);
  bytes += encoded("20001,Хворостин Геннадий\n", "windows-1251");
  EXPECT_EQ(guess_encoding(bytes).encoding, "windows-1251");
}

TEST(GuessEncoding, ASingleKazakhWordAmongThousandsOfRussianOnesDecides) {
  std::string text = "ФИО;город\n";
  for (int row = 0; row < 5000; ++row) text += "Ковылин Сергей Юрьевич;Солонцы\n";
  text += "Өмірғали Үсенов;Солонцы\n";
  for (int row = 0; row < 5000; ++row) text += "Щедринова Яна Олеговна;Солонцы\n";
  EXPECT_EQ(guess_encoding(encoded(text, "KZ-1048")).encoding, "KZ-1048");
  EXPECT_EQ(guess_encoding(encoded(text, "PTCP154")).encoding, "PTCP154");
}

TEST(GuessEncoding, CloseOnesAreToldWithAWord) {
  const EncodingGuess guess = guess_encoding("name\nL\xE6s\n");  // Læs or Lęs
  EXPECT_LT(guess.lead_bits, close_lead_bits);
  EXPECT_FALSE(guess.runner_up.empty());
  EXPECT_NE(guess.word, guess.word_of_runner_up);
}

TEST(GuessEncoding, WordsThatMakeNoSenseAreCounted) {
  std::string bytes;
  for (const char* name : {"Ковылин Сергей", "Щедринова Яна", "Хворостин Геннадий", "Жильцов Пётр"})
    bytes += encoded(std::string(name) + ";Солонцы\n", "windows-1251");
  bytes += encoded("Müller Jürgen;Köln\n", "ISO-8859-1");
  const EncodingGuess guess = guess_encoding(bytes);
  EXPECT_EQ(guess.encoding, "windows-1251");
  EXPECT_EQ(guess.odd_words, 3U) << guess.odd_word;
}

TEST(GuessEncoding, ALatinLetterTypedForACyrillicOneIsNoFault) {
  const EncodingGuess guess =
      guess_encoding(encoded("Cерік Ковылин;Солонцы\nСергей Щедринов;Юрга\n", "windows-1251"));
  EXPECT_EQ(guess.encoding, "windows-1251");
  EXPECT_EQ(guess.odd_words, 0U) << guess.odd_word;
}

TEST(TellingWords, AreTakenEvenlyAndForEachByte) {
  std::string bytes;
  for (int row = 0; row < 10000; ++row)
    bytes += "w" + std::string(1, static_cast<char>('a' + row % 26)) + "\xE0 ";
  bytes += "rare\xF9 ";
  const auto words = telling_words(bytes);
  EXPECT_LT(words.size(), 40U);
  EXPECT_NE(std::find(words.begin(), words.end(), "rare\xF9"), words.end());
  EXPECT_TRUE(telling_words("plain words alone").empty());
}

}  // namespace sanaq::text
