#include "sanaq/pages/marked_html.h"

#include <algorithm>
#include <set>

#include "sanaq/base/check.h"
#include "sanaq/draw/markup.h"
#include "sanaq/draw/voice.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/demand_list.h"
#include "sanaq/pages/live_number.h"
#include "sanaq/pages/topic_slug.h"

namespace sanaq::pages {
namespace {

using articles::Part;
using articles::Piece;
using Kind = Piece::Kind;

constexpr std::string_view page_mark = "page:", file_mark = "file:", demands_mark = "demands:";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Where a part's close stands.
std::size_t end_of(const articles::MarkedText& text, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at].kind == Kind::open) ++depth;
    if (text[at].kind == Kind::close && --depth == 0) return at;
  }
  base::check(false, "every part of a text is closed");
  return text.size();
}

// A text may begin with any level of headings; 0 if it has none.
std::int64_t highest_level(const articles::MarkedText& text) {
  std::int64_t highest = 0;
  for (const Piece& piece : text) {
    if (piece.kind == Kind::open && piece.part == Part::heading)
      highest = highest == 0 ? piece.number : std::min(highest, piece.number);
  }
  return highest;
}

struct Live {
  std::string text, href;
};

// What a reference says and where it leads.
Live live_of(const PublicView& view, const Piece& reference, const draw::Voice& voice,
             const std::string& root) {
  const std::string& target = reference.text;
  const std::size_t colon = target.find(':');
  const std::string kind = target.substr(0, colon), id = target.substr(colon + 1);
  if (kind == "person") {
    const PublicPerson& person = view.persons.at(static_cast<std::size_t>(reference.number));
    return {name_in_text(person, voice), root + "person/" + person.id + ".html"};
  }
  if (kind == "number")
    return {live_number(view, id, voice), root + (id == "claimed" ? "claims.html" : "index.html")};
  if (kind == "article") {
    for (const PublicArticle& one : view.written.articles) {
      if (one.slug == id)
        return {text_in(one.texts, voice.language()).title, root + "articles/" + id + ".html"};
    }
  }
  const CaseCell cell = thing_cell(view, target, voice, root);
  return {cell.text, cell.href};
}

