#include "sanaq/ledger/body_schema.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ledger/a_body.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

std::string said(std::string_view kind, const json& body) {
  const auto problem = body_problem(kind, body);
  return problem ? problem->reason.english() : "";
}

std::string type_text(const Form& form) {
  std::string text;
  switch (form.shape) {
    case Shape::text:
      text = "text";
      for (const std::string_view word : form.words)
        text += (word == form.words.front() ? " (`" : ", `") + std::string(word) + "`";
      return text + (form.words.empty() ? "" : ")");
    case Shape::hash:
      return "hash";
    case Shape::identity:
      return "identity";
    case Shape::count:
      return "count";
    case Shape::place:
      return "place";
    case Shape::flag:
      return "flag";
    case Shape::evidence_file:
      return "evidence file";
    case Shape::object:
      for (const Field& field : form.fields)
        text += (text.empty() ? "`" : ", `") + std::string(field.name) + "`";
      return "object {" + text + "}";
    case Shape::list:
      return "list of " + type_text(*form.each) + (form.members_min > 0 ? ", not empty" : "");
    case Shape::by_name:
      return type_text(*form.each) + " by name";
    case Shape::by_writer:
      return type_text(*form.each) + " by writer";
  }
  return "";
}

// As docs/formats/ledger-bodies.md has it.
std::string table_of(std::span<const Field> fields) {
  std::string table = "| field | type | |\n|---|---|---|\n";
  for (const Field& field : fields)
    table += "| `" + std::string(field.name) + "` | " + type_text(field.form) + " | " +
             (field.is_required ? "must |\n" : "|\n");
  return table + "\n";
}

void expect_sorted(std::span<const Field> fields) {
  EXPECT_TRUE(
      std::is_sorted(fields.begin(), fields.end(),
                     [](const Field& left, const Field& right) { return left.name < right.name; }));
  for (const Field& field : fields) {
    expect_sorted(field.form.fields);
    if (field.form.each != nullptr) expect_sorted(field.form.each->fields);
  }
}

}  // namespace

TEST(BodySchema, EveryKindHasAFormAndItsFieldsAreSorted) {
  for (const char* kind :
       {"key", "checkpoint", "document", "list", "decision", "statement", "retraction", "erasure",
        "run", "publication", "comment", "testimony", "secret"}) {
    EXPECT_TRUE(is_known_kind(kind));
    EXPECT_TRUE(std::any_of(body_forms().begin(), body_forms().end(), [&](const BodyForm& form) {
      return form.kind == kind;
    })) << kind;
  }
  for (const BodyForm& form : body_forms()) expect_sorted(form.fields);
}

TEST(BodySchema, ABodyWithAllItsFieldsFitsAndSoDoesOneWithThoseAloneThatMustBeThere) {
  for (const BodyForm& form : body_forms()) {
    for (const bool with_all : {true, false}) {
      const json body = a_body(form, with_all);
      EXPECT_EQ(said(form.kind, body), "") << body.dump();
      EXPECT_EQ(unknown_in(form.kind, body), std::nullopt) << body.dump();
    }
  }
}

