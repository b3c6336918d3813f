#include "sanaq/disclose/article_groups.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "sanaq/base/error.h"
#include "sanaq/casefile/visibility.h"
#include "sanaq/pages/method_parts.h"

namespace sanaq::disclose {
namespace {

using articles::Article;
using base::message;

constexpr std::string_view method_mark = "method-";

[[noreturn]] void refuse(base::Message what) {
  throw base::Error(base::Kind::bad_input, std::move(what));
}

bool says_public(const Article& article) {
  return casefile::visibility_of(article.visibility) == "public";
}

bool is_shown_in(const std::string& language, const std::vector<std::string>& languages) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

// The publisher is told which files stay, since most of them only lack a word.
void tell_closed(const std::vector<Article>& all, std::vector<base::Message>& warnings) {
  constexpr std::size_t named_max = 5;
  std::string some;
  std::size_t count = 0;
  for (const Article& article : all) {
    if (says_public(article)) continue;
    for (const base::Message& problem : article.problems) warnings.push_back(problem);
    if (!article.visibility.empty() && !casefile::visibility_word(article.visibility))
      warnings.push_back(
          message("{}: the visibility {} is none of public, restricted, sealed, so "
                  "the article is sealed",
                  article.file, article.visibility));
    if (++count <= named_max) some += (some.empty() ? "" : ", ") + article.file;
  }
  if (count > named_max) some += ", …";
  if (count > 0)
    warnings.push_back(
        message("articles that do not say  visibility: public  and stay here: {} "
                "({})",
                count, some));
}

std::vector<const Article*> public_ones(const std::vector<Article>& all,
                                        const std::vector<std::string>& languages,
                                        std::vector<base::Message>& warnings) {
  std::vector<const Article*> open;
  for (const Article& article : all) {
    warnings.insert(warnings.end(), article.warnings.begin(), article.warnings.end());
    if (!says_public(article)) continue;
    if (!article.problems.empty()) refuse(article.problems.front());
    if (is_shown_in(article.language, languages)) {
      open.push_back(&article);
    } else {
      warnings.push_back(
          message("{}: the site has no pages in the language {}, so this article is "
                  "not shown; name it among  languages  in investigation.toml",
                  article.file, article.language));
    }
  }
  return open;
}

void add_text(ArticleGroup& group, const Article& article) {
  for (const Article* other : group.texts) {
    if (other->language == article.language)
      refuse(message("{}: {} is the same article in the same language; keep one of them",
                     article.file, other->file));
  }
  group.texts.push_back(&article);
}

const Article* article_called(const std::vector<Article>& all, const std::string& slug) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Article& article) { return article.slug == slug; });
  return found == all.end() ? nullptr : &*found;
}

// The slug of what this one translates, or its own.
std::string original_of(const std::vector<Article>& all, const Article& article) {
  const std::string& of = article.translation_of;
  if (of.empty() || of == article.slug) return article.slug;
  const Article* original = article_called(all, of);
  if (original == nullptr)
    refuse(message("{}: translation_of names {}, and there is no articles/{}.LANG.md", article.file,
                   of, of));
  if (!original->translation_of.empty() && original->translation_of != of)
    refuse(message("{}: translation_of names {}, which is a translation itself; name {}",
                   article.file, of, original->translation_of));
  return of;
}

void sort_texts(ArticleGroup& group, const std::vector<std::string>& languages) {
  const auto place = [&](const Article* text) {
    return std::find(languages.begin(), languages.end(), text->language) - languages.begin();
  };
  std::sort(group.texts.begin(), group.texts.end(),
            [&](const Article* left, const Article* right) { return place(left) < place(right); });
}

void expect_known_parts(const ArticleGroups& groups) {
  for (const auto& [slug, group] : groups.own_pages) {
    if (slug == "about") continue;
    const std::string_view part = std::string_view(slug).substr(method_mark.size());
    const auto& known = pages::method_part_names;
    if (std::find(known.begin(), known.end(), part) == known.end()) {
      std::string names;
      for (const std::string_view name : known)
        names += (names.empty() ? "" : ", ") + std::string(method_mark) + std::string(name);
      refuse(message("{}: there is no such part of the method; the parts are {}",
                     group.texts.front()->file, names));
    }
  }
}

// A part that is written counts in the main language first: elsewhere it would stand in for
// nothing.
void expect_main_language(const std::vector<Article>& all, const ArticleGroups& groups,
                          const std::string& main) {
  for (const Article& article : all) {
    const bool is_part = article.slug.starts_with(method_mark);
    if (is_part && article.language == main && !says_public(article))
      refuse(
          message("{}: this part of the method is not public; say  visibility: public  or take "
                  "the file away",
                  article.file));
  }
  for (const auto& [slug, group] : groups.own_pages) {
    if (slug.starts_with(method_mark) && group.texts.front()->language != main)
      refuse(
          message("{}: this part of the method is missing in the site's main language; write "
                  "articles/{}.{}.md",
                  group.texts.front()->file, slug, main));
  }
}

// The original's address, if it is public itself.
void give_address(ArticleGroup& group, const std::string& original) {
  const bool is_original_here =
      std::any_of(group.texts.begin(), group.texts.end(),
                  [&](const Article* text) { return text->slug == original; });
  group.slug = is_original_here ? original : group.texts.front()->slug;
}

}  // namespace

std::string date_of(const ArticleGroup& group) {
  for (const Article* text : group.texts) {
    if (!text->date.empty()) return text->date;
  }
  return {};
}

ArticleGroups group_articles(const std::vector<Article>& all,
                             const std::vector<std::string>& languages) {
  ArticleGroups out;
  tell_closed(all, out.warnings);
  std::map<std::string, ArticleGroup> groups;  // by the original's slug
  for (const Article* article : public_ones(all, languages, out.warnings)) {
    const bool is_own = articles::is_own_page(article->slug);
    add_text(is_own ? out.own_pages[article->slug] : groups[original_of(all, *article)], *article);
  }
  for (auto& [slug, group] : out.own_pages) {
    group.slug = slug;
    sort_texts(group, languages);
  }
  std::set<std::string> addresses;
  for (auto& [original, group] : groups) {
    sort_texts(group, languages);
    give_address(group, original);
    if (!addresses.insert(group.slug).second)
      refuse(message("{}: another article has the address {} already; rename one",
                     group.texts.front()->file, group.slug));
    out.articles.push_back(std::move(group));
  }
  expect_known_parts(out);
  expect_main_language(all, out, languages.front());
  std::sort(out.articles.begin(), out.articles.end(),
            [](const ArticleGroup& left, const ArticleGroup& right) {
              const std::string left_date = date_of(left), right_date = date_of(right);
              return left_date != right_date ? left_date > right_date : left.slug < right.slug;
            });
  return out;
}

}  // namespace sanaq::disclose
