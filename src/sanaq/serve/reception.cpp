#include "sanaq/serve/reception.h"

#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::serve {
namespace {

// Written last when a site is published.
std::optional<base::FileStamp> mark_of(const std::string& site) {
  return base::file_stamp(base::join(site, "sanaq-site.txt"));
}

}  // namespace

Reception::Reception(ReceptionOptions options)
    : limit(options.has_limits ? intake::comments_an_hour : 0),
      options_(std::move(options)),
      pages_(std::make_shared<const ServerPages>(options_.site)),
      mark_(mark_of(options_.site)),
      spool_(options_.spool) {}

std::shared_ptr<const ServerPages> Reception::pages() const {
  const std::scoped_lock lock(alone_);
  return pages_;
}

void Reception::keep_house() {
  try {
    const auto mark = mark_of(options_.site);
    if (mark && mark != mark_) {
      auto fresh = std::make_shared<const ServerPages>(options_.site);
      const std::scoped_lock lock(alone_);
      pages_ = std::move(fresh);
      mark_ = mark;
    }
  } catch (const base::Error&) {
    // A site that is just being exchanged: the pages that are known go on until it is there.
  }
  try {
    spool_.remove_collected();
  } catch (const base::Error&) {
    // What cannot be removed now is removed later.
  }
}

bool Reception::has_room(intake::Coming coming) const {
  return intake::has_room(coming, options_.disk_room());
}

void Reception::keep(const intake::Content& content) {
  spool_.put(intake::sealed(pages()->keys(), content));
}

}  // namespace sanaq::serve
