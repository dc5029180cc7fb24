// What the file holds. Texts and alignments stand in elements of their own and are read when wanted.

const block = (id) => {
  const element = document.getElementById(id);
  return element ? JSON.parse(element.textContent) : null;
};

const data = block("data");

const textOf = (number) => block("t" + number);
const alignmentOf = (number) => block("p" + number);

const pairKey = (x, y) => Math.min(x, y) + "-" + Math.max(x, y);
const pairNumbers = new Map(data.pairs.map((pair, number) => [pairKey(pair.left, pair.right), number]));
const pairBetween = (x, y) => pairNumbers.get(pairKey(x, y));

const loosePairs = data.pairs.map((pair, number) => number)
  .filter((number) => data.pairs[number].story === undefined && data.kind === "scan");

// Whether a text holds some words, without unpacking it: as JSON has them.
const packed = (words) => JSON.stringify(words).slice(1, -1).replaceAll("<", "\\u003c").toLowerCase();
const textHolds = (number, packedWords) => {
  const element = document.getElementById("t" + number);
  return element !== null && element.textContent.toLowerCase().includes(packedWords);
};
