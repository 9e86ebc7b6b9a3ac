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

  // data-follow="address" on an element: what the server sends there replaces what is in it. The
  // event "end" is the last; data-after says whether to load the page again then.
  const follow = (element) => {
    const source = new EventSource(element.dataset.follow);
    const show = (event) => {
      // Fragments of our own server, escaped there like every page.
      element.innerHTML = event.data;
      followAll(element);
    };
    source.addEventListener("message", show);
    source.addEventListener("end", (event) => {
      source.close();
      if (event.data) {
        show(event);
      }
      if (element.dataset.after === "reload") {
        location.reload();
      }
    });
    // The browser tries again by itself, unless the answer was no stream at all.
    window.addEventListener("pagehide", () => source.close(), { once: true });
  };

  const followAll = (root) => {
    root.querySelectorAll("[data-follow]:not([data-following])").forEach((element) => {
      element.dataset.following = "yes";
      follow(element);
    });
  };

  document.addEventListener("click", opens);
  document.addEventListener("click", closes);
  document.addEventListener("submit", sendsOnce);
  window.addEventListener("pageshow", wakes);
  followAll(document);
})();
