// The program: its commands, in the order in which --help lists them.
#include <cstdio>

#include "sanaq/base/system.h"
#include "sanaq/base/terminal.h"
#include "sanaq/cli/add_command.h"
#include "sanaq/cli/ask_command.h"
#include "sanaq/cli/checkpoint_command.h"
#include "sanaq/cli/collect_command.h"
#include "sanaq/cli/comments_command.h"
#include "sanaq/cli/compare_command.h"
#include "sanaq/cli/completion_command.h"
#include "sanaq/cli/copy_command.h"
#include "sanaq/cli/decide_command.h"
#include "sanaq/cli/documents_command.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/estimate_command.h"
#include "sanaq/cli/evaluate_command.h"
#include "sanaq/cli/ingest_command.h"
#include "sanaq/cli/intake_key_command.h"
#include "sanaq/cli/key_command.h"
#include "sanaq/cli/link_command.h"
#include "sanaq/cli/mend_command.h"
#include "sanaq/cli/merge_command.h"
#include "sanaq/cli/new_command.h"
#include "sanaq/cli/program.h"
#include "sanaq/cli/proof_command.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/retract_command.h"
#include "sanaq/cli/review_command.h"
#include "sanaq/cli/run_command.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/cli/search_command.h"
#include "sanaq/cli/serve_command.h"
#include "sanaq/cli/settings_command.h"
#include "sanaq/cli/simulate_command.h"
#include "sanaq/cli/testimony_command.h"
#include "sanaq/cli/translations_command.h"
#include "sanaq/cli/undo_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/cli/withdraw_command.h"
#include "sanaq/cli/witness_command.h"

namespace {

const std::vector<sanaq::cli::AddCommand> commands = {
    sanaq::cli::add_new,        sanaq::cli::add_serve,      sanaq::cli::add_run,
    sanaq::cli::add_ingest,     sanaq::cli::add_link,       sanaq::cli::add_estimate,
    sanaq::cli::add_publish,    sanaq::cli::add_compare,    sanaq::cli::add_add,
    sanaq::cli::add_say,        sanaq::cli::add_ask,        sanaq::cli::add_review,
    sanaq::cli::add_decide,     sanaq::cli::add_retract,    sanaq::cli::add_withdraw,
    sanaq::cli::add_erase,      sanaq::cli::add_search,     sanaq::cli::add_key,
    sanaq::cli::add_merge,      sanaq::cli::add_checkpoint, sanaq::cli::add_verify,
    sanaq::cli::add_witness,    sanaq::cli::add_proof,      sanaq::cli::add_documents_command,
    sanaq::cli::add_evaluate,   sanaq::cli::add_simulate,   sanaq::cli::add_translations,
    sanaq::cli::add_completion, sanaq::cli::add_settings,   sanaq::cli::add_copy,
    sanaq::cli::add_mend,       sanaq::cli::add_undo,       sanaq::cli::add_intake_key,
    sanaq::cli::add_collect,    sanaq::cli::add_comments,   sanaq::cli::add_testimony,
};

void write(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

}  // namespace

int main(int count, char** arguments) {
  sanaq::base::catch_interrupts();
  sanaq::base::keep_freed_memory();
  sanaq::cli::Streams streams = {
      [](std::string_view text) { write(stdout, text); },
      [](std::string_view text) { write(stderr, text); },
      sanaq::base::is_terminal(sanaq::base::Stream::error),
      sanaq::base::terminal_columns(),
  };
  if (sanaq::base::can_ask()) {
    streams.ask = [](std::string_view question, bool is_hidden) {
      return is_hidden ? sanaq::base::ask_hidden(question) : sanaq::base::ask(question);
    };
  }
  const int code = sanaq::cli::run_program({arguments + 1, arguments + count}, commands, streams);
  // A full disk behind `> file` shows here; a result that was not written is no success.
  if (std::ferror(stdout) != 0 && code == 0) return static_cast<int>(sanaq::base::Kind::io);
  return code;
}
