#include "sanaq/log/note.h"

#include <gtest/gtest.h>

#include "help/note_signer.h"
#include "sanaq/base/files.h"
#include "sanaq/log/log_checkpoint.h"
#include "sanaq/log/tree_builder.h"

namespace sanaq::log {
namespace {

// From the documentation of golang.org/x/mod/sumdb/note: made by another tool.
constexpr const char* go_vkey =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr const char* go_note =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\xE2\x80\x94 PeterNeumann "
    "x08go/ZJkuBS9UG/"
    "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

}  // namespace

TEST(Note, OneThatAnotherToolSignedHolds) {
  const auto key = parse_vkey(go_vkey);
  const auto note = parse_note(go_note);
  ASSERT_TRUE(key && note);
  EXPECT_EQ(signed_by(*note, *key), Signed::yes);
  EXPECT_EQ(note_text(*note), go_note);
  Note altered = *note;
  altered.text[0] = 'i';
  EXPECT_EQ(signed_by(altered, *key), Signed::falsely);
}

TEST(Note, IsReadBackWithSignaturesOfUnknownTypes) {
  const help::NoteSigner signer("example.org/count", ed25519_type, 1);
  Note note{"text\n\nmore\n", {}};
  note.signatures.push_back({"somebody.example", "\xFF\xFF\xFF\xFFunknown"});
  note.signatures.push_back(sign_note(signer.key, note.text, signer.sign));
  const auto read = parse_note(note_text(note));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, note);
  EXPECT_EQ(signed_by(*read, signer.key), Signed::yes);
  const help::NoteSigner other("example.org/count", ed25519_type, 2);
  EXPECT_EQ(signed_by(*read, other.key), Signed::not_by);
}

TEST(Note, WhatIsNoneIsRefused) {
  for (const char* text :
       {"", "text\n", "text\n\n", "text\n\n- name AAAAAAAA\n", "text\n\n\xE2\x80\x94 name AAAAAAAA",
        "text\n\n\xE2\x80\x94 na+me AAAAAAAA\n", "text\n\n\xE2\x80\x94 name AAAA\n",
        "te\txt\n\n\xE2\x80\x94 name AAAAAAAA\n"})
    EXPECT_FALSE(parse_note(text)) << text;
  EXPECT_TRUE(parse_note("text\n\n\xE2\x80\x94 name AAAAAAAA\n"));
}

TEST(Note, AVkeyIsReadBackAndAnyOtherIsRefused) {
  const help::NoteSigner signer("example.org/count", cosignature_type, 1);
  const std::string text = vkey_text(signer.key);
  ASSERT_TRUE(parse_vkey(text));
  EXPECT_EQ(*parse_vkey(text), signer.key);
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string altered = text;
    altered[at] = altered[at] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(parse_vkey(altered)) << altered;
  }
  EXPECT_FALSE(parse_vkey(vkey_text({"name", 0x02, std::string(32, 'x')})));
}

TEST(Note, ACosignatureHasItsTimeAndIsNoOrdinarySignature) {
  const help::NoteSigner witness("witness.example", cosignature_type, 3);
  Note note{"origin\n1\nroot\n", {}};
  note.signatures.push_back(cosign_note(witness.key, note.text, 1679315147, witness.sign));
  EXPECT_EQ(cosigned_at(note, witness.key), 1679315147);
  NoteKey plain = witness.key;
  plain.type = ed25519_type;
  EXPECT_EQ(signed_by(note, plain), Signed::not_by);
  note.signatures[0].bytes[11] ^= 1;  // the last byte of the time
  EXPECT_EQ(signed_by(note, witness.key), Signed::falsely);
  EXPECT_FALSE(cosigned_at(note, witness.key));
}

// Written by tools/check-log-with-another --vectors: key, key of a witness, note.
TEST(Note, ACheckpointThatAnotherToolSignedAndWitnessedHoldsAndHasItsRoot) {
  const std::string file =
      base::read_file(std::string(SANAQ_SOURCE_DIR) + "/tests/log/note-by-another-tool.txt");
  const std::size_t first = file.find('\n'), second = file.find('\n', first + 1);
  const auto key = parse_vkey(file.substr(0, first));
  const auto witness = parse_vkey(file.substr(first + 1, second - first - 1));
  const auto note = parse_note(file.substr(second + 1));
  ASSERT_TRUE(key && witness && note);
  EXPECT_EQ(signed_by(*note, *key), Signed::yes);
  EXPECT_GT(cosigned_at(*note, *witness).value_or(0), 1'700'000'000);
  EXPECT_EQ(note_text(*note), file.substr(second + 1));
  const auto checkpoint = parse_checkpoint(note->text);
  ASSERT_TRUE(checkpoint);
  TreeBuilder tree([](const Tile&, const std::string&) {});
  for (std::uint64_t index = 0; index < checkpoint->size; ++index)
    tree.add("entry " + std::to_string(index));
  EXPECT_EQ(tree.finish(), checkpoint->root);
}

TEST(Note, NamesOfKeysHaveNoSpacesAndNoPlus) {
  EXPECT_TRUE(is_key_name("sanaq/0123456789abcdef"));
  EXPECT_TRUE(is_key_name("санақ.example"));
  for (const char* name : {"", "a b", "a+b", "a\nb",
                           "a\xC2\xA0"
                           "b",
                           "a\xE2\x80\xA8"})
    EXPECT_FALSE(is_key_name(name)) << name;
}

}  // namespace sanaq::log