TEST(BodySchema, WrongTypesAreNamedByTheirField) {
  const std::string nothing = "this body counts for nothing: ";
  EXPECT_EQ(said("statement", {{"subject", 5}, {"property", "dead"}}),
            nothing + "subject is not a text");
  EXPECT_EQ(said("statement", {{"property", "dead"}}), nothing + "subject is missing");
  EXPECT_EQ(said("run", {{"verb", 7}}), nothing + "verb is not a text");
  EXPECT_EQ(said("erasure", {{"entry", {{"seq", -1}, {"writer", std::string(64, 'a')}}}}),
            nothing + "entry.seq is not a whole number from 1 on");
  EXPECT_EQ(said("erasure", {{"entry", {{"seq", 1.5}, {"writer", std::string(64, 'a')}}}}),
            nothing + "entry.seq is not a whole number from 1 on");
  EXPECT_EQ(said("retraction", {{"entry", "3f9a:7"}}), nothing + "entry is not an object");
  EXPECT_EQ(said("decision", {{"decision", "same"}, {"records", {5, 6}}}),
            nothing + "records is not 32 hex digits");
  EXPECT_EQ(said("decision", {{"decision", "same"}, {"records", json::array()}}),
            nothing + "records is empty");
  EXPECT_EQ(said("checkpoint", {{"heads", {{"a", 1}}}, {"signature", "x"}}),
            nothing + "a name in heads is not 64 hex digits");
  EXPECT_EQ(said("secret", {{"secret", "abc"}}), nothing + "secret is not 64 hex digits");
  EXPECT_EQ(said("key", {{"event", 5}}), nothing + "event is not a text");
  EXPECT_EQ(said("statement", json::array()), nothing + "body is not an object");
}

TEST(BodySchema, ADocumentsFileIsItsOwnHashInEvidence) {
  const std::string hash(64, 'a');
  const auto body = [&](const std::string& file) { return json{{"file", file}, {"sha256", hash}}; };
  EXPECT_EQ(body_problem("document", body("evidence/" + hash + ".JPG")), std::nullopt);
  for (const std::string& file :
       {std::string("../../.ssh/id"), "evidence/" + std::string(64, 'b'), "evidence/" + hash + "/x",
        "evidence/" + hash + "\\..\\x", "evidence/../" + hash, "/" + hash, hash})
    EXPECT_NE(body_problem("document", body(file)), std::nullopt) << file;
}

TEST(BodySchema, WhatALaterVersionSaysMoreFitsAndIsNamed) {
  EXPECT_EQ(unknown_in("statement", {{"subject", "s"}, {"property", "p"}, {"mood", 5}}), "mood");
  EXPECT_EQ(
      unknown_in("statement", {{"subject", "s"}, {"property", "p"}, {"visibility", "friends"}}),
      "visibility");
  EXPECT_EQ(unknown_in("erasure",
                       {{"entry", {{"seq", 1}, {"writer", std::string(64, 'a')}, {"page", 7}}}}),
            "entry.page");
  EXPECT_EQ(unknown_in("testimony", {{"intake", std::string(64, 'a')},
                                     {"keeps", std::string(64, 'b')},
                                     {"anything", {1, 2}}}),
            "anything");
}

TEST(BodySchema, ThePageOfTheFormatHasTheSameTables) {
  const std::string page =
      base::read_file(std::string(SANAQ_SOURCE_DIR) + "/docs/formats/ledger-bodies.md");
  for (const BodyForm& form : body_forms()) {
    const std::size_t at = page.find(table_of(form.fields));
    ASSERT_NE(at, page.npos) << form.kind << " " << form.word << "\n" << table_of(form.fields);
    // Under a heading of its kind, or of its word.
    const std::string before = page.substr(0, at);
    const std::string heading = before.substr(before.rfind("\n#"));
    const std::string_view told = form.word.empty() ? form.tell : form.word;
    const std::string named = "`" + std::string(told.empty() ? form.kind : told) + "`";
    EXPECT_TRUE(heading.find(named) != heading.npos || heading.find("any other") != heading.npos)
        << heading << named;
  }
  EXPECT_NE(page.find("67,108,864 bytes"), page.npos);
  EXPECT_EQ(body_bytes_max, 67'108'864U);
}

TEST(BodySchema, AnAbsurdlyLongBodyIsNotRead) {
  const std::string body =
      R"({"property":"p","subject":")" + std::string(body_bytes_max, 'x') + "\"}";
  ASSERT_TRUE(body_text_problem("statement", body));
  EXPECT_FALSE(body_text_problem("statement", R"({"property":"p","subject":"s"})"));
}

}  // namespace sanaq::ledger
