"use strict";

// Everything works without this script: a button that asks first leads to a page that asks, and
// progress is seen by loading the page again. With it, both happen in place.
(() => {
  // data-dialog="id" on a link or button: opens that dialog instead of what it does otherwise.
  const opens = (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (!opener || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const dialog = document.getElementById(opener.dataset.dialog);
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      // Escape closes it, and the focus goes back to the opener: browsers see to both.
      dialog.showModal();
    }
  };

  // data-close inside a dialog, or a click beside it, closes it.
  const closes = (event) => {
    const closer = event.target.closest("[data-close]");
    const dialog = closer ? closer.closest("dialog") : event.target;
    if (dialog instanceof HTMLDialogElement && dialog.open) {
      if (closer) {
        event.preventDefault();
      }
      dialog.close();
    }
  };

  // A form is sent once: an impatient second click is no second wish.
  const sendsOnce = (event) => {
    const form = event.target;
    if (form.method !== "post") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.querySelectorAll("button[type=submit], button:not([type])").forEach((button) => {
      button.setAttribute("aria-busy", "true");
    });
  };

  // Back to a page that was kept as it was: its forms can be sent again.
  const wakes = () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
    });
  };

  const parsed = (html) => {
    const template = document.createElement("template");
    // Fragments of our own server, escaped there like every page.
    template.innerHTML = html;
    return template.content;
  };

  // Times are written in the server's zone; whoever reads them may live in another.
  const localTimes = (root) => {
    const day = { day: "numeric", month: "long", year: "numeric" };
    root.querySelectorAll("time[data-local]").forEach((time) => {
      const then = new Date(time.dateTime);
      const midnight = new Date().setHours(0, 0, 0, 0);
      const days = Math.ceil((midnight - then) / 86_400_000);
      const date = then.toLocaleDateString("en-GB", day);
      if (time.dataset.local === "day") {
        time.textContent = date;
      } else {
        const near = days <= 0 ? "today" : days === 1 ? "yesterday" : date;
        time.textContent = near + " " + then.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
      }
    });
  };

  // What of an element differs takes the place of the former, piece by piece (data-piece="name").
  // Lines are only added: a reader's place is kept, and so is what a screen reader has said.
  const update = (element, html) => {
    parsed(html).querySelectorAll("[data-piece]").forEach((piece) => {
      const shown = element.querySelector(`[data-piece="${piece.dataset.piece}"]`);
      if (!shown) {
        return;
      }
      if (piece.dataset.piece === "lines") {
        [...piece.children]
          .filter((line) => !shown.querySelector(`[data-line="${line.dataset.line}"]`))
          .forEach((line) => shown.append(line));
      } else if (!shown.isEqualNode(piece)) {
        shown.replaceWith(piece);
      }
    });
    localTimes(element);
    element.querySelectorAll("[data-follow]").forEach(follow);
  };

  // data-follow="address" on an element, or on a piece of a data-part: the server sends there how
  // the pieces go on. The event "ended" is the last. Nothing is followed twice.
  const followed = new Set();
  const follow = (element) => {
    const address = element.dataset.follow;
    if (followed.has(address)) {
      return;
    }
    followed.add(address);
    const part = element.closest("[data-part]") ?? element;
    const source = new EventSource(address);
    source.addEventListener("progress", (event) => update(part, event.data));
    source.addEventListener("ended", (event) => {
      source.close();
      update(part, event.data);
    });
    // The browser tries again by itself, unless the answer was no stream at all. A page that is
    // there for nothing else (data-insist) then looks again like one without this script.
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED && element.hasAttribute("data-insist")) {
        window.setTimeout(() => location.reload(), 5_000);
      }
    });
    window.addEventListener("pagehide", () => source.close(), { once: true });
  };

  // data-load="address" on an element: what was not ready with its page, asked for once. It takes
  // the place of the data-part around it. Without an answer the link in it stays.
  const load = (element) => {
    fetch(element.dataset.load)
      .then((answer) => (answer.ok && !answer.redirected ? answer.text() : Promise.reject(answer)))
      .then((html) => {
        const fresh = parsed(html).firstElementChild;
        element.closest("[data-part]").replaceWith(fresh);
        begin(fresh.parentElement);
      })
      .catch(() => {});
    element.removeAttribute("data-load");
  };

  // data-watch="address" on an element: while somebody looks at the page, it is asked there now
  // and then whether there is news since what the element shows (data-as-of), and when somebody
  // comes back to the page.
  const watch = (element) => {
    const address = element.dataset.watch;
    element.removeAttribute("data-watch");
    let asked = Date.now();
    const ask = () => {
      const shown = element.querySelector("[data-as-of]");
      if (document.hidden || Date.now() - asked < 10_000 || !element.isConnected || !shown) {
        return;
      }
      asked = Date.now();
      fetch(`${address}?after=${encodeURIComponent(shown.dataset.asOf)}`)
        .then((answer) => (answer.status === 200 && !answer.redirected ? answer.text() : ""))
        .then((html) => update(element, html))
        .catch(() => {});
    };
    window.setInterval(ask, 15_000);
    document.addEventListener("visibilitychange", ask);
  };

  const begin = (root) => {
    localTimes(root);
    root.querySelectorAll("[data-load]").forEach(load);
    root.querySelectorAll("[data-watch]").forEach(watch);
    root.querySelectorAll("[data-follow]").forEach(follow);
  };

  document.addEventListener("click", opens);
  document.addEventListener("click", closes);
  document.addEventListener("submit", sendsOnce);
  window.addEventListener("pageshow", wakes);
  begin(document);
})();
