// The pages of a site that the server fills, and the keys for which it seals.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/http/response.h"
#include "sanaq/intake/envelope.h"
#include "sanaq/serve/page_text.h"

namespace sanaq::serve {

class ServerPages {
 public:
  // Reads SITE/server. Throws Error{not_found} where the site has none, and Error{bad_input} for a
  // page or a file of keys that is not as docs/formats/server-pages.md has it.
  explicit ServerPages(const std::string& site);
  // A language of the site: the one that is wanted, or the site's first.
  [[nodiscard]] const std::string& language(std::string_view wanted) const;
  // Whether the site has this language.
  [[nodiscard]] bool has(std::string_view language) const;
  // `name`: "guard", "thanks", "testify", "receipt", "return", "error". `depth`: how many '/' the
  // address has behind its first one.
  [[nodiscard]] std::string page(std::string_view name, std::string_view language, int depth,
                                 Filling filling) const;
  [[nodiscard]] const std::vector<intake::PublicKey>& keys() const { return keys_; }

 private:
  std::map<std::string, std::map<std::string, PageText, std::less<>>, std::less<>> languages_;
  std::vector<intake::PublicKey> keys_;
};

// A page that is never kept, never framed, loads nothing of others and runs nothing.
[[nodiscard]] http::Response guarded_page(std::string body, int status = 200);
// The same headers on an answer of another kind.
void add_guarding_headers(http::Response& response);

}  // namespace sanaq::serve
