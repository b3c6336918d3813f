#include "sanaq/publish/evidence_export.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/whole_folder.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/pages/page_template.h"

namespace sanaq::publish {
namespace {

using base::message;

std::string path_of(const disclose::PublicDocument& document) {
  return "documents/" + base::file_name(document.file);
}

pages::Data custody_data(const disclose::PublicCustody& custody) {
  pages::Data data;
  for (const auto& [key, value] :
       {std::pair<const char*, const std::string&>{"author", custody.author},
        {"entered", custody.entered},
        {"when", custody.when},
        {"by", custody.by},
        {"how", custody.how},
        {"from", custody.from}}) {
    data.set(key, value);
    data.set(std::string("has_") + key, !value.empty());
  }
  return data;
}

pages::Data document_data(const disclose::PublicDocument& document, const draw::Voice& voice) {
  pages::Data data;
  data.set("path", path_of(document));
  data.set("name", document.name);
  data.set("sha256", document.sha256);
  data.set("size", voice.number(document.size));
  data.set("type", document.type);
  data.set("is_original", document.is_original);
  data.set("has_of", !document.of.empty());
  data.set("of", document.of);
  data.set("is_sealed", document.visibility == "sealed");
  data.set("is_restricted", document.visibility == "restricted");
  data.set("entered", document.entered);
  data.set("has_last_good", !document.last_good.empty());
  data.set("last_good", document.last_good);
  data.set("custody", pages::data_list(document.custody, custody_data));
  return data;
}

void copy_document(const std::string& investigation, const disclose::PublicDocument& document,
                   const std::string& folder) {
  const std::string from = base::join(investigation, document.file);
  if (!base::file_exists(from))
    throw base::Error(base::Kind::corrupt,
                      message("{}: this document is missing, and nothing was exported; see `sanaq "
                              "verify`",
                              document.file));
  const base::MappedFile file(from);
  if (base::sha256_hex(file.bytes()) != document.sha256)
    throw base::Error(base::Kind::corrupt,
                      message("{}: this document is not what it was, and nothing was exported; see "
                              "`sanaq verify`",
                              document.file));
  base::write_file_whole(base::join(folder, path_of(document)), file.bytes());
}

}  // namespace

std::string evidence_page(const disclose::PublicEvidence& evidence, const std::string& language) {
  const draw::Voice voice(language);
  pages::Data data;
  data.set("language", voice.language());
  data.set("documents",
           pages::data_list(evidence.documents, [&](const disclose::PublicDocument& document) {
             return document_data(document, voice);
           }));
  data.set("has_documents", !evidence.documents.empty());
  data.set("tells_custody", evidence.tells_custody);
  data.set("count", voice.say(message("Documents here: {}", evidence.documents.size())));
  return pages::render("evidence", voice, data);
}

std::string sha256sums(const disclose::PublicEvidence& evidence, const std::string& page) {
  std::string sums;
  for (const disclose::PublicDocument& document : evidence.documents)
    sums += document.sha256 + "  " + path_of(document) + "\n";
  return sums + base::sha256_hex(page) + "  index.html\n";
}

Exported export_evidence(const std::string& root, const disclose::PublicEvidence& evidence,
                         const std::string& folder, const std::string& language,
                         base::Progress& progress) {
  (void)base::end_in_place(folder);
  investigation::expect_new_folder(folder);
  investigation::expect_free_of(root, folder);
  investigation::expect_no_links_in_evidence(root);
  base::WholeFolder made(folder);
  base::make_folder(base::join(made.path(), "documents"));
  std::int64_t total = 0, bytes = 0;
  for (const disclose::PublicDocument& document : evidence.documents) total += document.size;
  progress.start(message("copying documents"), total);
  for (const disclose::PublicDocument& document : evidence.documents) {
    progress.throw_if_stopped();
    copy_document(root, document, made.path());
    progress.advance_to(bytes += document.size);
  }
  const std::string page = evidence_page(evidence, language);
  base::write_file_whole(base::join(made.path(), "index.html"), page);
  base::write_file_whole(base::join(made.path(), "SHA256SUMS"), sha256sums(evidence, page));
  made.put_in_place();
  progress.finish();
  return {bytes, made.removed()};
}

}  // namespace sanaq::publish
