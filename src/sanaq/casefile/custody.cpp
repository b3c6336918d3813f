#include "sanaq/casefile/custody.h"

#include <algorithm>
#include <map>

namespace sanaq::casefile {
namespace {

using base::message;

enum class When { before, perhaps, after };  // a date, seen from the start of a day

bool ends_before(const std::optional<PartialDate>& left, const std::optional<PartialDate>& right) {
  return left && right && left->last_day < right->first_day;
}

// A thing that happened on the day itself has happened.
When when(const std::optional<PartialDate>& date, std::int32_t day) {
  if (!date || date->first_day > day) return When::after;
  return date->last_day <= day && !date->approximate ? When::before : When::perhaps;
}

bool frees(const Change& change) {
  if (change.kind == "parole" || change.kind == "pardon") return true;
  return change.kind == "amnesty" && (!change.sentence || change.sentence->is_none());
}

bool is_longer(const Sentence& left, const Sentence& right) {
  if (left.is_life || right.is_life) return left.is_life && !right.is_life;
  if (left.months != right.months) return left.months > right.months;
  return left.days > right.days;
}

// Every sentence that may be in force on the day, the one after all sure changes first. Without
// sureness about a change both the sentence before it and the one after it may stand; so too where
// a cut is longer than what it cuts, since one of the two is wrong.
std::vector<std::optional<Sentence>> sentences_on(const Custody& custody, std::int32_t day) {
  const std::vector<const Change*> longer = cuts_that_lengthen(custody);
  std::vector<std::optional<Sentence>> possible = {custody.sentence};
  for (const Change& change : custody.changes) {
    if (!change.sentence) continue;
    const When then = when(change.date, day);
    const bool is_doubtful = std::find(longer.begin(), longer.end(), &change) != longer.end();
    if (is_doubtful && (then != When::after || !change.date)) {
      possible.push_back(change.sentence);
    } else if (then == When::before || !change.date) {
      // Without a date it may have been at any time; it is taken to stand, as the newest word.
      possible.assign(1, change.sentence);
    } else if (then == When::perhaps) {
      possible.push_back(change.sentence);
    }
  }
  return possible;
}

const std::optional<PartialDate>& start_of(const Custody& custody) {
  return custody.term_start ? custody.term_start : custody.arrested;
}

std::int64_t end_of_term(std::int32_t start, const Sentence& sentence, std::int64_t credited_days) {
  return std::max<std::int64_t>(start,
                                add_months(start, sentence.months) + sentence.days - credited_days);
}

void measure_term(const Custody& custody, std::int32_t day,
                  const std::vector<std::optional<Sentence>>& possible, CustodyOn& out) {
  const auto& start = start_of(custody);
  if (!start) return;
  out.counted_from_arrest = !custody.term_start;
  const auto widen = [](std::optional<Range>& range, std::int64_t low, std::int64_t high) {
    range =
        range ? Range{std::min(range->low, low), std::max(range->high, high)} : Range{low, high};
  };
  for (const std::optional<Sentence>& sentence : possible) {
    if (!sentence || sentence->is_none() || sentence->is_suspended) continue;
    const auto served = [&](std::int32_t first, std::int64_t end) {
      const std::int64_t days = day < first ? 0 : day - first;
      const std::int64_t whole = end - first + custody.credited_days;
      return sentence->is_life ? days + custody.credited_days
                               : std::min(whole, days + custody.credited_days);
    };
    if (sentence->is_life) {
      widen(out.served, served(start->last_day, 0), served(start->first_day, 0));
      continue;
    }
    const std::int64_t first = end_of_term(start->first_day, *sentence, custody.credited_days);
    const std::int64_t last = end_of_term(start->last_day, *sentence, custody.credited_days);
    widen(out.free, first, last);
    const std::int64_t a = served(start->first_day, first), b = served(start->last_day, last);
    widen(out.served, std::min(a, b), std::max(a, b));
    widen(out.left, std::max<std::int64_t>(0, first - day), std::max<std::int64_t>(0, last - day));
  }
}

// The surest and earliest way out, by release or by a change that frees.
When freed(const Custody& custody, std::int32_t day) {
  When best = when(custody.released, day);
  for (const Change& change : custody.changes) {
    if (!frees(change)) continue;
    best = std::min(best, change.date ? when(change.date, day) : When::perhaps);
  }
  return best;
}

bool is_let_off(const Custody& custody) {
  return custody.verdict == "acquitted" || custody.verdict == "amnestied" ||
         custody.verdict == "discontinued" || custody.verdict == "fined";
}

// A release cannot come before the arrest: one of the two days is wrong, and he may be in prison
// still. One before the term, such as on bail, does not end it. None: nothing of the kind.
std::optional<base::Message> release_out_of_order(const Custody& custody, std::int32_t day) {
  if (ends_before(custody.released, custody.arrested))
    return message("released before the arrest; one of the two days is wrong");
  for (const Change& change : custody.changes) {
    if (frees(change) && ends_before(change.date, custody.arrested))
      return message("freed before the arrest; one of the two days is wrong");
  }
  const bool jails = custody.sentence && !custody.sentence->is_none() &&
                     !custody.sentence->is_suspended && !is_let_off(custody);
  if (jails && ends_before(custody.released, custody.term_start) &&
      when(custody.term_start, day) != When::after)
    return message("released before the term began, and no later release is on record");
  return std::nullopt;
}

void judge_without_release(const Custody& custody, std::int32_t day, CustodyOn& out) {
  // A verdict that jails nobody has no date of its own; the term's start is its day where given.
  const bool was_changed =
      std::any_of(custody.changes.begin(), custody.changes.end(), [&](const Change& change) {
        return change.sentence && when(change.date, day) != When::after;
      });
  // What a later court says of the sentence goes before the first verdict.
  const bool jails = out.sentence && !out.sentence->is_none() && !out.sentence->is_suspended &&
                     (was_changed || !is_let_off(custody));
  if (!jails && (is_let_off(custody) || custody.verdict == "suspended" || out.sentence)) {
    const When then = when(custody.term_start, day);
    const bool is_before = custody.term_start && then == When::after;
    out.held = is_before ? Held::perhaps : Held::no;
    out.reason = is_before ? message("held until a verdict that freed; the day is not recorded")
                           : message("the verdict put nobody in prison");
    return;
  }
  if (out.is_life) {
    out.held = Held::yes;
    out.reason = message("serving a life sentence");
  } else if (!out.free) {
    out.held = Held::perhaps;
    out.reason = jails ? message("a term without a known start, and no release on record")
                       : message("arrested, and no verdict and no release on record");
  } else if (day < out.free->low) {
    out.held = Held::yes;
    out.reason = message("serving a term, and no release on record");
  } else if (day < out.free->high) {
    out.held = Held::perhaps;
    out.reason = message("the term ends about this day");
  } else {
    out.held = Held::perhaps;
    out.reason = message("the term is over, but no release is on record");
  }
}

// What the rest of it says: whoever may be held by that is perhaps held, with the reason.
CustodyOn without_believing(const Custody& custody, std::int32_t day,
                            const base::Message& contradiction) {
  Custody rest = custody;
  rest.released.reset();
  std::erase_if(rest.changes, [&](const Change& change) {
    return frees(change) && ends_before(change.date, custody.arrested);
  });
  CustodyOn out = custody_on(rest, day);
  if (out.held == Held::no) return out;
  out.held = Held::perhaps;
  out.reason = contradiction;
  return out;
}

}  // namespace

std::vector<const Change*> cuts_that_lengthen(const Custody& custody) {
  std::vector<const Change*> all;
  std::optional<Sentence> before = custody.sentence;
  for (const Change& change : custody.changes) {
    if (!change.sentence) continue;
    if (change.kind == "cut" && before && is_longer(*change.sentence, *before)) {
      all.push_back(&change);
    } else {
      before = change.sentence;
    }
  }
  return all;
}

CustodyOn custody_on(const Custody& custody, std::int32_t day) {
  if (const auto contradiction = release_out_of_order(custody, day))
    return without_believing(custody, day, *contradiction);
  CustodyOn out;
  const auto possible = sentences_on(custody, day);
  out.sentence = possible.back();
  out.is_life = out.sentence && out.sentence->is_life;
  measure_term(custody, day, possible, out);
  const auto& first = custody.arrested ? custody.arrested : custody.term_start;
  const When taken = when(first, day);
  if (!first) {
    out.held = Held::perhaps;
    out.reason = message("no day of arrest on record");
  } else if (taken == When::after) {
    out.reason = message("not yet arrested");
    return out;
  }
  switch (freed(custody, day)) {
    case When::before:
      out.held = Held::no;
      out.reason = message("released");
      return out;
    case When::perhaps:
      out.held = Held::perhaps;
      out.reason = message("released about this day");
      return out;
    case When::after:
      break;
  }
  if (first && custody.released) {
    out.held = Held::yes;
    out.reason = message("released later");
  } else if (first) {
    judge_without_release(custody, day, out);
  }
  if (taken == When::perhaps && out.held == Held::yes) {
    out.held = Held::perhaps;
    out.reason = message("arrested about this day");
  }
  return out;
}

HeldCount count_held(const std::vector<Custody>& custodies, std::int32_t day) {
  HeldCount count;
  std::map<std::string, Held> people;
  for (const Custody& custody : custodies) {
    const Held held = custody_on(custody, day).held;
    count.prosecutions.low += held == Held::yes ? 1 : 0;
    count.prosecutions.high += held != Held::no ? 1 : 0;
    // A custody without a person is somebody of its own.
    const std::string key = custody.person.key.empty() ? custody.subject : custody.person.key;
    Held& best = people.try_emplace(key, Held::no).first->second;
    best = std::max(best, held);
  }
  for (const auto& [key, held] : people) {
    count.people.low += held == Held::yes ? 1 : 0;
    count.people.high += held != Held::no ? 1 : 0;
  }
  return count;
}

std::vector<std::pair<const Custody*, const Custody*>> perhaps_one(
    const std::vector<Custody>& custodies) {
  std::vector<std::pair<const Custody*, const Custody*>> pairs;
  std::map<std::pair<std::string, std::int32_t>, const Custody*> seen;
  for (const Custody& custody : custodies) {
    const auto& day = custody.arrested;
    if (custody.person.key.empty() || !day || day->first_day != day->last_day) continue;
    const auto [known, is_new] =
        seen.emplace(std::pair(custody.person.key, day->first_day), &custody);
    if (!is_new) pairs.emplace_back(known->second, &custody);
  }
  return pairs;
}

Due due_within(const Custody& custody, std::int32_t day, int months) {
  const CustodyOn now = custody_on(custody, day);
  if (now.held == Held::no || !now.free) return Due::no;
  const std::int64_t until = add_months(day, months);
  if (now.free->low > until || now.free->high <= day) return Due::no;
  const bool is_whole = now.free->low > day && now.free->high <= until;
  return is_whole && now.held == Held::yes ? Due::yes : Due::perhaps;
}

std::vector<base::Message> doubts(const Custody& custody, std::int32_t day) {
  std::vector<base::Message> all;
  if (const auto disorder = release_out_of_order(custody, day)) all.push_back(*disorder);
  if (ends_before(custody.term_start, custody.arrested))
    all.push_back(message("the term begins before the arrest"));
  if (ends_before(custody.rehabilitated, custody.arrested))
    all.push_back(message("rehabilitated before the arrest"));
  for (const Change& change : custody.changes) {
    if (!change.date) all.push_back(message("a change without a day: {}", change.kind));
    if (!frees(change) && ends_before(change.date, custody.arrested))
      all.push_back(message("a change before the arrest: {}", change.kind));
  }
  if (!cuts_that_lengthen(custody).empty())
    all.push_back(message("a cut that makes the term longer"));
  const CustodyOn now = custody_on(custody, day);
  if (now.held == Held::perhaps && now.free && now.free->high <= day)
    all.push_back(message("the term is over, but no release is on record"));
  if (custody.person.key.empty()) all.push_back(message("nobody is named"));
  return all;
}

}  // namespace sanaq::casefile
