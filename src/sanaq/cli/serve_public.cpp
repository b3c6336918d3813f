#include "sanaq/cli/serve_public.h"

#include "sanaq/base/disk_space.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/intake/limits.h"
#include "sanaq/serve/public_server.h"

namespace sanaq::cli {
namespace {

using base::message;

void expect_whole(const PublicFlags& flags) {
  if (flags.address.empty() || flags.site.empty() || flags.spool.empty())
    throw base::Error(base::Kind::usage,
                      message("the public server needs all of --public ADDRESS, --site SITE and "
                              "--spool SPOOL"));
  if (!serve::is_local_address(flags.address) && !flags.has_proxy)
    throw base::Error(base::Kind::usage,
                      message("--public {}: others could ask there directly; put a proxy before it "
                              "(docs/guide/server) and use unix:PATH or 127.0.0.1:PORT; if one "
                              "stands there already, add --i-have-a-proxy",
                              flags.address));
  if (!base::folder_exists(flags.site))
    throw base::Error(
        base::Kind::not_found,
        message("--site {}: there is no such folder; publish the site first", flags.site));
}

bool is_within(const std::string& path, const std::string& folder) {
  return (path + "/").starts_with(folder + "/");
}

// What a captured server must not hold, and what its proxy must not give away.
void expect_apart(const std::string& site, const std::string& spool) {
  for (const std::string& folder : {site, spool, base::parent_folder(spool)}) {
    if (base::file_exists(base::join(folder, "investigation.toml")))
      throw base::Error(
          base::Kind::usage,
          message("{}: this is an investigation, and a server is to hold none: give it a copy of "
                  "the published site, and a folder elsewhere for the spool",
                  folder));
  }
  if (is_within(spool, site) || is_within(site, spool))
    throw base::Error(base::Kind::usage,
                      message("--spool {}: site and spool lie one in the other, and whoever reads "
                              "the site could fetch what came in; give the spool a folder of its "
                              "own",
                              spool));
}

std::string place_of(const PublicFlags& flags, const serve::PublicServer& server) {
  if (server.port() == 0) return flags.address;
  return serve::host_port(flags.address).host + ":" + std::to_string(server.port());
}

void tell(const serve::DayCount& day, Context& context) {
  context.print(context.catalog.say(message(
                    "{}: {} answers, {} sums not solved, {} comments of places that sent too "
                    "many, {} turned away for want of disk or of room, {} failed",
                    day.day, day.pages, day.unsolved, day.limited, day.full, day.failed)) +
                "\n");
}

}  // namespace

void add_public_flags(Arguments& command, PublicFlags& flags, const base::Catalog& catalog) {
  command.option("--public", &flags.address,
                 catalog.say("Serve a site to strangers instead, with comments and testimony: "
                             "unix:PATH (advised) or 127.0.0.1:PORT, behind a proxy"));
  command.option("--site", &flags.site, catalog.say("The published site, for --public"));
  command.option("--spool", &flags.spool,
                 catalog.say("Where what comes in waits, sealed, for `sanaq collect`"));
  command.flag("--i-have-a-proxy", flags.has_proxy,
               catalog.say("Let --public listen on an address that others reach"));
  command.flag("--no-limits", flags.has_no_limits,
               catalog.say("Count no comments by place: for measuring how fast it is"));
}

bool is_asked_for(const PublicFlags& flags) {
  return !flags.address.empty() || !flags.site.empty() || !flags.spool.empty() || flags.has_proxy ||
         flags.has_no_limits;
}

void serve_public(const PublicFlags& flags, Context& context) {
  expect_whole(flags);
  serve::PublicOptions options;
  options.address = flags.address;
  options.reception.site = base::absolute_path(flags.site);
  options.reception.spool = base::absolute_path(flags.spool);
  expect_apart(options.reception.site, options.reception.spool);
  options.reception.has_limits = !flags.has_no_limits;
  options.reception.seconds = base::boot_seconds;
  options.reception.disk_room = [spool = options.reception.spool] {
    const base::DiskSpace space = base::disk_space(spool);
    return intake::DiskRoom{space.free, space.whole};
  };
  serve::PublicServer server(options);
  context.print(
      context.catalog.say(message("answering at {}; Ctrl-C ends it", place_of(flags, server))) +
      "\n");
  if (!server.is_out_of_swap())
    context.note(context.catalog.say(
                     "what passes through its memory may be written to the swap: start it by the "
                     "unit in docs/guide/server, or with LimitMEMLOCK=infinity") +
                 "\n");
  server.run(base::was_interrupted, [&](const serve::DayCount& day) { tell(day, context); });
}

}  // namespace sanaq::cli
