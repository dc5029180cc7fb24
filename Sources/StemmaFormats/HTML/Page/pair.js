// Two texts side by side, sentence by sentence.

const kindNames = ["same", "reworded", "only", "moved"];
const tags = { dropped: "del", added: "ins", reworded: "mark" };

// A part of a text with its stretches marked; marks are three numbers each.
const marked = (text, extent, marks, side, decided) => {
  const cell = document.createDocumentFragment();
  let position = extent[0];
  // Stretches of both sides that belong together have the same number.
  const numbers = [0, 0];
  for (let index = 0; marks && index < marks.length; index += 3) {
    const [start, end, kind] = marks.slice(index, index + 3);
    if (start > position) cell.append(text.slice(position, start));
    const name = kind === 2 && decided ? (side === "left" ? "dropped" : "added") : kindNames[kind];
    const number = kind < 2 ? kind + "-" + numbers[kind]++ : null;
    if (end > start) {
      cell.append(make(tags[name] || "span", { class: name, "data-n": number, tabindex: kind === 1 ? "-1" : null }, text.slice(start, end)));
    }
    position = end;
  }
  cell.append(text.slice(position, extent[1]));
  return cell;
};

const trimmed = (text, extent) => {
  let [start, end] = extent;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return [start, end];
};

const sideCell = (row, side, texts, pair, label, isMoved) => {
  const extent = row[side[0]];
  const isAlone = !row.l || !row.r;
  if (!extent) {
    return make("td", { role: "cell", class: side + " empty" }, make("span", { class: "absent" }, "no counterpart found"));
  }
  const alone = !isAlone ? "" : !pair.decided ? "only" : side === "left" ? "dropped" : "added";
  const words = { only: "only here", dropped: "left out, it seems", added: "added, it seems" }[alone];
  return make("td", { role: "cell", class: side }, make("span", { class: "label" }, foreign(label)),
    words ? make("span", { class: "flag" }, words) : null,
    isMoved && side === "left" ? make("span", { class: "flag" }, "moved: stands elsewhere in this text") : null,
    make("div", { class: "words", dir: "auto", lang: "" },
      marked(texts[side], trimmed(texts[side], extent), row[side[0] + "m"], side, pair.decided)));
};

// Hovering or focusing words that the other side has, too, or has in other words, shows them there; arrow keys go from row to row, and within a
// row from rewording to rewording.
const linkSides = (table) => {
  const counterpart = (stretch) => {
    const row = stretch.closest("tr");
    const other = stretch.closest("td").classList.contains("left") ? "right" : "left";
    return row.querySelector("td." + other + " [data-n='" + stretch.dataset.n + "']");
  };
  const light = (event, on) => {
    const stretch = event.target.closest("[data-n]");
    const other = stretch && counterpart(stretch);
    for (const each of other ? [stretch, other] : []) each.classList.toggle("lit", on);
  };
  table.addEventListener("mouseover", (event) => light(event, true));
  table.addEventListener("mouseout", (event) => light(event, false));
  table.addEventListener("focusin", (event) => light(event, true));
  table.addEventListener("focusout", (event) => light(event, false));
  table.addEventListener("keydown", (event) => {
    const turn = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (turn) {
      const stops = [event.target.closest("tbody tr"), ...event.target.closest("tr").querySelectorAll(".reworded")];
      const stop = stops[stops.indexOf(event.target) + turn];
      if (stop) stop.focus();
      return;
    }
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const row = event.target.closest("tbody tr");
    const next = step && row && row[step];
    if (!next) return;
    event.preventDefault();
    row.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
};

const sideHead = (side, pair) => {
  const known = data.documents[pair[side]];
  const role = pair.decided ? (side === "left" ? "First" : pair.delay > 0 ? delayWords(pair.delay) : "Later") : "";
  return make("th", { scope: "col", role: "columnheader", class: side },
    make("span", { class: "role" }, role), make("strong", null, foreign(nameOf(pair[side]))),
    make("span", { class: "title" }, foreign(known.title)),
    make("span", { class: "size" }, dateWords(known.date), known.source ? [known.date ? " · " : " ", foreign(known.id)] : null, " ",
      address(known.url)));
};

const sideBySide = (pair, alignment) => {
  if (alignment.rows.length === 0) {
    return make("p", { class: "remark" }, "There was no more room in the page for the wording of these texts.");
  }
  const texts = { left: textOf(pair.left), right: textOf(pair.right) };
  const labels = { left: nameOf(pair.left), right: nameOf(pair.right) };
  const table = make("table", { class: "sides", role: "table", "aria-label": "The two texts, sentence by sentence" },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, sideHead("left", pair), sideHead("right", pair))),
    make("tbody", { role: "rowgroup" }, alignment.rows.map((row, index) =>
      make("tr", { role: "row", tabindex: index ? "-1" : "0", class: row.l && row.r ? "linked" : "apart" },
        sideCell(row, "left", texts, pair, labels.left, row.moved && !(alignment.rows[index - 1] || {}).moved),
        sideCell(row, "right", texts, pair, labels.right)))));
  linkSides(table);
  return table;
};

