// The first view: what was found in all, who takes from whom, and the stories with search and filters.

const filters = { words: "", relation: "", outlet: "", from: "", to: "" };
// In the place of an outlet: stories that more than one of them has. No outlet is called so.
const several = "\n";
// The stories that the filters let through, among which "next" leads.
let foundStories = null;

const membersOfPair = (number) => [data.pairs[number].left, data.pairs[number].right];

const matchesRelation = (pairs) => !filters.relation || pairs.some((number) => {
  const pair = data.pairs[number];
  if (filters.relation === "undecided") return !pair.decided && pair.common === undefined && pair.relation !== "same-story";
  return pair.relation === filters.relation;
});

const matches = (members, pairs) => {
  if (!matchesRelation(pairs)) return false;
  if (filters.outlet === several) {
    if (new Set(members.map((member) => data.documents[member].source).filter(Boolean)).size < 2) return false;
  } else if (filters.outlet && !members.some((member) => data.documents[member].source === filters.outlet)) return false;
  if (filters.from || filters.to) {
    const isWithin = members.some((member) => {
      const day = (data.documents[member].date || "").slice(0, 10);
      return day && (!filters.from || day >= filters.from) && (!filters.to || day <= filters.to);
    });
    if (!isWithin) return false;
  }
  // What stands in quotation marks is looked for as it is.
  const words = (filters.words.toLowerCase().match(/["“„][^"“”„]+["“”]|\S+/g) || [])
    .map((word) => word.replace(/^["“„]|["“”]$/g, "").trim()).filter(Boolean);
  return words.every((word) => {
    const isInHead = members.some((member) => {
      const known = data.documents[member];
      return [known.title, known.id, known.source].some((part) => part && part.toLowerCase().includes(word));
    });
    const packedWord = packed(word);
    return isInHead || members.some((member) => textHolds(member, packedWord));
  });
};

const summary = () => {
  const counts = data.counts;
  const outlets = counts.outlets > 1 ? " by " + counted(counts.outlets, "outlet") : "";
  if (counts.stories === 0) {
    return make("p", { class: "lead" }, counted(counts.documents, "text") + outlets
      + " read. None was made from another, as far as can be shown.");
  }
  return make("p", { class: "lead" }, counted(counts.documents, "text") + outlets + " read. ",
    make("strong", null, counts.texts.toLocaleString("en-GB") + " of them"), " were made from one another, in ",
    make("strong", null, counted(counts.stories, "story", "stories")), ".");
};

// What the pairs are of which one text was made from the other, or both from a third.
const derivations = () => {
  const { derivations, kinds } = data.counts;
  if (derivations === 0) return null;
  const words = relationOrder.filter((relation) => kinds[relation])
    .map((relation) => kinds[relation].toLocaleString("en-GB") + " " + relations[relation].plural);
  return make("p", null, counted(derivations, "pair of texts", "pairs of texts") + " show it: " + listWords(words) + ".");
};

const outletButton = (name) => make("button", {
  type: "button", class: "name", title: "Show the stories with this outlet",
  onclick: () => {
    Object.assign(filters, { words: "", relation: "", outlet: name, from: "", to: "" });
    showOverview();
    const heading = document.getElementById("stories");
    heading.scrollIntoView();
    heading.focus();
  },
}, breakable(name));

const howWords = (flow) => listWords(relationOrder.filter((relation) => flow.relations[relation])
  .map((relation) => flow.relations[relation] + " " + relations[relation].plural));

const account = () => {
  const { outlets, flows, shared } = data.account;
  if (flows.length + shared.length === 0) return null;
  const number = (count) => make("td", { class: "number" }, count ? count.toLocaleString("en-GB") : "–");
  const sharedRows = shared.map((flow) => make("tr", null,
    make("th", { scope: "row" }, outletButton(flow.one)), make("td", null, outletButton(flow.other)),
    number(flow.texts), make("td", null, howWords(flow))));
  const flowRows = flows.map((flow) => make("tr", null,
    make("th", { scope: "row" }, outletButton(flow.taker)), make("td", null, outletButton(flow.source)),
    make("td", { class: "number" }, flow.texts.toLocaleString("en-GB")), make("td", null, howWords(flow)),
    make("td", { class: "number" }, delayWords(flow.delay) || "–")));
  const outletRows = outlets.map((outlet) => make("tr", null,
    make("th", { scope: "row" }, outletButton(outlet.name)),
    [outlet.texts, outlet.first, outlet.given, outlet.taken, outlet.undecided].map(number),
    make("td", { class: "number" }, delayWords(outlet.delay) || "–")));
  return make("section", { class: "outlets", "aria-labelledby": "outlets" },
    make("h2", { id: "outlets" }, "Who takes from whom"),
    flows.length ? longTable("Outlets, and whose texts they made theirs from",
      [{ text: "Outlet" }, { text: "Took from" }, { text: "Texts", number: true }, { text: "How" },
        { text: "Delay", number: true }], flowRows, 8) : make("p", null, "Nothing tells of any two outlets who took from whom."),
    shared.length ? make("details", null, make("summary", null, "Who was first is undecided: "
      + counted(shared.reduce((sum, flow) => sum + flow.texts, 0), "text")),
      longTable("Outlets that share texts, where nothing tells who had them first",
        [{ text: "Outlet" }, { text: "And" }, { text: "Texts", number: true }, { text: "How" }], sharedRows, 25)) : null,
    make("details", null, make("summary", null, "Outlet by outlet"),
      longTable("What each outlet published first, gave and took",
        [{ text: "Outlet" }, { text: "Texts read", number: true }, { text: "First with a story", number: true },
          { text: "Others took", number: true }, { text: "Took from others", number: true },
          { text: "Undecided", number: true }, { text: "Delay", number: true }], outletRows, 25)),
    make("p", { class: "note" }, "Where a text is said to be taken from another, both may have it from an agency or from a text that is not here. The delay is the median time behind the source, where both dates are known; dates at which pages were fetched are no times of writing."),
    make("p", { class: "note onscreen" }, "The name of an outlet leads to its stories."));
};

const commonMatter = () => {
  if (data.commonMatter.length === 0) return null;
  const rows = data.commonMatter.map((run) => make("tr", null,
    make("td", { class: "number" }, run.texts.toLocaleString("en-GB")), make("td", null, foreign(run.words))));
  return make("section", { class: "common", "aria-labelledby": "common" },
    make("h2", { id: "common" }, "Not counted as reuse"),
    make("p", { class: "note" }, "What stands in many texts that have nothing else to do with each other: notices, menus, teasers, words that many quote."),
    make("details", null, make("summary", null, counted(rows.length, "passage")),
      longTable("Passages that were not counted as reuse",
        [{ text: "Texts", number: true }, { text: "Words" }], rows, 25)));
};

const storyMeta = (story) => {
  const kinds = {};
  // The pairs of the family tree come first; where there is none, what each text is closest to.
  const told = story.edges.length ? story.pairs.slice(0, story.edges.length)
    : new Set(story.members.map((member) => closestPair(story, member, [])).filter((number) => number !== undefined));
  for (const number of told) {
    kinds[data.pairs[number].relation] = (kinds[data.pairs[number].relation] || 0) + 1;
  }
  return relationOrder.filter((relation) => kinds[relation]).map((relation) =>
    chip(relation, relations[relation].word + (kinds[relation] > 1 ? " × " + kinds[relation] : "")));
};

const storyItem = (number) => {
  const story = data.stories[number];
  const day = (member) => data.documents[member].date || "9999";
  const others = story.members.filter((member) => member !== story.origin)
    .sort((x, y) => day(x).localeCompare(day(y), "en")).map(nameOf);
  const who = story.origin !== undefined
    ? [make("span", null, hasLikelyFirst(story) ? "Likely first: " : "First: ", make("strong", null, foreign(nameOf(story.origin))),
      commaDate(story.origin) + ". "),
      make("span", null, "Then: ", namesOf(others), ".")]
    : [make("span", null, "No single first text is known: ", namesOf(others), ".")];
  return make("li", null,
    make("h3", null, link("#/story/" + number, null, foreign(data.documents[story.lead].title))),
    make("p", null, who),
    make("p", { class: "chips" }, make("span", { class: "size" },
      counted(story.members.length + story.membersLeftOut, "text")
        + (story.reworded ? ", " + story.reworded.toLocaleString("en-GB") + (data.counts.outlets > 1 ? " in rewordings between outlets" : " in rewordings") : "")), storyMeta(story)));
};

const namesOf = (names) => {
  const different = [...new Set(names)];
  const shown = different.slice(0, 4).flatMap((name, index) => [index ? ", " : "", foreign(name)]);
  return different.length > 4 ? [...shown, " and " + (different.length - 4) + " more"] : shown;
};

const pairItem = (number) => {
  const pair = data.pairs[number];
  const between = pair.decided ? " from " : " and ";
  const [first, second] = pair.decided ? [pair.right, pair.left] : [pair.left, pair.right];
  return make("li", null,
    make("h3", null, link("#/pair/" + number, null, foreign(data.documents[first].title))),
    make("p", null, make("strong", null, foreign(nameOf(first))), between, foreign(nameOf(second)), ": ",
      foreign(data.documents[second].title)),
    make("p", { class: "chips" }, chip(pair.relation, relationWord(pair)),
      make("span", { class: "size" }, sureness(pair.confidence))));
};

const field = (label, control) => make("label", null, make("span", null, label), control);

const choice = (key, options) => {
  const select = make("select", null, options.map(([value, text]) =>
    make("option", { value, selected: filters[key] === value }, plain(text))));
  select.addEventListener("change", () => { filters[key] = select.value; showFound(); });
  return select;
};

const filterForm = () => {
  let waiting;
  const words = make("input", { type: "search", value: filters.words, id: "words", autocomplete: "off" });
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filters.words = words.value; showFound(); }, 200);
  });
  const day = (key) => {
    const input = make("input", { type: "date", value: filters[key] });
    input.addEventListener("change", () => { filters[key] = input.value; showFound(); });
    return input;
  };
  const outlets = data.account.outlets.map((outlet) => outlet.name)
    .sort((x, y) => x.localeCompare(y, "en"));
  const clear = make("button", { type: "button", class: "more" }, "Clear");
  clear.addEventListener("click", () => {
    Object.assign(filters, { words: "", relation: "", outlet: "", from: "", to: "" });
    showOverview();
    document.getElementById("words").focus();
  });
  return make("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
    field("Words or a \"phrase\" in title or text", words),
    field("Finding", choice("relation", [["", "any"], ...relationOrder.map((relation) =>
      [relation, relations[relation].word]), ["undecided", "who was first is undecided"]])),
    outlets.length ? field("Outlet", choice("outlet", [["", "any"], [several, "more than one"], ...outlets.map((name) => [name, name])])) : null,
    hasDates ? [field("From", day("from")), field("To", day("to"))] : null, clear);
};

