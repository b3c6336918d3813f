#include "sanaq/pages/topic_pages.h"

#include <algorithm>

#include "sanaq/base/files.h"
#include "sanaq/pages/article_list.h"
#include "sanaq/pages/topic_label.h"

namespace sanaq::pages {
namespace {

// What one list has, whatever it is a list of.
struct TopicList {
  std::string stem;     // of its path: "tags/oil"
  std::string section;  // of the frame
  std::string title, language;
  std::vector<std::size_t> articles;
};

std::string page_name(const std::string& stem, std::size_t number) {
  return number == 0 ? stem + ".html" : stem + "--" + std::to_string(number + 1) + ".html";
}

Data other_pages(const TopicList& list, std::size_t here, std::size_t count) {
  Data out{Data::type::list};
  for (std::size_t number = 0; number < count; ++number) {
    Data page;
    page.set("number", std::to_string(number + 1));
    page.set("is_here", number == here);
    page.set("href", base::file_name(page_name(list.stem, number)));
    out.push_back(page);
  }
  return out;
}

Data all_tags(const PublicView& view, const draw::Voice& voice) {
  std::vector<std::int64_t> counts(view.written.tags.size());
  for (const PublicArticle& article : view.written.articles) {
    for (const std::size_t tag : article.tags) ++counts[tag];
  }
  Data out{Data::type::list};
  for (std::size_t tag = 0; tag < counts.size(); ++tag) {
    const auto [label, language] = topic_label(view, view.written.tags[tag], voice.language());
    Data row;
    row.set("text", label);
    row.set("href", "tags/" + view.written.tags[tag].slug + ".html");
    row.set("is_foreign", language != voice.language());
    row.set("lang", language);
    row.set("count", voice.number(counts[tag]));
    out.push_back(row);
  }
  return out;
}

void add_list(const PublicView& view, const TopicList& list, const draw::Voice& voice,
              std::vector<Page>& pages) {
  const std::size_t count =
      std::max<std::size_t>(1, (list.articles.size() + articles_a_page - 1) / articles_a_page);
  for (std::size_t number = 0; number < count; ++number) {
    const std::size_t from = number * articles_a_page;
    const std::size_t to = std::min(list.articles.size(), from + articles_a_page);
    const std::vector<std::size_t> shown(list.articles.begin() + static_cast<std::ptrdiff_t>(from),
                                         list.articles.begin() + static_cast<std::ptrdiff_t>(to));
    const std::string path = page_name(list.stem, number), root = way_up(path);
    const bool has_tags = list.stem == "articles" && number == 0 && !view.written.tags.empty();
    Data data;
    data.set("home", root + "index.html");
    data.set("feed", root + "feed.xml");
    data.set("title", list.title);
    data.set("is_foreign", list.language != voice.language());
    data.set("lang", list.language);
    data.set("lead", voice.count("{} article, the newest first", "{} articles, the newest first",
                                 static_cast<std::int64_t>(list.articles.size())));
    data.set("list", article_list(view, shown, voice, root));
    data.set("has_pages", count > 1);
    data.set("pages", other_pages(list, number, count));
    data.set("has_tags", has_tags);
    if (has_tags) data.set("tags", all_tags(view, voice));
    pages.push_back({path, list.section, list.title, render("topic", voice, data)});
  }
}

TopicList list_of(const PublicView& view, const PublicTopic& topic, const std::string& folder,
                  const draw::Voice& voice) {
  const auto [label, language] = topic_label(view, topic, voice.language());
  const std::string stem = folder + topic.slug;
  return {stem, stem, label, language, {}};
}

}  // namespace

std::vector<Page> topic_pages(const PublicView& view, const draw::Voice& voice) {
  std::vector<Page> pages;
  const PublicArticles& written = view.written;
  if (written.articles.empty()) return pages;
  TopicList all{"articles", "articles", voice.say("Articles"), voice.language(), {}};
  std::vector<TopicList> sections, tags;
  for (const PublicTopic& topic : written.sections)
    sections.push_back(list_of(view, topic, "sections/", voice));
  for (const PublicTopic& topic : written.tags)
    tags.push_back(list_of(view, topic, "tags/", voice));
  for (std::size_t at = 0; at < written.articles.size(); ++at) {
    const PublicArticle& article = written.articles[at];
    all.articles.push_back(at);
    if (article.section) sections[*article.section].articles.push_back(at);
    for (const std::size_t tag : article.tags) tags[tag].articles.push_back(at);
  }
  add_list(view, all, voice, pages);
  for (const auto* lists : {&sections, &tags}) {
    for (const TopicList& list : *lists) add_list(view, list, voice, pages);
  }
  return pages;
}

}  // namespace sanaq::pages
