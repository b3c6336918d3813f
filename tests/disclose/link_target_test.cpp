#include "sanaq/disclose/link_target.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace sanaq::disclose {
namespace {

std::string page(const std::string& target) {
  const LinkTarget to = link_target(target);
  return to.kind == TargetKind::page ? to.text : "not a page: " + to.text;
}

}  // namespace

TEST(LinkTarget, TheThreeSchemesLeave) {
  for (const char* target :
       {"http://example.org", "https://example.org/a?b=c#d", "mailto:a@example.org",
        "HTTPS://example.org/", "https://xn--e1afmkfd.example/", "https://[2001:db8::1]/"})
    EXPECT_EQ(link_target(target).kind, TargetKind::outside) << target;
  EXPECT_EQ(link_target("HTTPS://example.org/").text, "https://example.org/");
  EXPECT_EQ(link_target("#top").kind, TargetKind::anchor);
}

TEST(LinkTarget, WhatABrowserCouldRunOrAskElsewhereDoesNot) {
  for (const char* target : {"javascript:alert(1)",
                             "JaVaScRiPt:alert(1)",
                             "java\tscript:alert(1)",
                             "\x01javascript:alert(1)",
                             " javascript:alert(1)",
                             "data:text/html,x",
                             "vbscript:x",
                             "file:///etc/passwd",
                             "ftp://example.org",
                             "blob:x",
                             "//example.org/x",
                             "/absolute",
                             "\\\\example.org\\x",
                             "/\\example.org",
                             "https:example.org",
                             "https:///x",
                             "http://",
                             "https://user:pass@example.org/",
                             "https://example.org\\@evil.example/",
                             "mailto:nobody",
                             "https://example.org/\u202Egpj.exe",
                             "https://example.org/<x>",
                             ""})
    EXPECT_EQ(link_target(target).kind, TargetKind::refused) << target;
}

TEST(LinkTarget, PathsStayWithinTheSite) {
  EXPECT_EQ(page("other.html"), "articles/other.html");
  EXPECT_EQ(page("../case.html#x"), "case.html#x");
  EXPECT_EQ(page("./../person/../lists.html"), "lists.html");
  EXPECT_EQ(page("three-years.en.md"), "articles/three-years.html");
  for (const char* target :
       {"../../x.html", "../../../etc/passwd", "a/../../../x", "%2e%2e/%2e%2e/x.html",
        "..%2f..%2fx.html", "%5c..%5cx", "x.html%00.png", "x.html?y=1", "a%zz", ".."})
    EXPECT_EQ(link_target(target).kind, TargetKind::refused) << target;
}

TEST(LinkTarget, FilesAreThoseOfTheFolderItself) {
  EXPECT_EQ(link_target("files/photo.jpg").kind, TargetKind::file);
  EXPECT_EQ(link_target("files/photo.jpg").text, "photo.jpg");
  EXPECT_EQ(link_target("files/a%20b.jpg").text, "a b.jpg");
  EXPECT_EQ(link_target("files/a b.jpg").text, "a b.jpg");
  EXPECT_EQ(link_target("files/\u0436.jpg").text, "\u0436.jpg");
  for (const char* target : {"files/sub/photo.jpg", "files/..%5cx.jpg"})
    EXPECT_EQ(link_target(target).kind, TargetKind::refused) << target;
  EXPECT_EQ(page("files/../x.html"), "articles/x.html");
}

// Whatever is typed: what leaves begins as it may, or lies below the root.
RC_GTEST_PROP(LinkTarget, NothingElseLeaves, ()) {
  const auto target = *rc::gen::container<std::string>(rc::gen::element(
      'a', 'h', 't', 'p', 's', ':', '/', '.', '\\', '%', '2', 'e', 'f', '#', '?', '@', '\t', ' '));
  const LinkTarget to = link_target(target);
  if (to.kind == TargetKind::outside)
    RC_ASSERT(to.text.starts_with("http://") || to.text.starts_with("https://") ||
              to.text.starts_with("mailto:"));
  if (to.kind == TargetKind::page) {
    const std::string path = to.text.substr(0, to.text.find('#'));
    RC_ASSERT(!path.empty() && path.front() != '/');
    RC_ASSERT(path.find(':') == path.npos);
    RC_ASSERT(("/" + path + "/").find("/../") == path.npos);
  }
  if (to.kind == TargetKind::file) RC_ASSERT(to.text.find('/') == to.text.npos);
}

}  // namespace sanaq::disclose
