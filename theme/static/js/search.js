// Full-text search over all reviews: Pagefind finds them, the wall shows them on its own cards.
// The index is asked for at the first word.

import { gather, place, say } from "./articles.js";

const STEP = 20;
const form = document.querySelector(".search");
if (form) begin(form);

function begin(form) {
  const { engine: address, found: sentence, none, failed, ...pages } = form.dataset;
  const list = document.querySelector(".wall");
  const pagination = document.querySelector(".pagination");
  const field = form.elements.q;
  const more = form.querySelector(".find-more");
  const status = form.querySelector("output");
  const own = [...list.children];
  const links = (card) => [...card.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
  const cardOf = gather(".wall", links, pages);
  let engine, shown = STEP, turn = 0;

  list.after(more);
  form.querySelector("fieldset").disabled = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); begun(); });
  form.addEventListener("input", begun);
  more.addEventListener("click", async () => {
    const next = shown;
    shown += STEP;
    await show(0);
    list.children[next]?.querySelector("a")?.focus();
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) show(0);

  function begun() {
    shown = STEP;
    show(150);
  }

  async function show(pause) {
    const mine = ++turn;
    await new Promise((done) => { setTimeout(done, pause); });
    if (mine !== turn) return;
    const words = field.value.trim();
    history.replaceState(null, "", location.pathname + (words ? `?q=${encodeURIComponent(words)}` : ""));
    try {
      if (!words) return tell(own, 0, "");
      engine ??= import(address);
      engine.catch(() => { engine = undefined; });
      const { results } = await (await engine).search(words);
      const found = await Promise.all(results.slice(0, shown).map((one) => one.data()));
      const cards = await Promise.all(found.map(({ meta }) => cardOf(meta.href, Number(meta.page))));
      if (mine !== turn) return;
      tell(cards.filter(Boolean), results.length, say(results.length ? sentence : none, { found: results.length }));
    } catch {
      if (mine === turn) tell(own, 0, failed);
    }
  }

  function tell(cards, number, words) {
    place(cards, list);
    more.hidden = number <= shown;
    if (pagination) pagination.hidden = cards !== own;
    status.value = words;
  }
}
