#include "sanaq/ledger/key_events.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sanaq::ledger {
namespace {

using nlohmann::json;

Entry an_entry(std::int64_t seq, bool is_signed) {
  Entry entry;
  entry.writer = std::string(64, 'a');
  entry.seq = seq;
  if (is_signed) entry.sig = "present";
  return entry;
}

TEST(KeyEvents, ReadsBackEveryKindAsItIsEntered) {
  const std::string hash(64, 'b'), other(64, 'c'), writer(64, 'a');
  for (const KeyEventKind kind :
       {KeyEventKind::replaced, KeyEventKind::lost, KeyEventKind::revoked, KeyEventKind::founded,
        KeyEventKind::begun, KeyEventKind::member, KeyEventKind::voice, KeyEventKind::confirmed,
        KeyEventKind::recovered, KeyEventKind::lifted, KeyEventKind::overruled,
        KeyEventKind::vouched, KeyEventKind::joined}) {
    KeyEvent event;
    event.kind = kind;
    const bool is_of_the_writer = kind == KeyEventKind::replaced || kind == KeyEventKind::founded ||
                                  kind == KeyEventKind::begun || kind == KeyEventKind::recovered;
    if (kind != KeyEventKind::joined && kind != KeyEventKind::overruled)
      event.key = is_of_the_writer ? writer : hash;
    if (kind != KeyEventKind::founded) event.investigation = other;
    event.by = "A. Tester";
    event.reason = "a test";
    switch (kind) {
      case KeyEventKind::replaced:
        event.successor = hash;
        event.last_believed = 7;
        break;
      case KeyEventKind::lost:
      case KeyEventKind::revoked:
        event.last_believed = 3;
        event.keeps = {other};
        break;
      case KeyEventKind::founded:
        event.nonce = other;
        event.recovery = hash;
        event.name = "An office";
        break;
      case KeyEventKind::begun:
        event.same = hash;
        event.same_signature = "signature";
        break;
      case KeyEventKind::member:
        event.began = other;
        event.name = "An office";
        break;
      case KeyEventKind::recovered:
        event.of = hash;
        event.last_believed = 2;
        event.recovery_signature = "signature";
        break;
      case KeyEventKind::overruled:
        event.entry = EntryPlace{hash, 4};
        break;
      case KeyEventKind::vouched:
        event.last_believed = 4;
        event.self = other;
        break;
      case KeyEventKind::voice:
      case KeyEventKind::confirmed:
      case KeyEventKind::lifted:
      case KeyEventKind::joined:
        break;
    }
    const json body = body_of(event);
    const auto read = key_event_of(an_entry(7, true), body);
    ASSERT_TRUE(read) << word_of(kind);
    EXPECT_EQ(read->kind, kind);
    EXPECT_EQ(body_of(*read), body) << word_of(kind);
    EXPECT_EQ(read->place, (EntryPlace{writer, 7}));
  }
}

// Each field of a good body made of another type, or taken out where it is needed.
TEST(KeyEvents, ABodyOfWrongTypesIsNoEvent) {
  const std::string hash(64, 'b'), other(64, 'c');
  const std::vector<json> good = {
      {{"event", "revoked"}, {"public", hash}, {"last", 3}, {"investigation", other}},
      {{"event", "member"}, {"public", hash}, {"began", other}, {"investigation", other}},
      {{"event", "overruled"}, {"entry", {{"writer", hash}, {"seq", 4}}}, {"investigation", other}},
      {{"event", "vouched"},
       {"public", hash},
       {"last", 3},
       {"self", other},
       {"investigation", other}},
      {{"event", "joined"}, {"investigation", other}}};
  for (const json& body : good) {
    ASSERT_TRUE(key_event_of(an_entry(7, true), body)) << body;
    for (const auto& [name, value] : body.items()) {
      for (const json& wrong : {json(-1), json(5.5), json("five"), json::array({1}), json(nullptr),
                                json(true), json(18446744073709551615U), json::object()}) {
        json damaged = body;
        damaged[name] = wrong;
        EXPECT_FALSE(key_event_of(an_entry(7, true), damaged)) << damaged;
      }
      json without = body;
      without.erase(name);
      EXPECT_FALSE(key_event_of(an_entry(7, true), without)) << without;
    }
    for (const char* optional : {"by", "reason"}) {
      json damaged = body;
      damaged[optional] = 5;
      EXPECT_FALSE(key_event_of(an_entry(7, true), damaged)) << damaged;
    }
  }
  for (const json& body : {json(5), json("revoked"), json::array(), json(nullptr)})
    EXPECT_FALSE(key_event_of(an_entry(7, true), body)) << body;
}

TEST(KeyEvents, WhatIsOfFormat2IsNoEventWithoutASignature) {
  const std::string hash(64, 'b');
  const json body = {
      {"event", "member"}, {"public", hash}, {"began", hash}, {"investigation", hash}};
  EXPECT_TRUE(key_event_of(an_entry(7, true), body));
  EXPECT_FALSE(key_event_of(an_entry(7, false), body));
  const json old = {{"event", "lost"}, {"public", hash}, {"last", 3}, {"signature", "text"}};
  EXPECT_TRUE(key_event_of(an_entry(7, false), old));
  EXPECT_FALSE(key_event_of(an_entry(7, true), old));  // it does not say for which id
  EXPECT_FALSE(key_event_of(an_entry(1, false), {{"format", 1}, {"name", "A"}, {"public", hash}}));
}

TEST(KeyEvents, AKeyEndsItsOwnChainWithTheVeryEntryThatNamesTheNextOne) {
  const std::string hash(64, 'b');
  json body = {{"event", "replaced"},
               {"public", std::string(64, 'a')},
               {"last", 7},
               {"successor", hash},
               {"investigation", hash}};
  EXPECT_TRUE(key_event_of(an_entry(7, true), body));
  EXPECT_FALSE(key_event_of(an_entry(8, true), body));
  body["public"] = hash;
  EXPECT_FALSE(key_event_of(an_entry(7, true), body));
}

}  // namespace
}  // namespace sanaq::ledger
