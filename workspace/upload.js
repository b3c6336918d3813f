// Files go as soon as they are chosen or dropped, with a bar of what was sent that can be stopped.
// Without this script they go by the button.
"use strict";
(() => {
  const most = 512 * 1024 * 1024;

  const start = () => {
    const form = document.getElementById("upload");
    if (!form) return;
    const files = form.querySelector("input[type=file]");
    const going = form.querySelector(".going");
    const tooLarge = form.querySelector(".too-large");

    const send = () => {
      tooLarge.hidden = ![...files.files].some((file) => file.size > most);
      if (!tooLarge.hidden || files.files.length === 0) return;
      const request = new XMLHttpRequest();
      const bar = going.querySelector("progress");
      const end = () => { going.hidden = true; };
      request.upload.onprogress = (event) => { if (event.lengthComputable) bar.value = event.loaded / event.total; };
      request.onload = () => {
        end();
        if (request.status === 200) {
          location.assign(request.responseURL);
          return;
        }
        // What went wrong stands on the page that came instead.
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        document.getElementById("main").replaceWith(page.getElementById("main"));
        start();
      };
      request.onerror = end;
      request.onabort = () => { end(); form.reset(); };
      going.querySelector(".stop").onclick = () => request.abort();
      going.hidden = false;
      request.open("POST", form.action);
      request.send(new FormData(form));
    };

    files.addEventListener("change", send);
    form.addEventListener("submit", (event) => {
      if (files.files.length === 0) return;
      event.preventDefault();
      send();
    });
  };
  start();
})();
