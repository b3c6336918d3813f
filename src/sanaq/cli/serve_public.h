// sanaq serve --public: a site with comments and testimony, for strangers.
#pragma once
#include <string>

#include "sanaq/base/catalog.h"
#include "sanaq/cli/arguments.h"
#include "sanaq/cli/command.h"

namespace sanaq::cli {

struct PublicFlags {
  std::string address, site, spool;
  bool has_proxy = false, has_no_limits = false;
};

// --public, --site, --spool, --i-have-a-proxy, --no-limits.
void add_public_flags(Arguments& command, PublicFlags& flags, const base::Catalog& catalog);
// Whether any of them was given.
[[nodiscard]] bool is_asked_for(const PublicFlags& flags);
// Answers until Ctrl-C or SIGTERM. Throws Error{usage} where one is missing, or where the address
// is open to others and nobody said that a proxy stands before it.
void serve_public(const PublicFlags& flags, Context& context);

}  // namespace sanaq::cli
