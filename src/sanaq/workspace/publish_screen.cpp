#include "sanaq/workspace/publish_screen.h"

#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/answers/publish_changes.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/draw/markup.h"
#include "sanaq/investigation/glance.h"
#include "sanaq/pages/page_template.h"
#include "sanaq/report/json_text.h"
#include "sanaq/workspace/field_words.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

using base::message;
using publish::Change;
using publish::ChangedThing;
using publish::ChangeKind;

// So many persons are shown one by one; the rest are counted.
constexpr std::size_t groups_shown = 200;

// What stands of one person, by the address, in the order of the downloads.
using FactsOfPersons = std::map<std::string, std::vector<const publish::FactChange*>>;

FactsOfPersons facts_of_persons(const std::vector<publish::FactChange>& facts) {
  constexpr std::string_view person = "person:";
  FactsOfPersons of;
  for (const publish::FactChange& fact : facts)
    if (fact.subject.starts_with(person)) of[fact.subject.substr(person.size())].push_back(&fact);
  return of;
}

// "hospital: name" in the words of the reader's language.
std::string column_that_leaves(const std::string& column, const draw::Voice& voice) {
  constexpr std::string_view between = ": ";
  const std::size_t at = column.rfind(between);
  if (at == std::string::npos) return column;
  const std::size_t name = at + between.size();
  return column.substr(0, name) + column_title(voice, column.substr(name));
}

// All changes of one person, statement or document.
struct Group {
  ChangedThing thing = ChangedThing::person;
  std::string id, name;
  std::vector<const Change*> changes;
};

std::vector<Group> groups_of(const publish::Changes& changes) {
  std::vector<Group> groups;
  std::map<std::pair<ChangedThing, std::string>, std::size_t> place;
  for (const Change& change : changes.changes) {
    const auto [found, is_new] = place.emplace(std::pair(change.thing, change.id), groups.size());
    if (is_new) groups.push_back({change.thing, change.id, "", {}});
    Group& group = groups[found->second];
    if (change.what.empty()) group.name = change.now.empty() ? change.before : change.now;
    group.changes.push_back(&change);
  }
  return groups;
}

std::string kind_words(ChangeKind kind, const draw::Voice& voice) {
  switch (kind) {
    case ChangeKind::added:
      return voice.say("newly public");
    case ChangeKind::changed:
      return voice.say("changed");
    case ChangeKind::gone:
      break;
  }
  return voice.say("gone");
}

std::string thing_words(ChangedThing thing, const draw::Voice& voice) {
  switch (thing) {
    case ChangedThing::person:
      return voice.say("person");
    case ChangedThing::statement:
      return voice.say("statement");
    case ChangedThing::document:
      break;
  }
  return voice.say("file");
}

Data change_data(const Change& change, const draw::Voice& voice) {
  Data item;
  item.set("kind", kind_words(change.kind, voice));
  item.set("what", change.what);
  item.set("has_what", !change.what.empty());  // otherwise the whole person, who is named above
  item.set("was", change.kind == ChangeKind::added ? std::string() : change.before);
  item.set("has_was", change.kind != ChangeKind::added && !change.before.empty());
  item.set("now", change.kind == ChangeKind::gone ? std::string() : change.now);
  item.set("has_now", change.kind != ChangeKind::gone && !change.now.empty());
  return item;
}

// Of a person who is new or gone as a whole every fact; what changes of others stands with it.
Data facts_data(const Group& group, const FactsOfPersons& facts, const draw::Voice& voice) {
  const auto found = facts.find(group.id);
  const bool is_whole = group.thing == ChangedThing::person && group.changes.size() == 1 &&
                        group.changes.front()->what.empty();
  static const std::vector<const publish::FactChange*> none;
  return pages::data_list(is_whole && found != facts.end() ? found->second : none,
                          [&](const publish::FactChange* fact) {
                            Data item;
                            item.set("property", column_title(voice, fact->property));
                            item.set("value", draw::harmless(fact->value));
                            return item;
                          });
}

void set_groups(Data& data, const publish::Report& report, const draw::Voice& voice) {
  const FactsOfPersons facts = facts_of_persons(report.facts);
  std::vector<Group> groups = groups_of(report.changes);
  const std::size_t all = groups.size();
  if (all > groups_shown) groups.resize(groups_shown);
  data.set("has_groups", all > 0);
  data.set("has_more", all > groups.size());
  data.set("more", voice.count("{} more is not shown here", "{} more are not shown here",
                               static_cast<std::int64_t>(all - groups.size())));
  data.set("groups", pages::data_list(groups, [&](const Group& group) {
             Data item;
             item.set("thing", thing_words(group.thing, voice));
             item.set("name", group.name.empty() ? group.id : group.name);
             item.set("facts", facts_data(group, facts, voice));
             item.set("changes", pages::data_list(group.changes, [&](const Change* change) {
                        return change_data(*change, voice);
                      }));
             return item;
           }));
}

