#include "sanaq/settings/options.h"

#include <algorithm>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/settings/option_kinds.h"
#include "sanaq/text/writing.h"

namespace sanaq::settings {
namespace {

using base::message;
using Json = nlohmann::json;

void read_languages(Section& section, Config& config) {
  config.languages = section.texts("languages");
  if (config.languages.empty()) config.languages = {"en"};
  const Words known = base::Catalog::languages();
  for (const std::string& language : config.languages) {
    if (language == text::mirrored_language) continue;
    if (std::find(known.begin(), known.end(), language) == known.end())
      section.wrong("languages", joined(known));
  }
}

// The site is a folder of its own within the investigation, and no room that something else needs.
bool is_site_folder(const std::string& site) {
  std::string first, part;
  for (const char letter : site + "/") {
    if (letter == '\\' || letter == ':' || static_cast<unsigned char>(letter) < 32) return false;
    if (letter != '/') {
      part += letter;
      continue;
    }
    if (part == "..") return false;
    if (first.empty() && part != ".") first = part;
    part.clear();
  }
  std::transform(first.begin(), first.end(), first.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  const bool is_room =
      std::find(std::begin(own_rooms), std::end(own_rooms), first) != std::end(own_rooms);
  return !site.starts_with('/') && !first.empty() && !is_room;
}

void read_site(Section& section, Config& config) {
  const auto site = section.text("site");
  if (!site) return;
  if (!is_site_folder(*site))
    throw base::Error(
        base::Kind::bad_input,
        message("{}, line {}: the site cannot be \"{}\": it is a folder of its own within "
                "the investigation; write site = \"site\", or name another place with "
                "sanaq publish --out",
                section.path(), section.line_of("site"), *site));
  config.publish.site = *site;
}

void read_held_on(Section& section, Config& config) {
  const auto day = section.date("held_on");
  if (!day) return;
  if (day->first_day != day->last_day) section.wrong("held_on", "2014-12-16");
  config.publish.held_on = record::to_edtf(*day);
}

// An address that a reader can open: a host, and no place within a page.
bool is_web_address(const std::string& url) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  const std::size_t host = url.find("//") + 2;
  return is_web && url.size() > host && url[host] != '/' &&
         url.find_first_of(" \"<>#?\\") == url.npos &&
         std::all_of(url.begin(), url.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) > 0x20; });
}

void read_url(Section& section, Config& config) {
  const auto url = section.text("url");
  if (!url) return;
  if (!is_web_address(*url)) section.wrong("url", "https://example.org/count/");
  config.publish.url = *url + (url->ends_with('/') ? "" : "/");
}

// Scheme and host alone, of letters that may stand in a content policy as they are.
bool is_origin(std::string_view word) {
  const std::size_t scheme = word.starts_with("https://") ? 8 : word.starts_with("http://") ? 7 : 0;
  const std::string_view host = word.substr(scheme);
  return scheme > 0 && !host.empty() && std::all_of(host.begin(), host.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                  letter == '.' || letter == '-' || letter == ':';
         });
}

void read_intake(Section& section, Config& config) {
  const auto word = section.text("intake");
  if (!word) return;
  if (*word != intake_here && !is_origin(*word))
    section.wrong("intake", "\"here\", https://example.org");
  config.publish.intake = *word;
}

// An address of version 3, however it is written.
void read_onion(Section& section, Config& config) {
  auto word = section.text("onion");
  if (!word) return;
  constexpr std::size_t letters = 56;
  std::string_view host = *word;
  if (host.starts_with("http://")) host.remove_prefix(7);
  if (host.ends_with('/')) host.remove_suffix(1);
  const bool is_onion =
      host.size() == letters + 6 && host.ends_with(".onion") &&
      std::all_of(host.begin(), host.begin() + letters, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '2' && letter <= '7');
      });
  if (!is_onion)
    section.wrong("onion", "http://yourownaddressyourownaddressyourownaddressyourownaddress.onion");
  config.publish.onion = "http://" + std::string(host);
}

// "required" is the only word: a consent that is misspelt would open.
void read_consent(Section& section, Config& config) {
  const auto word = section.text("consent");
  if (!word) return;
  if (*word != "required") section.wrong("consent", "\"required\"");
  config.publish.needs_consent = true;
}

// One line, which stands on every page.
void read_contact(Section& section, Config& config) {
  const auto contact = section.text("contact");
  if (!contact) return;
  constexpr std::size_t letters_max = 300;
  const bool is_line = std::none_of(contact->begin(), contact->end(), [](char letter) {
    return static_cast<unsigned char>(letter) < 32 || letter == 127;
  });
  if (!is_line || contact->size() > letters_max) section.wrong("contact", "office@example.org");
  config.publish.contact = *contact;
}

