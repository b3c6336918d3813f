// Canaries: words that stand in one closed place each, in three scripts; and every form in which
// one of them, or what is made of it, could leave. With the program itself, and the bytes of a
// site.
#pragma once
#include <fmt/format.h>
#include <openssl/evp.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::cli {

// ---- The program, as a process of its own.

inline std::string in_quotes(const std::string& word) {
  std::string out = "'";
  for (const char letter : word) out += letter == '\'' ? "'\\''" : std::string(1, letter);
  return out + "'";
}

// Gives the exit code; both streams are added to `file`.
inline int run_sanaq(const help::Scratch& scratch, const std::vector<std::string>& words) {
  std::string command =
      "SANAQ_KEYS=" + in_quotes(scratch / "keys") + " " + in_quotes(SANAQ_PROGRAM);
  for (const std::string& word : words) command += " " + in_quotes(word);
  const int status =
      std::system((command + " --language en >>" + in_quotes(scratch / "said") + " 2>&1").c_str());
  return status == 0 ? 0 : status / 256;
}

// ---- Every byte of a site, by path.

inline void read_tree(const std::string& folder, const std::string& below,
                      std::map<std::string, std::string>& out) {
  for (const std::string& name : base::list_folder(base::join(folder, below))) {
    const std::string path = below.empty() ? name : below + "/" + name;
    if (base::folder_exists(base::join(folder, path)))
      read_tree(folder, path, out);
    else
      out[path] = base::read_file(base::join(folder, path));
  }
}

inline std::map<std::string, std::string> site_of(const std::string& folder) {
  std::map<std::string, std::string> files;
  read_tree(base::join(folder, "site"), "", files);
  return files;
}

// ---- Forms.

inline std::string hex_of(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    out += digits[code >> 4];
    out += digits[code & 15];
  }
  return out;
}

inline std::string digest_of(const char* algorithm, std::string_view text) {
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), bytes, &size, EVP_get_digestbyname(algorithm), nullptr);
  return {reinterpret_cast<const char*>(bytes), size};
}

inline std::string base64_of(std::string_view text) {
  std::string out(4 * ((text.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()),
                                   static_cast<int>(text.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

inline std::string from_base64(std::string_view text) {
  std::string out(3 * text.size() / 4 + 1, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()),
                                   static_cast<int>(text.size()));
  out.resize(static_cast<std::size_t>(size));
  while (text.ends_with('=')) {
    out.pop_back();
    text.remove_suffix(1);
  }
  return out;
}

// What stays of a text within a longer one, at each of the three places in a group of three bytes.
inline std::vector<std::string> within_base64(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t before = 0; before < 3; ++before) {
    std::string whole = base64_of(std::string(before, 'x') + std::string(text));
    const std::size_t first = before == 0 ? 0 : before + 1;  // digits that hold of the x alone
    const std::size_t end = 4 * ((before + text.size()) / 3);
    if (end <= first + 8) continue;
    whole = whole.substr(first, end - first);
    out.push_back(whole);
    for (char& letter : whole) letter = letter == '+' ? '-' : letter == '/' ? '_' : letter;
    out.push_back(whole);
  }
  return out;
}

inline std::vector<char32_t> letters_of(std::string_view text) {
  std::vector<char32_t> letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = size == 1 ? lead : lead & (0xFFU >> (size + 1));
    for (std::size_t more = 1; more < size; ++more)
      code = (code << 6U) | (static_cast<unsigned char>(text[at + more]) & 0x3FU);
    letters.push_back(code);
    at += size;
  }
  return letters;
}

inline std::string upper(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::toupper(letter));
  return text;
}

// A text as a page, a link, a script or a key could carry it.
inline std::set<std::string> encoded(const std::string& text) {
  std::set<std::string> forms;
  std::string percent, decimal, hexadecimal, json;
  for (const char byte : text) percent += "%" + hex_of({&byte, 1});
  for (const char32_t letter : letters_of(text)) {
    const auto code = static_cast<unsigned>(letter);
    decimal += fmt::format("&#{};", code);
    hexadecimal += fmt::format("&#x{:x};", code);
    json += fmt::format("\\u{:04x}", code);
  }
  const bool is_ascii =
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") ==
      std::string::npos;
  if (!is_ascii) forms.insert({percent, upper(percent), json});
  forms.insert({decimal, hexadecimal, hex_of(text), upper(hex_of(text))});
  for (const std::string& form : within_base64(text)) forms.insert(form);
  return forms;
}

// Hashes of a text and their beginnings: an id is often cut to 12 or 16 digits.
inline std::set<std::string> hashed(const std::string& text) {
  std::set<std::string> forms;
  for (const std::string& form : {text, text + "\n", text + "\r\n"}) {
    for (const char* algorithm : {"SHA256", "SHA1", "MD5", "SHA512"}) {
      const std::string digest = digest_of(algorithm, form);
      forms.insert(hex_of(digest).substr(0, 12));
      forms.insert(base64_of(digest).substr(0, 12));
    }
  }
  return forms;
}

