// One story: its family tree, its times, and the other pairs in it.

const showStory = (number) => {
  const story = data.stories[number];
  const title = data.documents[story.lead].title;
  const outlets = new Set(story.members.map((member) => data.documents[member].source).filter(Boolean));
  const edges = new Set(story.edges.map((edge) => pairBetween(edge.derivative, edge.source)));
  const others = story.pairs.filter((pair) => !edges.has(pair));
  const row = foundStories && foundStories.includes(number) ? foundStories : data.stories.map((story, other) => other);
  const place = row.indexOf(number);
  const size = counted(story.members.length + story.membersLeftOut, "text");
  const lead = story.origin === undefined
    ? [size + ". They were made from one another; no single text is known to be the first."]
    : [size + (outlets.size > 1 ? " by " + counted(outlets.size, "outlet") : "") + (hasLikelyFirst(story)
      ? ". Which was first is not certain; the likeliest: " : ". The first, as far as can be told: "),
      make("strong", null, foreign(nameOf(story.origin))), commaDate(story.origin) + "."];
  show(title, [{ text: title }], [
    make("h1", { tabindex: "-1" }, foreign(title)), make("p", { class: "lead" }, lead),
    make("section", { "aria-labelledby": "tree" },
      make("h2", { id: "tree" }, story.edges.length ? "Who had it from whom" : "The texts"),
      story.edges.length ? make("p", { class: "note" }, "A text stands below the one that it was made from.") : null,
      familyTree(story),
      story.membersLeftOut ? make("p", { class: "remark" },
        counted(story.membersLeftOut, "more text") + " of this story are not in the page.") : null),
    timeline(story),
    others.length ? make("section", { "aria-labelledby": "others" },
      make("h2", { id: "others" }, story.edges.length ? "Other pairs in this story" : "Pairs"),
      growingList(others, 10, { class: "stories small" }, pairItem),
      story.pairsLeftOut ? make("p", { class: "remark" },
        counted(story.pairsLeftOut, "more pair") + " of this story are not in the page.") : null) : null,
    make("nav", { class: "steps", "aria-label": "Stories" },
      place > 0 ? link("#/story/" + row[place - 1], { class: "button" }, "Story before") : null,
      place + 1 < row.length ? link("#/story/" + row[place + 1], { class: "button" }, "Next story") : null),
  ]);
};
