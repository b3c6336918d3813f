#include "sanaq/publish/path_index.h"

#include <gtest/gtest.h>

namespace sanaq::publish {

TEST(PathIndex, FindsWhatIsThereAndNothingElse) {
  for (const std::size_t count : {0, 1, 2, 1000}) {
    log::GatheredFiles gathered;
    for (std::size_t at = 0; at < count; ++at)
      gathered.add("person/" + std::to_string(at) + ".html", std::string(64, 'a'));
    const log::FileHashes files = gathered.sorted();
    const PathIndex index(files);
    for (std::size_t at = 0; at < count + 100; ++at) {
      const std::string path = "person/" + std::to_string(at) + ".html";
      EXPECT_EQ(index.place_of(path), files.place_of(path));
    }
    EXPECT_FALSE(index.place_of(""));
  }
}

}  // namespace sanaq::publish