// What a reader sees of a page, a link or a script: entities, percent and \u escapes undone, and
// marks of direction, tags and soft hyphens taken out.
inline std::string decoded(std::string_view bytes) {
  std::string out;
  const auto number = [](std::string_view digits, unsigned base) {
    unsigned long code = 0;
    for (const char digit : digits) {
      const int value = std::isdigit(static_cast<unsigned char>(digit)) != 0 ? digit - '0'
                        : std::isxdigit(static_cast<unsigned char>(digit)) != 0
                            ? std::tolower(digit) - 'a' + 10
                            : 99;
      if (value >= static_cast<int>(base)) return 0UL;
      code = code * base + static_cast<unsigned long>(value);
    }
    return code;
  };
  const auto put = [&](unsigned long code) {
    if (code < 0x80) return void(out += static_cast<char>(code));
    if (code < 0x800) {
      out += static_cast<char>(0xC0 | (code >> 6));
    } else {
      out += static_cast<char>(0xE0 | (code >> 12));
      out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    }
    out += static_cast<char>(0x80 | (code & 0x3F));
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view rest = bytes.substr(at);
    const std::size_t semicolon = rest.substr(0, 10).find(';');
    if (rest.starts_with("&#") && semicolon != rest.npos) {
      const bool is_hex = rest.size() > 2 && (rest[2] == 'x' || rest[2] == 'X');
      put(number(rest.substr(is_hex ? 3 : 2, semicolon - (is_hex ? 3 : 2)), is_hex ? 16 : 10));
      at += semicolon + 1;
    } else if (rest[0] == '%' && rest.size() > 2 && number(rest.substr(1, 2), 16) > 0) {
      out += static_cast<char>(number(rest.substr(1, 2), 16));
      at += 3;
    } else if (rest.starts_with("\\u") && rest.size() > 5 && number(rest.substr(2, 4), 16) > 0) {
      put(number(rest.substr(2, 4), 16));
      at += 6;
    } else if (rest[0] == '<' && rest.substr(0, 200).find('>') != rest.npos) {
      at += rest.find('>') + 1;
    } else if (rest.starts_with("\u2068") || rest.starts_with("\u2069") ||
               rest.starts_with("\u200e") || rest.starts_with("\u200f")) {
      at += 3;
    } else {
      out += bytes[at++];
    }
  }
  return out;
}

// ---- A closed place and its words.

struct Canary {
  std::string place;               // what stands there, for whoever reads that it was found
  std::vector<std::string> words;  // Latin, Cyrillic, Arabic
  [[nodiscard]] std::string text() const { return words[0] + " " + words[1] + " " + words[2]; }
};

inline Canary canary(std::size_t number, std::string place) {
  static const char* latin[] = {"ba", "do", "fu", "gi", "ke", "la", "mo", "nu", "pi", "re"};
  static const char* cyrillic[] = {"ба", "до", "фу", "ги", "ке", "ла", "мо", "ну", "пи", "ре"};
  static const char* arabic[] = {"ب", "د", "ف", "ج", "ك", "ل", "م", "ن", "ط", "ر"};
  std::string a, b, c;
  for (std::size_t digits = 0; digits < 3; ++digits, number /= 10) {
    a += latin[number % 10];
    b += cyrillic[number % 10];
    c += arabic[number % 10];
  }
  return {std::move(place), {"Zqx" + a + "vrk", "Жщы" + b + "хщя", "ظضغ" + c + "قخذ"}};
}

// ---- What is searched for, and where.

// Each form once, with the place whose canary it is.
class Needles {
 public:
  void add(const Canary& one) {
    for (const std::string& word : one.words) add_word(word, one.place);
    add_cell(one.text(), one.place);
  }
  // A text of which neither itself nor a hash may leave.
  void add_cell(const std::string& text, const std::string& place) {
    for (const std::string& form : hashed(text)) raw_.emplace(form, place + ", hashed");
    for (const std::string& form : hashed(text::fold(text))) raw_.emplace(form, place + ", hashed");
  }
  // Digits that may not leave: hashes, ids, keys.
  void add_digits(const std::string& digits, const std::string& place) {
    raw_.emplace(digits, place);
    raw_.emplace(upper(digits), place);
  }
  void add_word(const std::string& word, const std::string& place) {
    raw_.emplace(word, place);
    for (const std::string& form : encoded(word)) raw_.emplace(form, place + ", encoded");
    for (const std::string& form : hashed(word)) raw_.emplace(form, place + ", hashed");
    for (const std::string& form : hashed(text::fold(word))) raw_.emplace(form, place + ", hashed");
    folded_.emplace(text::fold(word), place + ", folded");
    romanised_.emplace(text::fold(text::romanise(word)), place + ", romanised");
  }

  // Places whose canary stands in the bytes.
  [[nodiscard]] std::set<std::string> found_in(const std::string& bytes) const {
    std::set<std::string> places;
    look(bytes, raw_, places);
    look(text::fold(bytes), folded_, places);
    look(text::fold(text::romanise(bytes)), romanised_, places);
    return places;
  }

 private:
  using Forms = std::map<std::string, std::string>;
  static void look(const std::string& bytes, const Forms& forms, std::set<std::string>& places) {
    for (const auto& [form, place] : forms) {
      if (!form.empty() && bytes.find(form) != std::string::npos) places.insert(place);
    }
  }
  Forms raw_, folded_, romanised_;
};

}  // namespace sanaq::cli
