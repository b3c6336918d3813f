// What a publication would open to everybody, and writing the site.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_publish(const Visit& visit, Bench& bench);
// What `sanaq publish --dry-run --json` prints; null until it is worked out.
[[nodiscard]] http::Response publish_json(const Visit& visit, Bench& bench);
// POST /publish with `digest`, of what was shown; `title`, where sanaq asks before it opens facts;
// and `public_reason`. Throws Error{conflict} where something else would be published by now.
[[nodiscard]] http::Response begin_publish(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
