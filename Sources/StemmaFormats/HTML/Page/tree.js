// The family tree of a story, and its members on a line of time.

const readButton = (member) => {
  const known = data.documents[member];
  const box = make("details", { class: "reading" }, make("summary", null, "Read"));
  box.addEventListener("toggle", () => {
    if (!box.open || box.children.length > 1) return;
    const text = known.missing ? null : textOf(member);
    box.append(text === null ? make("p", { class: "note" }, "There was no more room in the page for this text.")
      : make("div", { class: "text", dir: "auto", lang: "" }, text));
    if (known.cut) box.append(make("p", { class: "note" }, "Only the beginning of this long text is in the page."));
  });
  return box;
};

// The closest pair of a text that hangs from no other, not counting those that hang from it.
const closestPair = (story, member, children) => {
  const rank = (number) => closeness.indexOf(data.pairs[number].relation);
  return story.pairs.filter((number) => {
    const members = membersOfPair(number);
    return members.includes(member) && !children.some((child) => members.includes(child));
  }).sort((x, y) => rank(x) - rank(y) || data.pairs[y].confidence - data.pairs[x].confidence)[0];
};

// A text with what is known of it, and what makes it part of the family.
const memberCard = (member, pairNumber, lead, isShort, isRoot) => {
  const known = data.documents[member];
  const pair = pairNumber === undefined ? null : data.pairs[pairNumber];
  const alignment = pair ? alignmentOf(pairNumber) : null;
  const time = pair && !isRoot && pair.decided && pair.delay !== undefined ? delayWords(pair.delay) : dateWords(known.date);
  const sure = pair ? surenessWords(pair) : "";
  const other = pair && (pair.left === member ? pair.right : pair.left);
  return make("article", { class: "card" + (isRoot ? " root" : "") + (isShort ? " short" : "") },
    make("p", { class: "chips" }, lead, pair && !isRoot ? chip(pair.relation, relationWord(pair)) : null,
      make("strong", null, foreign(nameOf(member))), make("span", { class: "size" }, time,
        pair && !isRoot && pair.decided && known.date ? make("span", { class: "unseen" }, ", " + dateWords(known.date)) : null)),
    make("p", { class: "title" }, foreign(known.title)),
    pair && isRoot ? make("p", { class: "size" }, "closest to ", foreign(nameOf(other)), ", ", relationWord(pair), ": ",
      foreign(data.documents[other].title)) : null,
    alignment && !isShort ? make("p", { class: "why" }, alignment.sentence + " " + sure) : null,
    make("div", { class: "actions" },
      pair ? link("#/pair/" + pairNumber, { class: "button" }, "Compare side by side",
        make("span", { class: "unseen" }, ": ", foreign(nameOf(pair.left)), " and ", foreign(nameOf(pair.right)))) : null,
      alignment ? make("details", null, make("summary", null, "Why"),
        make("ul", null, [...(isShort ? [alignment.sentence] : []), ...alignment.reasons, ...(isShort ? [sure] : [])]
          .map((reason) => make("li", null, reason)))) : null,
      readButton(member), address(known.url)));
};

// From so many members on, each is told in few lines.
const manyMembers = 12;
// So many generations are set off from the edge.
const deepest = 5;

const familyTree = (story) => {
  const isShort = story.members.length > manyMembers;
  const children = new Map();
  for (const edge of story.edges) {
    children.set(edge.source, [...(children.get(edge.source) || []), edge.derivative]);
  }
  const derived = new Set(story.edges.map((edge) => edge.derivative));
  const likely = new Set(story.edges.filter((edge) => edge.likely).map((edge) => edge.derivative));
  const byDate = (x, y) => (data.documents[x].date || "9").localeCompare(data.documents[y].date || "9") || x - y;
  // Items of a list: the member with its branches below, or behind it where the page gets too narrow.
  const branch = (member, source, depth) => {
    const below = (children.get(member) || []).sort(byDate);
    const isRoot = source === undefined;
    const pairNumber = !isRoot ? pairBetween(member, source)
      : story.origin === member ? undefined : closestPair(story, member, below);
    const lead = isRoot && story.origin === member
      ? make("span", { class: "chip first" }, hasLikelyFirst(story) ? "likely first" : "first") : likely.has(member) ? make("span", { class: "size" }, "likely") : null;
    const item = make("li", null, memberCard(member, pairNumber, lead, isShort, isRoot),
      depth > deepest ? make("p", { class: "note" }, "made from ", foreign(nameOf(source)), ": ",
        foreign(data.documents[source].title)) : null);
    const items = below.flatMap((other) => branch(other, member, depth + 1));
    if (depth >= deepest) return [item, ...items];
    if (items.length) item.append(make("ul", null, items));
    return [item];
  };
  const roots = story.members.filter((member) => !derived.has(member)).sort(byDate);
  return make("ul", { class: "tree" }, roots.flatMap((root) => branch(root, undefined, 0)));
};

const secondsOf = (date) => Date.parse(date.length > 10 ? date : date + "T12:00:00Z") / 1000;

const timeline = (story) => {
  const dated = story.members.filter((member) => data.documents[member].date)
    .sort((x, y) => secondsOf(data.documents[x].date) - secondsOf(data.documents[y].date) || x - y);
  if (dated.length < 2) return null;
  const times = dated.map((member) => secondsOf(data.documents[member].date));
  const [start, length] = [times[0], times[times.length - 1] - times[0]];
  if (length === 0) return null;
  const sources = new Map(story.edges.map((edge) => [edge.derivative, edge.source]));
  return make("section", { "aria-labelledby": "times" }, make("h2", { id: "times" }, "When"),
    make("ol", { class: "times" }, dated.map((member, index) => {
      const dot = make("span", { class: "dot" + ((story.origin === undefined ? sources.has(member) : member !== story.origin) ? "" : " first") });
      const track = make("span", { class: "track", "aria-hidden": "true" }, dot);
      dot.style.insetInlineStart = (times[index] - start) / length * 100 + "%";
      return make("li", null, make("span", { class: "when" }, dateWords(data.documents[member].date)), track,
        make("span", { class: "who" }, foreign(nameOf(member))));
    })),
    dated.length < story.members.length ? make("p", { class: "note" },
      counted(story.members.length - dated.length, "text") + " without a date.") : null);
};
