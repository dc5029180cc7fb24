// Which view the address names, so that the way back and bookmarks work.

let isFirst = true;

const show = (title, trail, content) => {
  document.title = plain(title) + " – Stemma";
  const steps = [{ text: "Overview", to: "#/" }, ...trail];
  document.getElementById("trail").replaceChildren(...(trail.length && data.kind === "scan"
    ? [make("ol", null, steps.map((step, index) => make("li", null, index + 1 < steps.length
      ? link(step.to, null, foreign(step.text)) : make("span", { "aria-current": "page" }, foreign(step.text)))))] : []));
  const main = document.getElementById("main");
  main.replaceChildren(...[content].flat(Infinity).filter(Boolean));
  if (isFirst) { isFirst = false; return; }
  window.scrollTo(0, 0);
  const heading = main.querySelector("h1");
  if (heading) heading.focus({ preventScroll: true });
};

// The overview as it was left, for the way back.
let left = null;

const leaveOverview = () => {
  const main = document.getElementById("main");
  if (main.querySelector("#found")) {
    left = { nodes: [...main.childNodes], place: window.scrollY, at: document.activeElement };
  }
};

const returnToOverview = () => {
  if (!left) { showOverview(); return; }
  show("Which texts were made from which", [], left.nodes);
  window.scrollTo(0, left.place);
  if (left.at && left.at.isConnected) left.at.focus({ preventScroll: true });
};

const route = () => {
  leaveOverview();
  const [, kind, number] = location.hash.match(/^#\/(story|pair)\/(\d+)$/) || [];
  if (kind === "story" && data.stories[number]) showStory(Number(number));
  else if (kind === "pair" && data.pairs[number]) showPair(Number(number));
  else if (data.kind === "compare") showPair(0);
  else returnToOverview();
};

const foot = () => {
  const run = data.run;
  const facts = [
    ...run.parameters.map((parameter) => [parameter.name, parameter.value]),
    ["Texts read", data.counts.documents.toLocaleString("en-GB")],
    ["Run", dateWords(run.date)], ["Program", "Stemma " + run.version],
    ["Digest of the texts", run.digest]];
  document.getElementById("foot").replaceChildren(
    make("p", null, "A finding is evidence, not a verdict on anybody: read the passages. Two reports that follow one press release closely can look like a rewording of each other."),
    make("details", null, make("summary", null, "How this was made"),
      make("dl", null, facts.map(([name, value]) => [make("dt", null, name), make("dd", null, foreign(value))])),
      run.leftOut.length ? [make("p", null, "Left out:"), make("ul", null, run.leftOut.map((left) =>
        make("li", null, foreign(left.path), ": ", foreign(left.reason))))] : null));
};

// Paper shows what is folded away, but for whole texts.
const unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded.push(...document.querySelectorAll("details:not([open]):not(.reading)"));
  for (const details of unfolded) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of unfolded.splice(0)) details.open = false;
});

window.addEventListener("hashchange", route);
// The address names the view, so the way past the header must not change it.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});
foot();
route();