// The words between two pieces without any marks, live ones as they are now.
std::string plain_words(const PublicView& view, const articles::MarkedText& text, std::size_t from,
                        std::size_t to, const draw::Voice& voice) {
  std::string words;
  for (std::size_t at = from; at < to; ++at) {
    const Piece& now = text[at];
    if (now.kind == Kind::text) words += now.text;
    if (now.kind == Kind::line_break) words += ' ';
    const bool is_live = now.kind == Kind::open && now.part == Part::reference &&
                         text[at + 1].kind == Kind::close && !now.text.starts_with(demands_mark);
    if (is_live) words += live_of(view, now, voice, "").text;
  }
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

struct Tags {
  std::string_view open, close;
};
Tags tags_of(Part part) {
  switch (part) {
    case Part::paragraph:
      return {"<p>", "</p>\n"};
    case Part::quote:
      return {"<blockquote>\n", "</blockquote>\n"};
    case Part::bullets:
      return {"<ul>\n", "</ul>\n"};
    case Part::numbers:
      return {"<ol>\n", "</ol>\n"};
    case Part::item:
      return {"<li>", "</li>\n"};
    case Part::code_block:
      return {"<pre tabindex=\"0\"><code>", "</code></pre>\n"};
    case Part::rule:
      return {"<hr>\n", ""};
    case Part::table_head:
      return {"<thead>", "</thead>\n"};
    case Part::table_body:
      return {"<tbody>", "</tbody>\n"};
    case Part::table_row:
      return {"<tr>", "</tr>\n"};
    case Part::head_cell:
      return {"<th scope=\"col\">", "</th>"};
    case Part::cell:
      return {"<td>", "</td>"};
    case Part::emphasis:
      return {"<em>", "</em>"};
    case Part::strong:
      return {"<strong>", "</strong>"};
    case Part::deleted:
      return {"<del>", "</del>"};
    case Part::code:
      return {"<code>", "</code>"};
    default:
      return {};
  }
}

class HtmlWriter {
 public:
  HtmlWriter(const PublicView& view, const articles::MarkedText& text, const std::string& path,
             const draw::Voice& voice, int level)
      : view_(view),
        text_(text),
        voice_(voice),
        above_(level + 1 - highest_level(text)),
        root_(way_up(path)),
        site_root_(way_up(language_folder(view, voice.language()) + path)) {}

  std::string html() {
    for (std::size_t at = 0; at < text_.size();) at = piece(at);
    return std::move(out_);
  }

 private:
  // Writes one piece, or a part as a whole, and returns what comes next.
  std::size_t piece(std::size_t at) {
    const Piece& now = text_[at];
    if (now.kind == Kind::text) {
      out_ += draw::escape(now.text);
    } else if (now.kind == Kind::line_break) {
      out_ += "<br>\n";
    } else if (now.kind == Kind::close) {
      close(now.part);
    } else {
      return open(at);
    }
    return at + 1;
  }

  std::size_t open(std::size_t at) {
    const Piece& now = text_[at];
    switch (now.part) {
      case Part::heading:
        heading(at);
        return at + 1;
      case Part::numbers:
        out_ += now.number == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(now.number) + "\">\n";
        return at + 1;
      case Part::table:
        out_ += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                draw::escape(voice_.say("Table")) + "\"><table>\n";
        return at + 1;
      case Part::link:
        link(now);
        return at + 1;
      case Part::image:
        return image(at);
      case Part::reference:
        return reference(at);
      case Part::paragraph:
        if (is_demands(at)) return demands(at);
        [[fallthrough]];
      default:
        out_ += tags_of(now.part).open;
        return at + 1;
    }
  }

  void close(Part part) {
    if (part == Part::heading) {
      out_ += "</h" + level_ + ">\n";
    } else if (part == Part::table) {
      out_ += "</table></div>\n";
    } else if (part == Part::link) {
      if (--links_around_ == 0) out_ += "</a>";
    } else {
      out_ += tags_of(part).close;
    }
  }

  // Its words are its address on the page, so that a link can lead to it.
  void heading(std::size_t at) {
    constexpr std::int64_t deepest = 6;
    level_ = std::to_string(std::min(deepest, text_[at].number + above_));
    const std::string slug = topic_slug(plain_words(view_, text_, at, end_of(text_, at), voice_));
    std::string anchor = slug;
    for (int number = 2; !anchors_.insert(anchor).second; ++number)
      anchor = slug + "-" + std::to_string(number);
    out_ += "<h" + level_ + " id=\"" + draw::escape(anchor) + "\">";
  }

  std::string href(const std::string& target) const {
    if (target.starts_with(page_mark)) return root_ + target.substr(page_mark.size());
    if (target.starts_with(file_mark)) return site_root_ + target.substr(file_mark.size());
    return target;
  }

  // A link within a link, which Markdown allows in a label, would end the outer one.
  void link(const Piece& now) {
    if (++links_around_ > 1) return;
    const bool is_outside = now.text.starts_with("http://") || now.text.starts_with("https://");
    out_ += "<a href=\"" + draw::escape(href(now.text)) + "\"";
    if (!now.title.empty()) out_ += " title=\"" + draw::escape(now.title) + "\"";
    out_ += is_outside ? " rel=\"external nofollow noreferrer\">" : ">";
  }

  std::size_t image(std::size_t at) {
    const std::size_t end = end_of(text_, at);
    out_ += "<img src=\"" + draw::escape(href(text_[at].text)) + "\" alt=\"" +
            draw::escape(plain_words(view_, text_, at, end, voice_)) + "\" loading=\"lazy\"";
    if (!text_[at].title.empty()) out_ += " title=\"" + draw::escape(text_[at].title) + "\"";
    out_ += ">";
    return end + 1;
  }

  std::size_t reference(std::size_t at) {
    const std::size_t end = end_of(text_, at);
    const Live now = live_of(view_, text_[at], voice_, root_);
    const bool is_link = ++links_around_ == 1;
    if (is_link) out_ += "<a class=\"live\" href=\"" + draw::escape(now.href) + "\">";
    if (end == at + 1) {
      out_ += "<bdi>" + draw::escape(now.text) + "</bdi>";
    } else {
      for (std::size_t inner = at + 1; inner < end;) inner = piece(inner);
    }
    if (is_link) out_ += "</a>";
    --links_around_;
    return end + 1;
  }

  // A paragraph that is nothing but [[demands:…]].
  [[nodiscard]] bool is_demands(std::size_t at) const {
    return at + 1 < text_.size() && text_[at + 1].kind == Kind::open &&
           text_[at + 1].part == Part::reference && text_[at + 1].text.starts_with(demands_mark);
  }
  std::size_t demands(std::size_t at) {
    const std::string whose = text_[at + 1].text.substr(demands_mark.size());
    out_ += demand_list(view_, whose, voice_, root_);
    return end_of(text_, at) + 1;
  }

  const PublicView& view_;
  const articles::MarkedText& text_;
  const draw::Voice& voice_;
  std::int64_t above_ = 1;  // what is added to the level of a heading
  int links_around_ = 0;
  std::string root_, site_root_, out_, level_;
  std::set<std::string> anchors_{"main"};
};

}  // namespace

std::string marked_html(const PublicView& view, const articles::MarkedText& text,
                        const std::string& path, const draw::Voice& voice, int level) {
  return HtmlWriter(view, text, path, voice, level).html();
}

std::string first_words(const PublicView& view, const articles::MarkedText& text,
                        const draw::Voice& voice, std::size_t letters_max) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at].kind != Kind::open || text[at].part != Part::paragraph) continue;
    const std::string words = plain_words(view, text, at, end_of(text, at), voice);
    if (words.find_first_not_of(' ') != words.npos) return shortened(words, letters_max);
  }
  return {};
}

std::string shortened(const std::string& text, std::size_t letters_max) {
  std::size_t letters = 0, at = 0;
  for (; at < text.size(); ++at) {
    if (!is_continuation(text[at]) && ++letters > letters_max) break;
  }
  if (at == text.size()) return text;
  const std::size_t blank = text.find_last_of(' ', at);
  return text.substr(0, blank == text.npos || blank == 0 ? at : blank) + " …";
}

}  // namespace sanaq::pages