Data sentence_list(const std::vector<base::Message>& sentences, const draw::Voice& voice) {
  return pages::data_list(sentences, [&](const base::Message& sentence) {
    Data item;
    item.set("text", voice.say_isolating(sentence));
    return item;
  });
}

void set_report(Data& data, const publish::Report& report, const draw::Voice& voice) {
  data.set("digest", report.pages_digest);
  data.set("is_first", report.opening.is_first);
  data.set("needs_title", publish::needs_a_yes(report.opening));
  data.set("facts", voice.count("{} fact about persons would be opened to everybody",
                                "{} facts about persons would be opened to everybody",
                                report.opening.facts));
  data.set("has_columns", !report.public_columns.empty());
  data.set("columns", pages::data_list(report.public_columns, [&](const std::string& column) {
             Data item;
             item.set("name", column_that_leaves(column, voice));
             return item;
           }));
  data.set("has_warnings", !report.warnings.empty());
  data.set("warnings", sentence_list(report.warnings, voice));
  data.set("files", voice.say(message("pages and files: new {}, changed {}, gone {}",
                                      report.changes.files_added, report.changes.files_changed,
                                      report.changes.files_gone)));
  data.set(
      "has_differences",
      report.changes.files_added + report.changes.files_changed + report.changes.files_gone > 0);
  set_groups(data, report, voice);
}

// What was typed and is to stand there again, and what was wrong with it.
struct Typed {
  std::string title, public_reason;
  base::Message wrong = {};
};

http::Response publish_page(const Visit& visit, Bench& bench, const Typed& typed) {
  const draw::Voice& voice = visit.voice;
  const investigation::Glance glance = investigation::glance(bench.folder());
  const SitePreview preview = bench.site_preview();
  Data data;
  data.set("title", glance.title);
  data.set("csrf", csrf_field(visit, "/publish"));
  data.set("csrf_count", csrf_field(visit, "/count"));
  data.set("is_making", preview.is_being_made || (!preview.report && !preview.why_not &&
                                                  bench.behind() == Behind::unknown));
  data.set("must_count", bench.behind() != Behind::nothing && bench.behind() != Behind::unknown);
  data.set("has_report", preview.report != nullptr);
  data.set("has_why_not", preview.why_not.has_value());
  data.set("why_not", preview.why_not ? voice.say_isolating(*preview.why_not) : std::string());
  const bool is_there =
      !preview.folder.empty() && base::file_exists(base::join(preview.folder, "index.html"));
  data.set("is_there", is_there);
  data.set("address",
           preview.folder.empty() ? std::string() : base::join(preview.folder, "index.html"));
  data.set("typed", typed.title);
  data.set("public_reason", typed.public_reason);
  data.set("is_wrong", !typed.wrong.id.empty());
  data.set("wrong", typed.wrong.id.empty() ? std::string() : voice.say_isolating(typed.wrong));
  if (preview.report) set_report(data, *preview.report, voice);
  return page(visit, bench,
              {voice.say("Publishing"), "publish", typed.wrong.id.empty() ? 200 : 422}, "publish",
              data);
}

}  // namespace

http::Response show_publish(const Visit& visit, Bench& bench) {
  return publish_page(visit, bench, {});
}

http::Response publish_json(const Visit& /*visit*/, Bench& bench) {
  const SitePreview preview = bench.site_preview();
  http::Response response;
  response.type = "application/json";
  response.body = preview.report ? report::json_text(answers::changes_json(preview.report->facts))
                                 : std::string("null\n");
  return response;
}

http::Response begin_publish(const Visit& visit, Bench& bench) {
  const SitePreview preview = bench.site_preview();
  const Typed typed{visit.form.value("title"), visit.form.value("public_reason")};
  if (!preview.report || preview.report->pages_digest != visit.form.value("digest"))
    throw base::Error(base::Kind::conflict,
                      message("What would be public is not what was shown to you. Look at it again "
                              "and press the button there; nothing was published."));
  std::vector<std::string> words;
  if (publish::needs_a_yes(preview.report->opening)) {
    if (typed.title != investigation::glance(bench.folder()).title) {
      Typed wrong = typed;
      wrong.wrong = message(
          "This is not the title. Write it as it stands above; nothing was "
          "published.");
      return publish_page(visit, bench, wrong);
    }
    words.emplace_back("--yes");
  }
  // One word, so that a reason cannot be taken for a flag.
  if (!typed.public_reason.empty()) words.push_back("--public-reason=" + typed.public_reason);
  const Job job = bench.begin("publish", "publish", words);
  return http::see_other("/jobs/" + std::to_string(job.id));
}

}  // namespace sanaq::workspace
