// Filter, order and full-text search among an item's reviews, in place.
//
// The item's JSON says which reviews fit; each is then shown as the site's own pages show it, labels
// and answer included, so nothing is told twice in two ways. What is chosen stands in the address.
// Without this file the static pages behind the filter links do the same work.

const STEP = 20;
const form = document.querySelector(".find");
if (form) begin(form);

function begin(form) {
  const list = document.querySelector(".review-list");
  const pagination = document.querySelector(".pagination");
  const more = document.querySelector(".find-more");
  const status = form.querySelector("output");
  const pages = form.dataset.pages.split(" ");
  const own = [...list.children];
  const articles = new Map(own.map((article) => [article.id, article]));
  const fetched = new Map([[location.pathname, Promise.resolve()]]);
  let reviews, shown = STEP, turn = 0;

  const chosen = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

  async function load() {
    reviews ??= fetch(form.dataset.reviews).then((answer) => answer.json()).then(prepare);
    return reviews;
  }

  async function articleOf(review) {
    if (!articles.has(review.id)) {
      const page = pages[Math.floor(review.at / Number(form.dataset.size))];
      if (!fetched.has(page)) fetched.set(page, fetch(page).then((answer) => answer.text()).then(keep));
      await fetched.get(page);
    }
    return articles.get(review.id);
  }

  function keep(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const article of page.querySelectorAll(".review-list > [id]")) {
      if (!articles.has(article.id)) articles.set(article.id, document.adoptNode(article));
    }
  }

  async function show() {
    const mine = ++turn;
    const wanted = chosen();
    const target = `${location.pathname}${wanted.size ? `?${wanted}` : ""}${location.hash}`;
    history.replaceState(history.state, "", target);
    const all = await load();
    const found = order(all.filter((review) => fits(review, wanted)), wanted.get("sort"));
    const visible = wanted.size ? await Promise.all(found.slice(0, shown).map(articleOf)) : own;
    if (mine !== turn) return; // somebody has typed on meanwhile
    list.replaceChildren(...visible.filter(Boolean));
    if (pagination) pagination.hidden = wanted.size > 0;
    more.hidden = !wanted.size || found.length <= shown;
    status.value = wanted.size ? say(form.dataset.found, found.length, all.length) : "";
    count(all, wanted);
  }

  // How many reviews each choice would leave, the other choices being as they are.
  function count(all, wanted) {
    for (const select of form.querySelectorAll("select:not([name=sort])")) {
      const others = new URLSearchParams(wanted);
      others.delete(select.name);
      const rest = all.filter((review) => fits(review, others));
      for (const option of select.options) {
        if (!option.value) continue;
        option.dataset.label ??= option.textContent;
        const left = rest.filter((review) => review[select.name].includes(option.value)).length;
        option.textContent = `${option.dataset.label} (${left})`;
      }
    }
  }

  function restore() {
    const given = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") field.checked = given.has(field.name);
      else field.value = given.get(field.name) ?? "";
    }
    return [...given.keys()].some((name) => form.elements.namedItem(name));
  }

  const failed = () => { status.value = form.dataset.failed; };
  const update = () => { shown = STEP; show().catch(failed); };
  form.addEventListener("focusin", () => load().then((all) => count(all, chosen())).catch(failed), { once: true });
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => { event.preventDefault(); update(); });
  more.addEventListener("click", async () => {
    const next = shown;
    shown += STEP;
    await show().catch(failed);
    list.children[next]?.querySelector("a")?.focus();
  });
  window.addEventListener("popstate", () => { restore(); update(); });
  if (restore()) update();
}

function prepare(item) {
  return item.reviews.map((review, at) => {
    const words = [review.name, review.reviewBody, review.author?.name, review.reply?.text, ...review.keywords ?? []];
    const rating = review.reviewRating?.ratingValue;
    return {
      at,
      id: review.identifier.split("/").pop(),
      words: fold(words.filter(Boolean).join(" ")),
      value: rating,
      rating: rating ? [String(Math.floor(rating + 0.5))] : [],
      lang: [review.inLanguage.split("-")[0]],
      topic: review.keywords ?? [],
      verified: review.provenance?.verification !== undefined,
    };
  });
}

function fits(review, wanted) {
  for (const [name, value] of wanted) {
    if (name === "q" && !fold(value).split(/\s+/).every((word) => review.words.includes(word))) return false;
    if (name === "verified" && !review.verified) return false;
    if (["rating", "lang", "topic"].includes(name) && !review[name].includes(value)) return false;
  }
  return true;
}

function order(reviews, how) {
  if (how === "oldest") return reviews.reverse();
  const sign = { highest: -1, lowest: 1 }[how];
  return sign ? reviews.filter((one) => one.value).sort((a, b) => sign * (a.value - b.value) || a.at - b.at) : reviews;
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/’/g, "'").trim();
}

function say(sentence, found, all) {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  return sentence.replace("{found}", number.format(found)).replace("{all}", number.format(all));
}
