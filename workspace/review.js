// Answers without waiting: the next task is there at once, the answer is sent behind it, and stays in the page until the server says that it is on the disk.
// Keys by their place on the keyboard. Without this script every button sends its form.
"use strict";
(() => {
  const review = document.getElementById("review");
  const part = (id) => document.getElementById("review-" + id);
  if (!review || !part("live")) return;
  const again_ms = 2000;
  const outbox = [];       // {body, card, key} of an answer, {body} of what has no card, {undo: true}
  let is_sending = false;
  let began = performance.now();  // when the task was shown
  let timer = 0;
  let fetched = 0;         // new secrets in a row, without any success

  // ---- the cards

  const cards = () => [...part("tasks").children];
  const current = () => cards()[0] || null;
  const pending = () => new Set(outbox.map((one) => one.key).filter(Boolean));

  const show = () => {
    cards().forEach((card, at) => { card.hidden = at > 0; });
    const card = current();
    began = performance.now();
    if (!card) {
      part("left").focus();
      return;
    }
    card.querySelector(".verdicts").focus({preventScroll: card.getBoundingClientRect().top >= 0});
  };
  // The one that is being looked at stays where it is; the others stand as the server has them.
  const take_cards = (fresh, keeps_current) => {
    const here = current();
    const left_out = pending();
    const wanted = fresh.filter((card) => !left_out.has(card.dataset.key));
    const known = new Map(cards().map((card) => [card.dataset.key, card]));
    const first = keeps_current && here ? [here] : [];
    const rest = wanted.filter((card) => !(first.length && card.dataset.key === here.dataset.key)).map((card) => known.get(card.dataset.key) || card);
    // Nothing happens to the current one: who moves it takes the focus away.
    cards().slice(first.length).forEach((card) => card.remove());
    part("tasks").append(...rest);
    if (first.length) rest.forEach((card) => { card.hidden = true; });
    else show();
  };
  const put_in_front = (card) => {
    cards().filter((other) => other.dataset.key === card.dataset.key).forEach((other) => other.remove());
    part("tasks").prepend(card);
    show();
  };

  // ---- what the server answers

  const read = (text) => new DOMParser().parseFromString(text, "text/html");
  const say = (text) => { part("said").textContent = text; };
  const complain = (text) => {
    part("problem").textContent = text;
    part("problem").hidden = !text;
  };
  const take_around = (page) => {
    for (const id of ["left", "strip", "skipped", "count", "changes"]) {
      const fresh = page.getElementById("review-" + id);
      if (fresh && part(id)) part(id).replaceWith(document.adoptNode(fresh));
    }
    mark_undo();
  };
  const fresh_cards = (page) => [...page.querySelectorAll("#review-tasks > .task")].map((card) => document.adoptNode(card));
  const live_of = (page) => page.getElementById("review-live");

  const on_success = (sent, page) => {
    outbox.shift();
    fetched = 0;
    complain("");
    if (live_of(page).dataset.said) say(live_of(page).dataset.said);
    take_around(page);
    take_cards(fresh_cards(page), !sent.undo && !sent.renews);
  };
  // It comes back to the front, with what stands in its way.
  const on_refusal = (sent, page, status) => {
    outbox.shift();
    const fresh = live_of(page) ? fresh_cards(page)[0] : null;
    if (live_of(page)) take_around(page);
    const sentence = page.querySelector(".wrong, [role=alert], p");
    if (!sent.card) {
      complain(sentence ? sentence.textContent : String(status));
      return;
    }
    if (!fresh) complain(sentence ? sentence.textContent : String(status));
    put_in_front(fresh || sent.card);
  };

  // A passphrase, or another question that comes first: with its answer what was sent is done.
  const ask = (form) => {
    const box = part("asked");
    box.replaceChildren(document.adoptNode(form));
    box.hidden = false;
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      event.preventDefault();
      if (!form.reportValidity()) return;
      const body = new URLSearchParams(new FormData(form));
      if (button.name) body.set(button.name, button.value);
      box.hidden = true;
      if (current()) current().querySelector(".verdicts").focus();
      is_sending = false;
      send(form.getAttribute("action"), body);
    });
    const field = form.querySelector("input:not([type=hidden])");
    if (field) field.focus();
  };

  // ---- sending, one after the other

  const later = () => {
    is_sending = false;
    part("saving").hidden = true;
    part("waiting").hidden = false;
    clearTimeout(timer);
    timer = setTimeout(send, again_ms);
  };
  // The secret fields of a session that has ended are of no use; a new session has new ones.
  const renew_secrets = async () => {
    const answer = await fetch("/review", {cache: "no-store"});
    if (!answer.ok) return false;
    const page = read(await answer.text());
    const secret = (action) => page.querySelector(`form[action="${action}"] [name=csrf]`)?.value;
    for (const action of ["/review", "/undo"]) {
      const value = secret(action);
      if (!value) continue;
      document.querySelectorAll(`form[action="${action}"] [name=csrf]`).forEach((field) => { field.value = value; });
      outbox.forEach((one) => { if (one.to === action && one.body) one.body.set("csrf", value); });
    }
    return true;
  };
  const resolve_undo = () => {
    const form = part("strip").querySelector('form[action="/undo"]');
    return form ? new URLSearchParams(new FormData(form)) : null;
  };

  const send = async (to, body) => {
    if (is_sending || outbox.length === 0) return;
    const sent = outbox[0];
    if (sent.undo && !sent.body) sent.body = resolve_undo();
    if (!sent.body) {
      outbox.shift();
      send();
      return;
    }
    is_sending = true;
    part("saving").hidden = false;
    sent.body.set("ahead", String(outbox.length - 1));
    let answer, text;
    try {
      answer = await fetch(typeof to === "string" ? to : sent.to, {method: "POST", body: body || sent.body, headers: {"HX-Request": "true"}, cache: "no-store"});
      text = await answer.text();
    } catch {
      later();
      return;
    }
    const page = read(text);
    const question = page.querySelector('form[action="/key"], form[action="/own-end"]');
    if (answer.status === 401 || answer.headers.has("Retry-After")) return later();
    if (answer.status === 403 && fetched < 3) {
      ++fetched;
      try { await renew_secrets(); } catch { return later(); }
      return fetched < 3 ? (is_sending = false, send()) : later();
    }
    if (question) {
      part("saving").hidden = true;
      ask(question);
      return;
    }
    is_sending = false;
    part("waiting").hidden = true;
    if (answer.ok && live_of(page)) on_success(sent, page);
    else on_refusal(sent, page, answer.status);
    part("saving").hidden = outbox.length === 0;
    send();
  };
  const post = (one) => {
    outbox.push(one);
    send();
  };

  // ---- answers

  const needs_marks = (verdict) => verdict === "out_of_scope" || verdict === "no_person";
  const marked = (card) => card.querySelectorAll("[name=about]:checked").length;
  const which = (card) => card.querySelector(".which");
  const asks = (card) => card && which(card) && !which(card).hidden;
  const button_of = (card, verdict) => card.querySelector(`.answer [name=verdict][value=${verdict}]`);

  const open_which = (card, verdict, problem) => {
    const box = which(card);
    box.dataset.verdict = verdict;
    box.querySelector("legend").textContent = button_of(card, verdict).textContent.replace(/^\d/, "").trim();
    box.querySelector(".wrong").textContent = problem || "";
    box.hidden = false;
    box.querySelector(".confirm").focus();
  };
  const close_which = (card) => {
    which(card).hidden = true;
    card.querySelector(".verdicts").focus();
  };
  const answer = (card, verdict, insists) => {
    if (!card || card.hidden) return;
    const form = card.querySelector(".answer");
    if (needs_marks(verdict) && !insists && !asks(card)) return open_which(card, verdict);
    const body = new URLSearchParams(new FormData(form));
    body.set("seconds", String(Math.round((performance.now() - began) / 1000)));
    if (insists) body.set("insists", verdict);
    else body.set("verdict", verdict);
    if (which(card)) which(card).hidden = true;
    card.remove();
    complain("");
    show();
    post({to: "/review", body, card, key: card.dataset.key});
  };
  // Which and why are asked before anything is sent.
  const confirm_which = (card) => {
    const box = which(card);
    const verdict = box.dataset.verdict;
    const boxes = card.querySelectorAll("[name=about]");
    if (boxes.length === 1) boxes[0].checked = true;
    if (marked(card) === 0) return boxes[0].focus();
    const reason = card.querySelector("[name=reason]");
    if (verdict === "out_of_scope" && !reason.value.trim()) return reason.focus();
    answer(card, verdict);
  };
  const undo = (body) => post(body ? {to: "/undo", undo: true, body} : {to: "/undo", undo: true});
  const show_weight = async (card) => {
    const link = card && card.querySelector("a.weights");
    if (!link || card.querySelector(".weight")) return;
    card.querySelector("[name=saw_weight]").value = "1";
    try {
      const text = await (await fetch(link.href, {headers: {"HX-Request": "true"}, cache: "no-store"})).text();
      const weight = read(text).querySelector(".weight");
      if (weight && !card.querySelector(".weight")) card.querySelector(".verdicts").before(document.adoptNode(weight));
    } catch {
      card.querySelector("[name=saw_weight]").value = "0";
    }
  };

  review.addEventListener("click", (event) => {
    const card = event.target.closest(".task");
    const button = event.target.closest("button, a.weights");
    if (!button || event.ctrlKey || event.metaKey) return;
    if (button.matches("a.weights")) {
      event.preventDefault();
      show_weight(card);
    } else if (button.matches(".confirm")) {
      confirm_which(card);
    } else if (button.matches(".cancel")) {
      close_which(card);
    } else if (button.name === "insists") {
      event.preventDefault();
      answer(card, button.value, true);
    } else if (button.name === "verdict" && card) {
      event.preventDefault();
      answer(card, button.value);
    } else if (button.form && button.form.getAttribute("action") === "/undo") {
      event.preventDefault();
      undo(new URLSearchParams(new FormData(button.form)));
    } else if (button.form && button.form.id === "review-skipped") {
      event.preventDefault();
      post({to: "/review", body: new URLSearchParams(new FormData(button.form)), renews: true});
    }
  });

  // ---- keys

  const off_name = "sanaq-review-keys";
  let are_off = false;
  try { are_off = localStorage.getItem(off_name) === "off"; } catch { are_off = false; }
  const off_button = part("keys-off");
  const show_off = () => {
    off_button.hidden = false;
    off_button.setAttribute("aria-pressed", String(are_off));
    review.classList.toggle("keys-are-off", are_off);
  };
  off_button.addEventListener("click", () => {
    are_off = !are_off;
    try { localStorage.setItem(off_name, are_off ? "off" : "on"); } catch { /* it holds for this page */ }
    show_off();
  });
  const mark_undo = () => {
    const first = part("strip").querySelector('form[action="/undo"] button');
    if (!first || first.querySelector("kbd")) return;
    const key = document.createElement("kbd");
    key.textContent = "U";
    first.prepend(key, " ");
    first.setAttribute("aria-keyshortcuts", "U");
  };

  const verdicts = {Digit1: "same", Digit2: "different", Digit3: "unsure", Digit4: "out_of_scope", Digit5: "no_person", Digit0: "skip"};
  const is_text = (target) => target.matches("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=file])");
  const mark = (card, digit) => {
    const box = card && card.querySelectorAll("[name=about]")[digit - 1];
    if (box) box.checked = !box.checked;
    return Boolean(box);
  };
  const by_key = (card, code, shift) => {
    const digit = /^Digit([1-6])$/.exec(code);
    if (digit && (shift || asks(card))) return mark(card, Number(digit[1]));
    if (shift) return false;
    if (verdicts[code]) {
      const button = card && button_of(card, verdicts[code]);
      if (button) answer(card, verdicts[code]);
      return Boolean(button);
    }
    if (code === "KeyR" && card && card.querySelector("[name=reason]")) card.querySelector("[name=reason]").focus();
    else if (code === "KeyU") undo();
    else if (code === "KeyW") show_weight(card);
    else if (code === "Slash") {
      part("keys").open = !part("keys").open;
      part("keys").querySelector("summary").focus();
    } else return false;
    return true;
  };
  document.addEventListener("keydown", (event) => {
    const card = current();
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const in_reason = target.matches(".task [name=reason]");
    if (event.key === "Escape" && card && (in_reason || asks(card))) {
      if (asks(card)) close_which(card);
      else card.querySelector(".verdicts").focus();
      return;
    }
    // Enter in the reason enters nothing by itself.
    if (event.key === "Enter" && in_reason) {
      event.preventDefault();
      if (asks(card)) confirm_which(card);
      else card.querySelector(".verdicts").focus();
      return;
    }
    if (are_off || event.repeat || is_text(target) || !part("asked").hidden) return;
    if (by_key(card, event.code.replace("Numpad", "Digit"), event.shiftKey)) event.preventDefault();
  });

  window.addEventListener("beforeunload", (event) => {
    if (outbox.length > 0) event.preventDefault();
  });
  part("left").tabIndex = -1;
  show_off();
  mark_undo();
  if (location.search || !document.activeElement || document.activeElement === document.body) show();
})();
