#include "sanaq/pages/comment_thread.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sanaq/pages/date_words.h"

namespace sanaq::pages {
namespace {

using base::message;

constexpr std::size_t row_bytes = 400;  // of the markup around a comment

std::string shown_name(const PublicComment& comment, const draw::Voice& voice) {
  return comment.name.empty() ? voice.say("A reader") : comment.name;
}

Data comment_lines(const std::string& text) {
  Data lines{Data::type::list};
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (end > from) {
      Data line;
      line.set("line", text.substr(from, end - from));
      lines.push_back(line);
    }
    from = end + 1;
  }
  return lines;
}

Data comment_row(const ThreadedComment& one, const draw::Voice& voice) {
  Data row;
  row.set("id", one.comment->id);
  row.set("depth", std::to_string(one.depth));
  row.set("name", shown_name(*one.comment, voice));
  row.set("date", one.comment->day);
  row.set("day", words_of_day(one.comment->day, voice));
  row.set("lines", comment_lines(one.comment->text));
  row.set("is_shortened", one.comment->is_shortened);
  row.set("is_answer", one.answered != nullptr);
  row.set("answered", one.answered == nullptr ? std::string() : one.answered->id);
  row.set("answered_name", one.answered == nullptr ? "" : shown_name(*one.answered, voice));
  return row;
}

Data comment_rows(const std::vector<ThreadedComment>& part, const draw::Voice& voice) {
  return data_list(part, [&](const ThreadedComment& one) { return comment_row(one, voice); });
}

std::string part_path(const PublicArticle& article, std::size_t part) {
  return part == 0 ? "articles/" + article.slug + ".html"
                   : "comments/" + article.slug + "/" + std::to_string(part + 1) + ".html";
}

Data part_links(const PublicArticle& article, std::size_t parts, std::size_t here) {
  const std::string root = way_up(part_path(article, here));
  Data links{Data::type::list};
  for (std::size_t part = 0; parts > 1 && part < parts; ++part) {
    Data link;
    link.set("number", std::to_string(part + 1));
    link.set("is_here", part == here);
    link.set("href", root + part_path(article, part) + (part == 0 ? "#comments" : ""));
    links.push_back(link);
  }
  return links;
}

void add_form(const PublicView& view, const PublicArticle& article, const draw::Voice& voice,
              Data& data) {
  const std::string folder = language_folder(view, voice.language());
  const std::string path = folder + part_path(article, 0);
  data.set("has_intake", view.written.intake.is_open);
  data.set("action", view.written.intake.way(way_up(path)) + "comment");
  data.set("page", path);
  data.set("lang", voice.language());
}

std::int64_t accepted_count(const PublicView& view) {
  std::int64_t count = 0;
  for (const PublicArticle& article : view.written.articles)
    count += static_cast<std::int64_t>(article.comments.size());
  return count;
}

}  // namespace

std::vector<ThreadedComment> thread_of(const PublicArticle& article, const std::string& language) {
  std::map<std::string, const PublicComment*> known;  // those before
  std::map<const PublicComment*, std::vector<const PublicComment*>> answers;
  for (const PublicComment& comment : article.comments) {
    if (comment.language != language) continue;
    const auto parent = known.find(comment.parent);
    answers[parent == known.end() ? nullptr : parent->second].push_back(&comment);
    known.emplace(comment.id, &comment);
  }
  std::vector<ThreadedComment> thread, waiting;
  const auto wait = [&](const PublicComment* answered, std::size_t depth) {
    const auto found = answers.find(answered);
    if (found == answers.end()) return;
    for (auto at = found->second.rbegin(); at != found->second.rend(); ++at)
      waiting.push_back({*at, answered, std::min(depth, depth_max)});
  };
  wait(nullptr, 0);
  while (!waiting.empty()) {
    thread.push_back(waiting.back());
    waiting.pop_back();
    wait(thread.back().comment, thread.back().depth + 1);
  }
  return thread;
}

std::vector<std::vector<ThreadedComment>> parted(const std::vector<ThreadedComment>& thread) {
  std::vector<std::vector<ThreadedComment>> parts;
  std::size_t bytes = 0;
  for (const ThreadedComment& one : thread) {
    const std::size_t size = one.comment->text.size() + one.comment->name.size() + row_bytes;
    if (parts.empty() || bytes + size > part_bytes) {
      parts.emplace_back();
      bytes = 0;
    }
    bytes += size;
    parts.back().push_back(one);
  }
  return parts;
}

std::string comments_section(const PublicView& view, const PublicArticle& article,
                             const draw::Voice& voice) {
  if (!article.takes_comments) return "";
  const auto parts = parted(thread_of(article, voice.language()));
  Data data;
  data.set("has_comments", !parts.empty());
  data.set("comments", parts.empty() ? Data(Data::type::list) : comment_rows(parts.front(), voice));
  data.set("has_parts", parts.size() > 1);
  data.set("parts", part_links(article, parts.size(), 0));
  data.set("has_rules", has_comments_page(view));
  data.set("rules", "../comments.html");
  add_form(view, article, voice, data);
  return render("comments", voice, data);
}

std::vector<Page> further_comments(const PublicArticle& article, const draw::Voice& voice) {
  std::vector<Page> pages;
  if (!article.takes_comments) return pages;
  const auto parts = parted(thread_of(article, voice.language()));
  const PublicText& text = text_in(article.texts, voice.language());
  for (std::size_t part = 1; part < parts.size(); ++part) {
    const std::string path = part_path(article, part);
    Data data;
    data.set("title", text.title);
    put_text(data, "title_lang", text.language == voice.language() ? std::string() : text.language);
    data.set("article", way_up(path) + part_path(article, 0));
    data.set("comments", comment_rows(parts[part], voice));
    data.set("parts", part_links(article, parts.size(), part));
    Page page{path, "articles", voice.say("Comments"), render("comments-further", voice, data)};
    // Another language has as many comments as were written in it.
    page.elsewhere = part_path(article, 0);
    pages.push_back(std::move(page));
  }
  return pages;
}

bool has_comments_page(const PublicView& view) {
  const bool has_place =
      std::any_of(view.written.articles.begin(), view.written.articles.end(),
                  [](const PublicArticle& article) { return article.takes_comments; });
  return has_place &&
         (view.written.intake.is_open || accepted_count(view) > 0 || !view.written.refused.empty());
}

Page comments_page(const PublicView& view, const draw::Voice& voice) {
  Data data;
  data.set("accepted",
           voice.say(message("Comments on this site: {}.", voice.number(accepted_count(view)))));
  data.set("has_refused", !view.written.refused.empty());
  data.set("refused", data_list(view.written.refused, [&](const RefusedComments& one) {
             Data row;
             row.set("date", one.day);
             row.set("day", words_of_day(one.day, voice));
             row.set("count", voice.number(one.count));
             return row;
           }));
  return {"comments.html", "articles", voice.say("How comments come here"),
          render("comments-rules", voice, data)};
}

}  // namespace sanaq::pages
