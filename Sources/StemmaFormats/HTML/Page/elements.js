// Elements are made here and nowhere else. What comes from documents goes in as text, never as markup.

const make = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue; // "" stays: an unknown language
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

// Words of a document among ours: in their own direction of writing.
const foreign = (text) => make("bdi", { lang: "" }, text);

// The same of a name without blanks, which may be broken behind its marks where a line is narrow.
const breakable = (name) => make("bdi", { lang: "" },
  name.split(/(?<=[./_@-])/).flatMap((part, index) => (index ? [make("wbr"), part] : [part])));

const link = (address, attributes, ...children) => make("a", { href: address, ...attributes }, ...children);

const chip = (relation, text) => make("span", { class: "chip " + relation }, text || relations[relation].word);

// The page where a text stood; other addresses than those of the web are not made links.
const address = (url) => url && /^https?:\/\//i.test(url)
  ? link(url, { rel: "noopener noreferrer", class: "quiet" }, "where it stood") : null;

// A list that grows on demand, so that thousands of items cost nothing until they are wanted.
const growingList = (items, step, attributes, render) => {
  const list = make("ol", attributes);
  const more = make("button", { type: "button", class: "more" });
  const printed = make("p", { class: "note printed" });
  let shown = 0;
  const grow = () => {
    const from = shown;
    shown = Math.min(items.length, shown + step);
    list.append(...items.slice(from, shown).map(render));
    more.hidden = printed.hidden = shown === items.length;
    printed.textContent = partWords(shown, items.length);
    more.textContent = "Show more (" + (items.length - shown).toLocaleString("en-GB") + " left)";
    return list.children[from];
  };
  more.addEventListener("click", () => {
    const first = grow();
    const target = first && first.querySelector("a, button");
    if (target) target.focus();
  });
  grow();
  return [list, more, printed];
};

// On paper, where nothing can be asked for: how much of a list stands there.
const partWords = (shown, count) =>
  shown.toLocaleString("en-GB") + " of " + count.toLocaleString("en-GB") + " are printed.";

// A table of which the first rows are shown; a button shows the others.
const longTable = (caption, heads, rows, most) => {
  const body = make("tbody", null, rows.slice(0, most));
  const table = make("table", { class: "account" }, make("caption", null, caption),
    make("thead", null, make("tr", null, heads.map((head) =>
      make("th", { scope: "col", class: head.number && "number" }, head.text)))), body);
  const wrap = make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption }, table);
  if (rows.length <= most) return [wrap];
  const more = make("button", { type: "button", class: "more" }, "Show all " + rows.length.toLocaleString("en-GB"));
  const printed = make("p", { class: "note printed" }, partWords(most, rows.length));
  more.addEventListener("click", () => {
    body.append(...rows.slice(most));
    more.remove();
    printed.remove();
    wrap.focus();
  });
  return [wrap, more, printed];
};
