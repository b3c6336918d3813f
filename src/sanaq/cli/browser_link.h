// How a link that lets somebody in reaches his browser: by a file that he alone can read and that
// is removed, not by an argument, which other users of the computer can read.
#pragma once
#include <string>

namespace sanaq::cli {

// Of links that lead in; at the end whatever still stands there is removed.
class BrowserLink {
 public:
  BrowserLink() = default;
  ~BrowserLink() { remove(); }
  BrowserLink(const BrowserLink&) = delete;
  BrowserLink& operator=(const BrowserLink&) = delete;
  // Returns false where there is no desktop, or nothing that opens a page.
  [[nodiscard]] bool open(const std::string& link);
  // The link is used, or no longer good.
  void remove();
  [[nodiscard]] const std::string& link() const { return link_; }

 private:
  std::string path_, link_;
};

// The page that leads there.
[[nodiscard]] std::string page_that_leads_to(const std::string& link);

// A folder for sockets and such pages that only this user can open: $XDG_RUNTIME_DIR/sanaq. ""
// where there is none.
[[nodiscard]] std::string runtime_folder();

}  // namespace sanaq::cli