std::vector<Option<Config>> publishing() {
  std::vector<Option<Config>> all;
  // Where the site stands changes no page of it; that it is not there is seen by its mark.
  const auto site = [](auto& of) -> auto& { return of.publish.site; };
  all.push_back(option<Config>("site", Step::no_step, site)
                    .shown("\"site\"", message("the folder of the site")));
  all.back().read = read_site;
  const auto pages = [](auto& of) -> auto& { return of.publish.register_pages; };
  all.push_back(option<Config>("register", Step::publish, pages)
                    .shown("true", message("false: no pages about persons")));
  all.push_back(option<Config>(
      "overlap", Step::publish, [](auto& of) -> auto& { return of.publish.overlap; }));
  const auto url = [](auto& of) -> auto& { return of.publish.url; };
  all.push_back(option<Config>("url", Step::publish, url)
                    .shown("\"https://example.org/count/\"",
                           message("where the site will stand, for cards and feeds; otherwise it "
                                   "may stand anywhere")));
  all.back().read = read_url;
  const auto consent = [](auto& of) -> auto& { return of.publish.needs_consent; };
  all.push_back(option<Config>("consent", Step::publish, consent)
                    .shown("\"required\"",
                           message("nothing about the dead either without the consent of their "
                                   "families")));
  all.back().read = read_consent;
  all.back().written = Written::text;
  const auto held_on = [](auto& of) -> auto& { return of.publish.held_on; };
  all.push_back(option<Config>("held_on", Step::publish, held_on)
                    .shown("\"2014-12-16\"",
                           message("the day for which prisoners and demands are shown; otherwise "
                                   "the newest public one")));
  all.back().read = read_held_on;
  const auto contact = [](auto& of) -> auto& { return of.publish.contact; };
  all.push_back(option<Config>("contact", Step::publish, contact)
                    .shown("\"office@example.org\"",
                           message("how whoever finds a mistake on a page reaches you: an address "
                                   "of e-mail or of the web, or a line of text")));
  all.back().read = read_contact;
  const auto intake = [](auto& of) -> auto& { return of.publish.intake; };
  all.push_back(option<Config>("intake", Step::publish, intake)
                    .shown("\"here\"",
                           message("where comments and testimony are taken: \"here\" where `sanaq "
                                   "serve --public` serves this site, or its address, such as "
                                   "https://example.org; otherwise nothing is taken")));
  all.back().read = read_intake;
  const auto onion = [](auto& of) -> auto& { return of.publish.onion; };
  all.push_back(
      option<Config>("onion", Step::publish, onion)
          .shown("\"http://yourownaddressyourownaddressyourownaddressyourownaddress.onion\"",
                 message("the address of the same server in Tor, printed beside the way "
                         "to it")));
  all.back().read = read_onion;
  all.push_back(option<Config>(
                    "origin", Step::publish, [](auto& of) -> auto& { return of.publish.origin; })
                    .shown("\"example.org/my-count\"",
                           message("the name of the public log, for ever; otherwise made from its "
                                   "first key")));
  all.push_back(option<Config>(
                    "keep", Step::publish, [](auto& of) -> auto& { return of.publish.keep; })
                    .shown("[\"robots.txt\", \".well-known/\"]",
                           message("files of others in the site, which the public log names and "
                                   "does not judge")));
  return all;
}

template <typename Owner>
Json values_of(const std::vector<Option<Owner>>& options, const Owner& owner, Step step) {
  Json values = Json::object();
  for (const Option<Owner>& each : options) {
    if (each.step == step) values[std::string(each.key)] = each.value(owner);
  }
  return values;
}

template <typename Owner>
Json array_of(const std::vector<Option<Owner>>& options, const std::vector<Owner>& owners,
              Step step) {
  Json all = Json::array();
  for (const Owner& owner : owners) all.push_back(values_of(options, owner, step));
  return all;
}

}  // namespace

const std::vector<Option<Config>>& first_options() {
  static const std::vector<Option<Config>> all = {
      option<Config>(
          "title", Step::publish, [](auto& of) -> auto& { return of.title; }),
      option<Config>(
          "about", Step::publish, [](auto& of) -> auto& { return of.about; })
          .shown(message("\"One or two sentences for the first page: what happened, where, "
                         "when.\"")
                     .id),
      {"languages", Step::publish, read_languages,
       [](const Config& config) { return Json(config.languages); }},
      option<Config>(
          "invented", Step::publish, [](auto& of) -> auto& { return of.is_invented; })};
  return all;
}

const std::vector<Option<Config>>& serve_options() {
  static const std::vector<Option<Config>> all = {
      option<Config>(
          "index", Step::no_step, [](auto& of) -> auto& { return of.serve.index; })
          .shown("true", message("false: names are not written to .sanaq to be searched; the index "
                                 "is made anew in memory"))};
  return all;
}

const std::vector<Option<Config>>& words_options() {
  static const std::vector<Option<Config>> all = {
      option<Config>(
          "nobody", Step::ingest, [](auto& of) -> auto& { return of.nobody_words; })
          .shown(message("[\"John Placeholder\", \"б/о\"]").id)};
  return all;
}

const std::vector<Option<Config>>& publish_options() {
  static const std::vector<Option<Config>> all = publishing();
  return all;
}

Json options_json(const Config& config, Step step) {
  return {{"first", values_of(first_options(), config, step)},
          {"scope", values_of(scope_options(), config.scope, step)},
          {"list", array_of(list_options(), config.lists, step)},
          {"table", array_of(table_options(), config.tables, step)},
          {"serve", values_of(serve_options(), config, step)},
          {"words", values_of(words_options(), config, step)},
          {"link", values_of(link_options(), config, step)},
          {"estimate", values_of(estimate_options(), config, step)},
          {"publish", values_of(publish_options(), config, step)}};
}

}  // namespace sanaq::settings
