// What findings, dates and spans of time are called.

const relations = {
  "duplicate": { word: "same text", plural: "word for word the same", took: "repeated" },
  "verbatim": { word: "largely word for word", plural: "largely word for word" },
  "copy": { word: "copied", plural: "copied", took: "copied" },
  "rewrite": { word: "reworded", plural: "reworded", took: "reworded" },
  "excerpt": { word: "passage taken", plural: "with a passage taken", took: "passage taken" },
  "same-story": { word: "same story", plural: "same story", took: "" },
  "none": { word: "nothing shown", plural: "", took: "" },
};
const relationOrder = ["rewrite", "verbatim", "copy", "duplicate", "excerpt", "same-story"];
// The closest first.
const closeness = ["duplicate", "copy", "verbatim", "rewrite", "excerpt", "same-story", "none"];

// Without marks that turn the direction of writing: for where no element keeps them in.
const plain = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

const relationWord = (pair) => {
  const derived = pair.relation !== "same-story" && pair.relation !== "none";
  if (pair.common !== undefined) return relations[pair.relation].word + ", both from a third";
  return relations[pair.relation].word + (derived && !pair.decided ? ", who was first is undecided" : "");
};

// Whether another text of a story may have been there before the one that it is said to come from.
const hasLikelyFirst = (story) => story.edges.some((edge) => edge.likely);

const sureness = (confidence) =>
  confidence >= 0.9 ? "very clear" : confidence >= 0.7 ? "clear" : confidence >= 0.58 ? "fairly clear" : "borderline";

const surenessWords = (pair) => (pair.relation === "same-story" ? "That the story is the same is "
  : "The finding is ") + sureness(pair.confidence) + ".";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];

const hasDates = data.documents.some((known) => known.date);

const dateWords = (date) => {
  if (!date) return hasDates ? "date unknown" : "";
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  const time = date.length > 10 ? ", " + date.slice(11, 16) + " UTC" : "";
  return day + " " + months[month - 1] + " " + year + time;
};

// Behind a name: a comma and the date, or nothing.
const commaDate = (number) => {
  const words = dateWords(data.documents[number].date);
  return words ? ", " + words : "";
};

const counted = (count, noun, plural) =>
  count.toLocaleString("en-GB") + " " + (count === 1 ? noun : plural || noun + "s");

const spanWords = (seconds) => {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  if (minutes === 0) return "less than a minute";
  if (minutes === 1440) return counted(1, "day"); // Two days, of which no hours are known.
  if (minutes < 120) return counted(minutes, "minute");
  if (minutes < 2880) return counted(Math.floor(minutes / 60), "hour");
  return counted(Math.floor(minutes / 1440), "day");
};

const delayWords = (seconds) => seconds === undefined || seconds === null ? ""
  : spanWords(seconds) + (seconds < 0 ? " earlier" : " later");

const percentWords = (share) => Math.round(share * 100) + " %";

// An outlet, or what else a text is known by.
const nameOf = (number) => data.documents[number].source || data.documents[number].id;

const listWords = (words) =>
  words.length < 2 ? words.join("") : words.slice(0, -1).join(", ") + " and " + words[words.length - 1];
