// Filter, order and full-text search among an item's reviews, in place.
//
// The item's JSON says which reviews fit; each is then shown as the site's own pages show it. What is chosen
// stands in the address. Without this file the static pages behind the filter links do the same work.

import { ask, gather, place, say } from "./articles.js";

const STEP = 20;
const PAUSE = 150; // nothing is shown, or spoken, for each letter of a word
const form = document.querySelector(".find");
if (form) begin(form);

function begin(form) {
  const { reviews: source, size, found: sentence, none, failed, ...pages } = form.dataset;
  const list = document.querySelector(".review-list");
  const pagination = document.querySelector(".pagination");
  const more = document.querySelector(".find-more");
  const clear = form.querySelector("[type=reset]");
  const status = form.querySelector("output");
  const title = document.querySelector(".list-title");
  const heading = title.textContent, own = [...list.children];
  const articleOf = gather(".review-list", (article) => [article.id], pages);
  const topics = new Map();
  for (const option of form.elements.topic?.options ?? []) {
    for (const name of (option.dataset.names ?? option.text).split("\n")) topics.set(name, option.value);
  }
  let asked, shown = STEP, turn = 0, typing = false, timer;

  form.querySelector("fieldset").disabled = false;
  form.addEventListener("focusin", () => load().then((all) => count(all, chosen())).catch(() => {}), { once: true });
  form.addEventListener("input", ({ target }) => later(target.name === "q"));
  form.addEventListener("submit", (event) => { event.preventDefault(); later(true, 0); });
  form.addEventListener("reset", () => { later(false, 0); form.elements.q.focus(); });
  more.addEventListener("click", async () => {
    const next = shown;
    shown += STEP;
    await show();
    list.children[next]?.querySelector("a, button")?.focus();
  });
  window.addEventListener("popstate", () => {
    const before = String(chosen());
    restore();
    if (String(chosen()) !== before) later(false, 0, false); // else only the fragment changed
  });
  if (restore()) show();

  function later(words, pause = words ? PAUSE : 0, isNew = true) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isNew) remember(words);
      shown = STEP;
      show();
    }, pause);
  }

  function chosen() {
    const given = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
    return new URLSearchParams(given.filter(([, value]) => value));
  }

  // One step back for each choice, and one for all that was typed at a stretch.
  function remember(words) {
    const wanted = chosen();
    const search = wanted.size ? `?${wanted}` : "";
    if (search === location.search) return;
    history[words && typing ? "replaceState" : "pushState"](null, "", location.pathname + search);
    typing = words;
  }

  function restore() {
    const given = new URLSearchParams(location.search);
    typing = false;
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") field.checked = given.has(field.name);
      else field.value = given.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = ""; // an old address may name what is gone
    }
    return chosen().size > 0;
  }

  function load() {
    asked ??= ask(source).then((answer) => answer.json()).then((item) => prepare(item, topics));
    asked.catch(() => { asked = undefined; }); // the next try asks again
    return asked;
  }

  async function show() {
    const mine = ++turn;
    const wanted = chosen();
    try {
      const all = await load();
      const fitting = all.filter(fits(wanted));
      const found = wanted.size ? order(fitting, wanted.get("sort")) : all;
      const visible = found.slice(0, shown).map((one) => articleOf(one.id, 1 + Math.floor(one.at / size)));
      const articles = wanted.size ? (await Promise.all(visible)).filter(Boolean) : own;
      if (mine !== turn) return; // somebody has chosen on meanwhile
      const numbers = { found: found.length, all: all.length };
      if (wanted.size) title.textContent = `${say(sentence, numbers)} · ${form.elements.sort.selectedOptions[0].text}`;
      tell(articles, wanted.size > 0, found.length > shown, say(found.length ? sentence : none, numbers));
      count(all, wanted);
    } catch {
      if (mine === turn) tell(own, false, false, failed);
    }
  }

  function tell(articles, isSearch, hasMore, words) {
    const held = list.contains(document.activeElement) && document.activeElement;
    place(articles, list);
    if (held && held !== document.activeElement) (held.isConnected ? held : form.elements.q).focus({ preventScroll: true });
    if (pagination) pagination.hidden = isSearch;
    more.hidden = !isSearch || !hasMore;
    clear.hidden = !chosen().size;
    if (!isSearch) title.textContent = heading;
    // The other languages have the same reviews, topics and orders under the same names.
    for (const link of document.links) if (link.rel === "alternate") link.search = location.search;
    status.value = words;
  }

  // How many reviews each choice would leave, the other choices being as they are.
  function count(all, wanted) {
    for (const select of form.querySelectorAll("select:not([name=sort])")) {
      const others = new URLSearchParams(wanted);
      others.delete(select.name);
      const rest = all.filter(fits(others));
      for (const option of select.options) {
        if (!option.value) continue;
        option.dataset.label ??= option.text;
        const left = rest.filter((review) => review[select.name].includes(option.value)).length;
        option.textContent = say(`${option.dataset.label} ({left})`, { left });
      }
    }
  }
}

function prepare(item, topics) {
  return item.reviews.map((review, at) => {
    const { author = {}, translations = {}, keywords = [] } = review;
    const told = [review, review.reply, ...Object.values(translations)].flatMap((one) => [one?.name, one?.reviewBody, one?.text]);
    const words = [...told, author.name, author.worksFor, author.jobTitle, author.addressLocality, ...keywords];
    const value = onFive(review.reviewRating);
    return {
      at,
      id: review.identifier.split("/").pop(),
      words: fold(words.filter(Boolean).join(" ")),
      value,
      rating: value ? [String(Math.floor(value + 0.5))] : [],
      lang: [review.inLanguage.split("-")[0].toLowerCase()],
      topic: keywords.map((name) => topics.get(name)),
      verified: review.provenance?.verification ? ["1"] : [],
    };
  });
}

// Exactly: what the JSON says of another scale is rounded, and 3.496 is three stars, not four.
function onFive(rating) {
  if (!rating) return undefined;
  const { ratingValue, bestRating, worstRating } = rating.asTyped ?? rating;
  return 1 + (4 * (ratingValue - worstRating)) / (bestRating - worstRating);
}

function fits(wanted) {
  const words = (fold(wanted.get("q") ?? "").match(/"[^"]+"|[^\s"]+/g) ?? []).map((one) => one.replaceAll('"', "").trim());
  const choices = [...wanted].filter(([name]) => name !== "q" && name !== "sort");
  return (review) => words.every((one) => review.words.includes(one)) && choices.every(([name, value]) => review[name].includes(value));
}

function order(reviews, how) {
  if (how === "oldest") return reviews.reverse();
  const sign = { highest: -1, lowest: 1 }[how];
  return sign ? reviews.filter((one) => one.value).sort((a, b) => sign * (a.value - b.value) || a.at - b.at) : reviews;
}

// As one types it: no accents, no ligatures, straight marks, plain spaces.
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss")
    .replace(/[’‘]/g, "'").replace(/[“”«»]/g, '"').replace(/[‐–—]/g, "-").replace(/\s+/g, " ").trim();
}
