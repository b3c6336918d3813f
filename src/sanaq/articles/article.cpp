#include "sanaq/articles/article.h"

#include <algorithm>
#include <set>

#include "sanaq/articles/front_matter.h"
#include "sanaq/articles/read_markdown.h"
#include "sanaq/base/files.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/language_code.h"

namespace sanaq::articles {
namespace {

using base::message;

constexpr std::string_view ending = ".md", byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t slug_letters_max = 80;
constexpr const char* known_keys =
    "title, lang, date, author, section, tags, translation_of, comments, visibility";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

std::size_t letters_in(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

// SLUG.LANG.md
void read_name(const std::string& name, Article& out) {
  std::string_view rest = name;
  if (rest.ends_with(ending)) {
    rest.remove_suffix(ending.size());
    const std::size_t dot = rest.rfind('.');
    if (dot != rest.npos && is_slug(rest.substr(0, dot)) &&
        text::is_language_code(rest.substr(dot + 1))) {
      out.slug = std::string(rest.substr(0, dot));
      out.language = text::fold(rest.substr(dot + 1));
      return;
    }
  }
  out.problems.push_back(
      message("{}: an article's file is called SLUG.LANG.md, as in three-years.en.md: small Latin "
              "letters, digits and hyphens, then a language; rename it",
              out.file));
}

// Puts the values of the keys where they belong.
class Keys {
 public:
  explicit Keys(Article& out) : out_(out) {}

  void take(const FrontEntry& entry) {
    const std::string key = text::fold(entry.key);
    if (!seen_.insert(key).second) {
      wrong(message("{}:{}: {} stands here a second time; keep one", out_.file, entry.line,
                    entry.key));
      return;
    }
    if (key == "tags") return take_tags(entry);
    if (entry.is_list) {
      if (is_known(key))
        wrong(message("{}:{}: {} is one value and no list", out_.file, entry.line, entry.key));
      else
        unknown(entry);
      return;
    }
    if (key == "title") return take_title(entry);
    if (key == "lang") return take_language(entry);
    if (key == "date") return take_date(entry);
    if (key == "comments") return take_comments(entry);
    std::string* place = text_of(key);
    if (place == nullptr) return unknown(entry);
    *place = entry.value;
  }

 private:
  std::string* text_of(const std::string& key) {
    if (key == "author") return &out_.author;
    if (key == "section") return &out_.section;
    if (key == "translation_of") return &out_.translation_of;
    if (key == "visibility") return &out_.visibility;
    return nullptr;
  }
  bool is_known(const std::string& key) {
    return text_of(key) != nullptr || key == "title" || key == "lang" || key == "date" ||
           key == "comments";
  }

  void take_tags(const FrontEntry& entry) {
    out_.tags = entry.is_list ? entry.items : items_of(entry.value);
  }
  void take_title(const FrontEntry& entry) {
    constexpr std::size_t letters_max = 200;
    out_.title = entry.value;
    if (letters_in(entry.value) > letters_max)
      out_.warnings.push_back(
          message("{}:{}: the title has more than {} letters; lists of articles show its beginning",
                  out_.file, entry.line, letters_max));
  }
  void take_language(const FrontEntry& entry) {
    if (!out_.language.empty() && text::fold(entry.value) != text::fold(out_.language))
      wrong(message("{}:{}: lang is {}, and the file's name says {}; make them one", out_.file,
                    entry.line, entry.value, out_.language));
  }
  void take_date(const FrontEntry& entry) {
    const auto date = record::from_edtf(entry.value);
    if (date && date->first_day == date->last_day && !date->approximate) {
      out_.date = record::to_edtf(*date);
    } else if (!entry.value.empty()) {
      wrong(message("{}:{}: {} is no day; write the date as in 2014-12-16", out_.file, entry.line,
                    entry.value));
    }
  }
  void take_comments(const FrontEntry& entry) {
    const std::string word = text::fold(entry.value);
    if (word != "true" && word != "false")
      wrong(message("{}:{}: comments is true or false", out_.file, entry.line));
    out_.takes_comments = word == "true";
  }
  void unknown(const FrontEntry& entry) {
    out_.warnings.push_back(
        message("{}:{}: the key {} is not known and was left aside; known are {}", out_.file,
                entry.line, entry.key, known_keys));
  }
  void wrong(base::Message what) { out_.problems.push_back(std::move(what)); }

  Article& out_;
  std::set<std::string> seen_;
};

void read_body(const FrontMatter& front, Article& out) {
  if (auto text = read_markdown(front.body, front.body_line)) {
    out.text = std::move(*text);
  } else {
    out.problems.push_back(
        message("{}:{}: the text is too long, or its lists and quotations lie too deep in each "
                "other; divide it into several articles",
                out.file, front.body_line));
  }
}

void expect_whole(Article& out, const FrontMatter& front) {
  const bool needs_title = !is_own_page(out.slug);
  if (needs_title && is_blank(out.title))
    out.problems.push_back(message("{}:1: the article has no title; write  title: …", out.file));
  if (is_blank(front.body))
    out.problems.push_back(message("{}:{}: the article has no text", out.file, front.body_line));
  if (needs_title && out.date.empty())
    out.warnings.push_back(
        message("{}: the article has no date, so it stands behind all others and in no feed; "
                "write  date: 2014-12-16",
                out.file));
}

}  // namespace

bool is_own_page(std::string_view slug) { return slug == "about" || slug.starts_with("method-"); }

bool is_slug(std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
           letter == '_';
  });
  return is_plain && !text.empty() && text.size() <= slug_letters_max && text.front() != '-' &&
         text.front() != '_' && base::portable_file_name(text) == text;
}

Article read_article(const std::string& name, std::string_view bytes) {
  Article out;
  out.file = base::join("articles", name);
  read_name(name, out);
  if (bytes.size() > article_bytes_max) {
    out.problems.push_back(
        message("{}: the file has more than {} bytes; divide it into several "
                "articles",
                out.file, article_bytes_max));
    return out;
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const bool is_utf8 = text::is_valid_utf8(bytes) && bytes.find('\0') == bytes.npos;
  const std::string text =
      is_utf8 ? std::string(bytes) : text::to_utf8(bytes, text::detect_encoding(bytes));
  const FrontMatter front = read_front_matter(text, out.file);
  if (!is_utf8)
    out.problems.push_back(message("{}: the file is not UTF-8 but probably {}; save it as UTF-8",
                                   out.file, text::detect_encoding(bytes)));
  if (!front.is_there) {
    out.problems.push_back(
        message("{}:1: no front matter; begin with a line ---, then  title: …  and  visibility: "
                "public, then a line ---",
                out.file));
    return out;
  }
  Keys keys(out);
  for (const FrontEntry& entry : front.entries) keys.take(entry);
  out.problems.insert(out.problems.end(), front.wrong.begin(), front.wrong.end());
  read_body(front, out);
  expect_whole(out, front);
  return out;
}

}  // namespace sanaq::articles
