// What the pages do beyond forms and links. Every page works without it.
"use strict";
(() => {
  // The secret of the link stands in the fragment, which no server and no log sees; it is sent from
  // here and taken out of the address.
  const arriving = document.getElementById("arriving");
  const arrive = () => {
    if (!arriving || location.hash.length < 2) return false;
    arriving.elements.link.value = location.hash.slice(1);
    history.replaceState(null, "", "/in");
    arriving.submit();
    return true;
  };
  if (arrive()) return;
  // A link that is pasted where this page stands already changes nothing but the fragment.
  window.addEventListener("hashchange", arrive);

  const bar = document.getElementById("gone");
  if (!bar) return;
  let state = "here";  // or "stopped": nobody answers; "outside": the session has ended
  let typed = false;   // since the page was opened, and not sent yet
  let waiting = null;  // the form that is to be sent once it can be

  const show = (now) => {
    state = now;
    bar.hidden = now === "here";
    document.getElementById("gone-stopped").hidden = now !== "stopped";
    document.getElementById("gone-outside").hidden = now !== "outside";
  };

  const look = async () => {
    try {
      const answer = await fetch("/alive", {cache: "no-store", redirect: "manual"});
      show(answer.status === 204 ? "here" : "outside");
    } catch {
      show("stopped");
    }
    if (state === "here" && waiting) await send();
  };

  // The page's secret field was of the session that has ended: a new one comes with the page.
  const send = async () => {
    const form = waiting;
    waiting = null;
    try {
      const answer = await fetch(location.href, {cache: "no-store"});
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const other of page.forms)
        if (other.getAttribute("action") === form.getAttribute("action") && other.elements.csrf && form.elements.csrf)
          form.elements.csrf.value = other.elements.csrf.value;
    } catch {
      waiting = form;
      return;
    }
    typed = false;
    form.submit();
  };

  document.addEventListener("input", () => { typed = true; });
  document.addEventListener("submit", (event) => {
    if (state === "here" || event.defaultPrevented || event.target.method !== "post") {
      typed = false;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    // The button that was pressed is part of what is sent.
    const button = event.submitter;
    if (button && button.name) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = button.name;
      field.value = button.value;
      event.target.append(field);
    }
    waiting = event.target;
    bar.scrollIntoView();
  }, true);
  window.addEventListener("beforeunload", (event) => {
    if (waiting || (typed && state !== "here")) event.preventDefault();
  });
  setInterval(() => { if (!document.hidden) look(); }, 5000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
})();
