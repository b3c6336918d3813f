#include "sanaq/cli/serve_place.h"

#include <chrono>
#include <thread>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/browser_link.h"

namespace sanaq::cli {
namespace {

using base::message;

constexpr std::size_t digits_of_name = 32;

std::string socket_of(const std::string& folder) {
  const std::string runtime = runtime_folder();
  if (runtime.empty()) return "";
  return base::join(runtime,
                    "serve-" + base::sha256_hex(folder).substr(0, digits_of_name) + ".socket");
}

std::string cache_of(const std::string& folder) { return base::join(folder, ".sanaq"); }

// "4711 8080\n": the process and the port of whoever has the folder.
std::string beside_lock(const std::string& folder) {
  return base::join(cache_of(folder), "serve-port");
}

base::Error taken(const std::string& folder) {
  std::string port = "?", process = "?";
  try {
    const std::string text = base::read_file(beside_lock(folder));
    const std::size_t space = text.find(' ');
    process = text.substr(0, space);
    if (space != text.npos) port = text.substr(space + 1, text.find('\n') - space - 1);
  } catch (const base::Error&) {
    // Then the sentence has no numbers.
  }
  return {base::Kind::conflict,
          message("{}: the workspace of this investigation runs already (process {}, port {}): go "
                  "on in its window, or press Enter in its terminal for a new link",
                  folder, process, port)};
}

}  // namespace

std::optional<std::string> link_of_running(const std::string& folder) {
  const std::string path = socket_of(folder);
  return path.empty() ? std::nullopt : base::ask_local_socket(path, 2);
}

ServePlace::ServePlace(const std::string& folder, int port) : folder_(folder) {
  if (!folder.empty()) {
    try {
      base::make_folder(cache_of(folder));
      lock_.emplace(base::join(cache_of(folder), "serve-lock"));
      base::write_private_file_whole(beside_lock(folder), std::to_string(base::process_id()) + " " +
                                                              std::to_string(port) + "\n");
    } catch (const base::Error& error) {
      if (error.kind() == base::Kind::conflict) throw taken(folder);
      if (error.kind() != base::Kind::io && error.kind() != base::Kind::not_found) throw;
    }
  }
  const std::string path = socket_of(folder);
  if (path.empty()) return;
  try {
    socket_ = std::make_unique<base::LocalSocket>(path);
  } catch (const base::Error&) {
    // Without it a second start is a conflict, not a second window.
  }
}

void ServePlace::answer_within(double seconds, const std::function<std::string()>& link) {
  if (socket_)
    socket_->answer_within(seconds, link);
  else
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

}  // namespace sanaq::cli
