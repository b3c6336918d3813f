// The line of the threshold follows the mouse and the arrow keys; what it would make stands below at once, from the table on the page.
// Without this script the form with a number does the same.
"use strict";
(() => {
  const range = document.getElementById("threshold-at");
  const drawing = document.getElementById("weights");
  if (!range || !drawing) return;
  const steps = [...document.querySelectorAll("#threshold-steps tr[data-threshold]")];
  const line = document.getElementById("weights-line");
  const words = document.getElementById("threshold-words");
  const number = document.getElementById("threshold");
  const left = Number(drawing.dataset.left), right = Number(drawing.dataset.right);
  document.getElementById("threshold-look").hidden = true;
  range.hidden = false;

  const draw = (at) => {
    const x = left + (right - left) * at / (steps.length - 1);
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    words.textContent = steps[at].dataset.words;
    range.setAttribute("aria-valuetext", steps[at].cells[0].textContent);
  };
  const move = (at) => {
    range.value = at;
    number.value = steps[at].dataset.threshold;
    draw(Number(range.value));
  };
  range.addEventListener("input", () => move(range.value));

  const under = (event) => {
    const box = drawing.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * drawing.viewBox.baseVal.width;
    return Math.round(Math.min(1, Math.max(0, (x - left) / (right - left))) * (steps.length - 1));
  };
  drawing.addEventListener("pointerdown", (event) => {
    drawing.setPointerCapture(event.pointerId);
    move(under(event));
    range.focus();
    event.preventDefault();
  });
  drawing.addEventListener("pointermove", (event) => { if (event.buttons) move(under(event)); });

  number.addEventListener("input", () => {
    const typed = Number(number.value.replace(",", "."));
    if (!(typed > 0 && typed < 1)) return;
    let best = 0;
    const odds = (p) => Math.log(p / (1 - p));
    steps.forEach((step, at) => {
      if (Math.abs(odds(Number(step.dataset.threshold)) - odds(typed)) < Math.abs(odds(Number(steps[best].dataset.threshold)) - odds(typed))) best = at;
    });
    range.value = best;
    draw(best);
  });
})();
