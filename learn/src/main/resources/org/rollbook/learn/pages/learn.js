/* Learn's pages work without this file. With it they show what changes, as it changes. */
"use strict";

/* A button that leads to a page with a question opens the question where it is. */
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-dialog]");
  const dialog = button && document.getElementById(button.dataset.dialog);
  if (dialog && dialog.showModal) {
    event.preventDefault();
    dialog.showModal();
    return;
  }
  const close = event.target.closest("[data-close]");
  if (close) {
    close.closest("dialog").close();
  }
});

/* Times are written in the server's zone; whoever reads them may live in another. */
function localTimes(root) {
  const day = { day: "numeric", month: "long", year: "numeric" };
  for (const time of root.querySelectorAll("time[data-local]")) {
    const then = new Date(time.dateTime);
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    const days = Math.ceil((midnight - then) / 86400000);
    const date = days <= 0 ? "today" : days === 1 ? "yesterday" : then.toLocaleDateString("en-GB", day);
    time.textContent = time.dataset.local === "day"
      ? then.toLocaleDateString("en-GB", day)
      : date + " " + then.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  }
}

/* A part that was not ready with its page is asked for once. */
function loadParts(root) {
  for (const part of root.querySelectorAll("[data-load]")) {
    const target = part.closest("[data-part]") || part;
    fetch(part.dataset.load, { headers: { "X-Part": "1" } })
      .then((answer) => {
        if (!answer.ok || answer.redirected) {
          throw new Error("no part");
        }
        return answer.text();
      })
      .then((html) => {
        const fresh = parsed(html).firstElementChild;
        target.replaceWith(fresh);
        begin(fresh.parentElement);
      })
      .catch(() => {
        /* The link in the part stays. */
      });
  }
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/* The pieces of a part that differ are replaced; lines are added, so that a reader's place and
   what a screen reader has said are kept. */
function update(part, html) {
  const fresh = parsed(html);
  for (const piece of fresh.querySelectorAll("[data-piece]")) {
    const shown = part.querySelector(`[data-piece="${piece.dataset.piece}"]`);
    if (!shown) {
      continue;
    }
    if (piece.dataset.piece !== "lines") {
      if (shown.outerHTML !== piece.outerHTML) {
        shown.replaceWith(piece);
      }
      continue;
    }
    for (const line of [...piece.children]) {
      if (!shown.querySelector(`[data-line="${line.dataset.line}"]`)) {
        shown.append(line);
      }
    }
  }
  localTimes(part);
}

/* What the server tells as it happens. The browser comes again by itself when the stream breaks. */
function follow(root) {
  for (const part of root.querySelectorAll("[data-follow]")) {
    const stream = new EventSource(part.dataset.follow);
    part.removeAttribute("data-follow");
    stream.addEventListener("progress", (event) => update(part, event.data));
    stream.addEventListener("ended", (event) => {
      stream.close();
      update(part, event.data);
    });
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED && part.hasAttribute("data-insist")) {
        window.setTimeout(() => window.location.reload(), 5000);
      }
    });
  }
}

function begin(root) {
  localTimes(root);
  loadParts(root);
  follow(root);
}

begin(document);
