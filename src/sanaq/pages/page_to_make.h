// A page that is made only if it does not stand already.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

struct PageToMake {
  std::string path;    // from the language's own root
  std::string inputs;  // a hash of all that it is made from but what site_inputs.h gathers
  // Makes it; called on any thread. What it was made with must still be there.
  std::function<Page()> make;
};

// Makes them all, in their order.
[[nodiscard]] inline std::vector<Page> made_pages(const std::vector<PageToMake>& pages) {
  std::vector<Page> made;
  for (const PageToMake& page : pages) made.push_back(page.make());
  return made;
}

}  // namespace sanaq::pages
