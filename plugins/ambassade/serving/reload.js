// Keeps a served page up to date, and shows over it why it cannot be. Never part of the site.
(() => {
  "use strict";
  const mine = document.currentScript.dataset.build;
  let source = null;
  let overlay = null;
  let closed = null;

  const make = (name, text, properties = {}) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    return Object.assign(element, properties);
  };

  const remove = () => {
    overlay?.remove();
    overlay = null;
  };

  const close = (number) => {
    closed = number;
    remove();
  };

  const describe = (fault) => {
    const entry = make("li");
    if (fault.where) entry.append(make("code", fault.where));
    if (fault.mark) entry.append(make("strong", fault.mark));
    entry.append(make("p", fault.words));
    return entry;
  };

  // A shadow root, so that neither the theme's styles nor ours reach the other.
  const show = ({ number, words, faults }) => {
    remove();
    // What stands in for the overlay where scripts are off.
    document.getElementById("ambassade-told")?.remove();
    overlay = make("div", "", { id: "ambassade-faults" });
    const panel = make("section", "", { className: "panel", tabIndex: 0 });
    panel.setAttribute("role", "alert");
    panel.setAttribute("aria-labelledby", "title");
    const button = make("button", words.close, { type: "button" });
    button.addEventListener("click", () => close(number));
    const list = make("ol");
    list.append(...faults.map(describe));
    panel.append(make("h2", words.title, { id: "title" }), button, list);
    if (words.more) panel.append(make("p", words.more));
    panel.append(make("p", words.hint));
    overlay.lang = words.language;
    overlay.attachShadow({ mode: "open" }).append(
      make("link", "", { rel: "stylesheet", href: "/__ambassade/overlay.css" }),
      panel,
    );
    overlay.addEventListener("keydown", (event) => event.key === "Escape" && close(number));
    document.body.prepend(overlay);
  };

  const hear = (event) => {
    const news = JSON.parse(event.data);
    if (news.build !== mine) return location.reload();
    if (event.type === "built") remove();
    else if (news.number !== closed) show(news);
  };

  // A browser opens six connections to a host: hidden tabs leave theirs to others.
  const listen = () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource("/__ambassade/events");
      source.addEventListener("built", hear);
      source.addEventListener("failed", hear);
    }
  };

  document.addEventListener("visibilitychange", listen);
  // A page that comes back out of the browser's memory must look again.
  addEventListener("pagehide", () => { source?.close(); source = null; });
  addEventListener("pageshow", listen);
  listen();
})();