const showFound = () => {
  const stories = data.stories.map((story, number) => number)
    .filter((number) => matches(data.stories[number].members, data.stories[number].pairs));
  foundStories = stories;
  const pairs = loosePairs.filter((number) => matches(membersOfPair(number), [number]));
  const found = counted(stories.length, "story", "stories")
    + (loosePairs.length ? " and " + counted(pairs.length, "pair") + " outside stories" : "");
  document.getElementById("found").replaceChildren(
    make("p", { class: "note", role: "status" }, found + "."),
    ...(stories.length ? growingList(stories, 40, { class: "stories" }, storyItem) : []),
    ...(pairs.length ? [make("h2", null, "Pairs outside the stories"),
      make("p", { class: "note" }, "Texts that share a story or a passage, but do not belong to one family."),
      ...growingList(pairs, 20, { class: "stories" }, pairItem)] : []));
};

const showOverview = () => {
  show("Which texts were made from which", [], [
    make("h1", { tabindex: "-1" }, "Which texts were made from which"), summary(), derivations(),
    data.remarks.map((remark) => make("p", { class: "remark" }, remark)), account(),
    make("section", { "aria-labelledby": "stories" }, make("h2", { id: "stories", tabindex: "-1" }, "Stories"),
      make("p", { class: "note" }, "Those with the most texts that one outlet reworded from another come first, then the largest. Open one to see who had it from whom."),
      filterForm(), make("div", { id: "found" })),
    commonMatter(),
  ]);
  showFound();
};
