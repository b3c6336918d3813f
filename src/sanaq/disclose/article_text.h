// The text of a public article as it may leave: links that lead somewhere, cleaned pictures,
// references to what is public.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sanaq/articles/article.h"
#include "sanaq/disclose/public_text.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

class ArticleTexts {
 public:
  // The view must hold everything but the articles' texts: whoever or whatever is not in it is
  // closed. All must outlive this.
  ArticleTexts(const investigation::Outcome& outcome, const investigation::OpenPeople& people,
               const PublicText& text, const pages::PublicView& view);

  // Links and pictures that may not leave become their text, and the publisher is warned. Throws
  // Error{bad_input} naming file and line for a reference to what is unknown or not public.
  [[nodiscard]] articles::MarkedText open(const articles::Article& article);

  [[nodiscard]] std::vector<pages::PublicFile> files() const;
  [[nodiscard]] std::vector<base::Message> warnings() const { return warnings_; }

 private:
  struct File {
    std::string path;  // empty: it may not leave
    bool is_picture = false;
  };
  const File& file(const std::string& name, const std::string& place);
  [[nodiscard]] bool is_page(const std::string& path) const;
  [[nodiscard]] std::string public_reference(const std::string& target) const;
  void remember_pages();
  // What the target becomes; "" if it may not leave.
  std::string public_link(const std::string& target, const std::string& place);
  std::string public_picture(const std::string& target, const std::string& place);
  std::string cleaned(const std::string& words, const std::string& place);

  const investigation::Outcome& outcome_;
  const investigation::OpenPeople& people_;
  const PublicText& text_;
  const pages::PublicView& view_;
  std::set<std::string> pages_;                 // of single things, from the language's root
  std::map<std::string, std::size_t> persons_;  // those with a name, by address
  std::map<std::string, File> known_files_;     // by name
  std::map<std::string, pages::PublicFile> files_;
  std::size_t bytes_ = 0;
  std::vector<base::Message> warnings_;
};

}  // namespace sanaq::disclose
