// A picture or document of an article, without what it says about whoever made it.
#pragma once
#include <string>

#include "sanaq/base/result.h"

namespace sanaq::investigation {

inline constexpr std::int64_t article_file_bytes_max = 20'000'000;

struct CleanFile {
  std::string bytes;
  std::string ending;       // ".jpg", by what the file is and not by its name
  bool is_picture = false;  // one that every browser shows
};

// `name` is a name in articles/files/, without folders. Returns a Problem if there is no such file,
// if it is a link, too large, or of a kind that cannot be cleaned.
[[nodiscard]] base::Result<CleanFile> clean_article_file(const std::string& folder,
                                                         const std::string& name);

}  // namespace sanaq::investigation
