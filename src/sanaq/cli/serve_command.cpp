#include "sanaq/cli/serve_command.h"

#include <optional>
#include <thread>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/base/terminal.h"
#include "sanaq/cli/browser_link.h"
#include "sanaq/cli/serve_place.h"
#include "sanaq/cli/serve_public.h"
#include "sanaq/http/server.h"
#include "sanaq/workspace/all_routes.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/door.h"
#include "sanaq/workspace/notices.h"
#include "sanaq/workspace/recent.h"

namespace sanaq::cli {
namespace {

using base::message;

constexpr const char* own_address = "127.0.0.1";

struct Flags {
  std::string folder, address = own_address;
  int port = 0;
  bool no_browser = false, on_desktop = false;
  PublicFlags open;  // to strangers, instead of the workspace
};

bool is_investigation(const std::string& folder) {
  return base::file_exists(base::join(folder, "investigation.toml"));
}

void expect_loopback(const std::string& address) {
  if (address == "127.0.0.1" || address == "localhost") return;
  throw base::Error(base::Kind::usage,
                    message("--address {}: the workspace answers on this computer alone; several "
                            "people come with accounts, which are not there yet",
                            address));
}

// The whole path of the investigation that is to be opened; "" for none.
std::string wanted_folder(const Flags& flags) {
  if (flags.folder.empty())
    return !flags.on_desktop && is_investigation(".") ? base::absolute_path(".") : "";
  if (!is_investigation(flags.folder))
    throw base::Error(
        base::Kind::not_found,
        message("{}: this is no investigation; make one with `sanaq new {}`, or start "
                "`sanaq serve` without a folder and make it there",
                flags.folder, flags.folder));
  return base::absolute_path(flags.folder);
}

// The port of the last time, if it is free: a page that was left open then finds us again.
std::unique_ptr<http::Server> listen(const Flags& flags, const std::string& folder,
                                     workspace::Door& door) {
  http::ServerOptions options;
  options.most_bytes = [&door](const http::Request& request) { return door.most_bytes(request); };
  const http::Handler handler = [&door](const http::Request& request, http::Body& body) {
    return door.answer(request, body);
  };
  options.port = flags.port != 0 ? flags.port : workspace::last_port_of(folder);
  try {
    return std::make_unique<http::Server>(options, handler);
  } catch (const base::Error&) {
    if (flags.port != 0 || options.port == 0) throw;
  }
  options.port = 0;
  return std::make_unique<http::Server>(options, handler);
}

// Shows a link: in the browser where there is a desktop, and in the terminal that one looks at. It
// is printed nowhere else, since what a desktop's programs print is kept in logs.
void show(const std::string& link, const Flags& flags, BrowserLink& browser, Context& context) {
  const bool is_open = !flags.no_browser && browser.open(link);
  if (flags.on_desktop) {
    if (!is_open)
      throw base::Error(base::Kind::io,
                        message("no browser could be opened; start `sanaq serve` in a terminal and "
                                "open the link that it prints"));
    return;
  }
  context.print(link + "\n");
}

// Nothing runs, and nothing that is told only once waits to be read.
bool may_end(workspace::Bench& bench) {
  return !bench.jobs().current() && bench.notices().now().recovery_rows.empty();
}

// A recovery code that nobody has read yet stands nowhere else.
void say_what_was_not_read(workspace::Bench& bench, Context& context) {
  const workspace::Notice notice = bench.notices().now();
  if (notice.recovery_rows.empty()) return;
  for (const base::Message& sentence : notice.founding)
    context.note(context.catalog.say(sentence) + "\n");
  context.note("\n" + notice.recovery_rows + "\n");
}

// Until somebody stops it. With --desktop also once everybody has left.
void attend(workspace::Door& door, workspace::Bench& bench, int port, const Flags& flags,
            BrowserLink& browser, Context& context) {
  auto place = std::make_unique<ServePlace>(bench.folder(), port);
  workspace::note_recent({bench.folder(), port});
  show(door.fresh_link(), flags, browser, context);
  bool is_listened_to = !flags.on_desktop, was_entered = false;
  while (!base::was_interrupted()) {
    place->answer_within(0.2, [&] { return door.fresh_link(); });
    if (!browser.link().empty() && !door.is_waiting(browser.link())) browser.remove();
    if (is_listened_to) {
      const base::Typed typed = base::typed_within(0);
      if (typed == base::Typed::line) show(door.fresh_link(), flags, browser, context);
      is_listened_to = typed != base::Typed::end;
    }
    was_entered = was_entered || !door.is_empty();
    if (flags.on_desktop && was_entered && door.is_empty() && may_end(bench)) return;
    if (bench.folder() == place->folder()) continue;
    place.reset();
    place = std::make_unique<ServePlace>(bench.folder(), port);
    workspace::note_recent({bench.folder(), port});
  }
}

// What the workspace and the public server have, never both at once.
void expect_no_workspace(const Flags& flags) {
  if (flags.folder.empty() && flags.address == own_address && flags.port == 0 &&
      !flags.no_browser && !flags.on_desktop)
    return;
  throw base::Error(base::Kind::usage,
                    message("--public serves a site and knows no investigation: give it --site and "
                            "--spool, and no DIR, --port, --address, --no-browser or --desktop"));
}

void serve(const Flags& flags, Context& context) {
  if (is_asked_for(flags.open)) {
    expect_no_workspace(flags);
    serve_public(flags.open, context);
    return;
  }
  expect_loopback(flags.address);
  const std::string folder = wanted_folder(flags);
  BrowserLink browser;
  if (const auto link = link_of_running(folder)) {
    show(*link, flags, browser, context);
    // The browser needs the page for as long as it takes to start.
    if (!browser.link().empty()) std::this_thread::sleep_for(std::chrono::seconds(10));
    return;
  }
  workspace::Bench bench(base::own_program());
  workspace::Door door(bench, workspace::all_routes(), base::boot_seconds);
  const std::unique_ptr<http::Server> server = listen(flags, folder, door);
  door.stands_at(server->port());
  if (!folder.empty()) bench.open(folder);
  std::thread answering([&] { server->run(); });
  try {
    attend(door, bench, server->port(), flags, browser, context);
  } catch (...) {
    server->stop();
    answering.join();
    throw;
  }
  server->stop();
  answering.join();
  if (!flags.on_desktop) say_what_was_not_read(bench, context);
}

}  // namespace

void add_serve(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "serve", catalog.say("Open the workspace in the browser of this computer: lists, review, the "
                           "number, without a command line"));
  command.option("DIR", &flags->folder,
                 catalog.say("The investigation; without it one is chosen there"));
  command.option("--port", &flags->port, catalog.say("Where it answers; 0 takes any that is free"))
      .between(0, 65535);
  command.option("--address", &flags->address,
                 catalog.say("Only 127.0.0.1: nobody else's computer is let in"));
  command.flag("--no-browser", flags->no_browser,
               catalog.say("Print the link and open no browser"));
  command.flag("--desktop", flags->on_desktop,
               catalog.say("For an icon: without a terminal; ends when everybody has left"));
  add_public_flags(command, flags->open, catalog);
  command.footer(catalog.say("Enter in the terminal gives a new link; Ctrl-C ends it."));
  command.example({"sanaq serve my-count",
                   "sanaq serve --public unix:/run/sanaq/socket --site my-count/site --spool "
                   "/var/lib/sanaq"});
  command.runs([flags, &context] { serve(*flags, context); });
}

}  // namespace sanaq::cli