const legend = (pair) => make("div", { class: "legend", "aria-label": "How words are marked", role: "group" },
  make("span", { class: "same" }, "the same words"), make("mark", { class: "reworded" }, "reworded"),
  make("span", { class: "moved" }, "at another place of the sentence"),
  pair.decided ? [make("del", { class: "dropped" }, "left out"), make("ins", { class: "added" }, "added")]
    : make("span", { class: "only" }, "only in this text"));

// What became of a thing that was said, seen from the left text to the right.
const changeWords = (change, pair, isTurned) => {
  const mirror = { onlyInA: "onlyInB", onlyInB: "onlyInA", quoted: "unquoted", unquoted: "quoted" };
  const manner = isTurned ? mirror[change] || change : change;
  return {
    changed: "differs", onlyInA: pair.decided ? "left out" : "only in one text",
    onlyInB: pair.decided ? "added" : "only in one text", unquoted: "quoted on the left, told on the right",
    quoted: "told on the left, quoted on the right",
  }[manner] || manner;
};

// So many are shown at once, above the texts themselves.
const fewChanges = 6;

// What changed in meaning: numbers, names, dates and quotations that differ.
const meaning = (pair, alignment) => {
  const changes = alignment.changes || [];
  if (changes.length === 0) return null;
  const part = (side) => side && side.text ? make("q", { dir: "auto", lang: "" }, side.text) : "–";
  return make("section", { class: "meaning", "aria-labelledby": "meaning" },
    make("h2", { id: "meaning" }, "What changed in meaning"),
    longTable("Table of what changed",
      [{ text: "What" }, { text: foreign(nameOf(pair.left)) }, { text: foreign(nameOf(pair.right)) }],
      changes.map((change) => make("tr", null,
        make("th", { scope: "row" }, change.kind + ": " + changeWords(change.change, pair, alignment.turned)),
        make("td", null, part(alignment.turned ? change.b : change.a)),
        make("td", null, part(alignment.turned ? change.a : change.b)))), fewChanges));
};

const scoreWords = (scores) => make("details", { class: "figures" }, make("summary", null, "The figures"),
  make("dl", null, Object.keys(scores).sort().map((name) =>
    [make("dt", null, name.replaceAll("_", " ")), make("dd", null, String(scores[name]))])));

const showPair = (number) => {
  const pair = data.pairs[number];
  const alignment = alignmentOf(number);
  const story = pair.story === undefined ? null : data.stories[pair.story];
  const trail = story ? [{ text: data.documents[story.lead].title, to: "#/story/" + pair.story }] : [];
  const { leftName, rightName } = alignment;
  const heading = pair.decided ? [foreign(rightName), " from ", foreign(leftName)]
    : [foreign(leftName), " and ", foreign(rightName)];
  const place = story ? story.pairs.indexOf(number) : loosePairs.indexOf(number);
  const row = story ? story.pairs : loosePairs;
  const isCut = data.documents[pair.left].cut || data.documents[pair.right].cut;
  show(rightName + " and " + leftName, [...trail, { text: "Side by side" }], [
    make("h1", { tabindex: "-1" }, heading),
    make("p", { class: "lead" }, chip(pair.relation, relationWord(pair)), " ", alignment.sentence,
      pair.relation === "none" ? null : make("span", { class: "sure" }, " " + surenessWords(pair))),
    make("ul", { class: "reasons" }, alignment.reasons.map((reason) => make("li", null, reason))),
    meaning(pair, alignment),
    make("section", { "aria-labelledby": "sides" }, make("h2", { id: "sides" }, "Side by side"),
      alignment.rows.some((row) => row.lm) ? legend(pair) : null,
      alignment.rows.some((row) => row.lm) ? make("p", { class: "note onscreen" },
        "Point at words to see their counterpart. On the keyboard, the arrows lead from row to row and from rewording to rewording.") : null,
      isCut ? make("p", { class: "remark" }, "Only the beginning of long texts is in the page."
        + (alignment.passagesBeyond ? " " + counted(alignment.passagesBeyond, "common passage")
          + " further down " + (alignment.passagesBeyond === 1 ? "is" : "are") + " not shown." : "")) : null,
      sideBySide(pair, alignment)),
    scoreWords(alignment.scores),
    make("nav", { class: "steps", "aria-label": "Pairs" },
      place > 0 ? link("#/pair/" + row[place - 1], { class: "button" }, "Pair before") : null,
      place >= 0 && place + 1 < row.length ? link("#/pair/" + row[place + 1], { class: "button" }, "Next pair") : null),
  ]);
};
