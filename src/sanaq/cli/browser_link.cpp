#include "sanaq/cli/browser_link.h"

#include "sanaq/base/desktop.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/random_bytes.h"
#include "sanaq/base/system.h"

namespace sanaq::cli {

std::string runtime_folder() {
  const auto runtime = base::environment("XDG_RUNTIME_DIR");
  if (!runtime || !base::folder_exists(*runtime)) return "";
  std::string folder = base::join(*runtime, "sanaq");
  try {
    base::make_private_folder(folder);
  } catch (const base::Error&) {
    return "";
  }
  return folder;
}

// The link is ours: letters, digits and ':/.#', so nothing of it needs an escape.
std::string page_that_leads_to(const std::string& link) {
  return "<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">"
         "<meta http-equiv=\"refresh\" content=\"0; url=" +
         link + "\"><title>sanaq</title><a href=\"" + link + "\">sanaq</a>\n";
}

bool BrowserLink::open(const std::string& link) {
  remove();
  if (!base::has_desktop()) return false;
  const std::string folder = runtime_folder();
  if (folder.empty()) return false;
  path_ = base::join(folder, "open-" + base::to_hex(base::random_bytes(8)) + ".html");
  link_ = link;
  base::write_private_file_whole(path_, page_that_leads_to(link));
  if (base::open_on_desktop(path_)) return true;
  remove();
  return false;
}

void BrowserLink::remove() {
  if (path_.empty()) return;
  try {
    base::remove_file(path_);
  } catch (const base::Error&) {
    // It is in a folder that only its owner can open, and the link is good for five minutes.
  }
  path_.clear();
  link_.clear();
}

}  // namespace sanaq::cli
