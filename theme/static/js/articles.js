// Reviews as the site's own pages show them, labels and answer included, taken from those pages when wanted.
//
// `selector` finds the lists, `keysOf` tells by what an article is asked for, `address` is the list's first
// page and `further` a pattern of the next. Returns a function from a key, and the number of the page on which
// it should be, to the article; it looks on later pages too, as drafts and a newer build push reviews there.

export function gather(selector, keysOf, { first, further, count }) {
  const kept = new Map(), pages = new Map();
  keep(document);

  function keep(page) {
    for (const article of page.querySelectorAll(`${selector} > *`)) {
      for (const key of keysOf(article)) if (!kept.has(key)) kept.set(key, article);
    }
  }

  function load(number) {
    const address = number > 1 ? further.replace("{page}", number) : first;
    if (!pages.has(number)) pages.set(number, ask(address).then((answer) => answer.text()).then(parse).then(keep));
    pages.get(number).catch(() => pages.delete(number)); // so that the next try asks again
    return pages.get(number);
  }

  return async (key, number) => {
    for (; !kept.has(key) && number <= count; number++) await load(number);
    return kept.get(key);
  };
}

export async function ask(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

// Puts `articles` into `list` and touches only what differs: what is open or playing stays so.
export function place(articles, list) {
  articles.forEach((article, at) => {
    if (list.children[at] !== article) list.insertBefore(article, list.children[at] ?? null);
  });
  while (list.children.length > articles.length) list.lastElementChild.remove();
}

export function say(sentence, numbers) {
  const format = new Intl.NumberFormat(document.documentElement.lang);
  return sentence.replace(/\{(\w+)\}/g, (_, name) => format.format(numbers[name]));
}

const parse = (html) => new DOMParser().parseFromString(html, "text/html");
