// Arrows move between the answers of a question without giving one (an answer is saved at once, so moving must not answer);
// 1 to 9 give the answer with that number while the focus is in the question, or nowhere yet: on the page or its heading.
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const writing = target => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]");

document.addEventListener("keydown", event => {
  const nowhere = event.target.matches?.("body, main, h1");
  const card = nowhere ? document.querySelector("[data-answers]") : event.target.closest?.("[data-answers]");
  if (!card || (nowhere && (steps[event.key] || document.querySelector(".mud-dialog, dialog[open]"))) || event.ctrlKey || event.altKey || event.metaKey || writing(event.target)) return;
  const answers = [...card.querySelectorAll("[role=radio]")].filter(answer => answer.offsetParent);
  const here = answers.indexOf(event.target.closest("[role=radio]"));
  const step = steps[event.key];
  if (step && answers.length > 0) {
    event.preventDefault();
    const first = step > 0 ? 0 : answers.length - 1;
    answers[here < 0 ? first : (here + step + answers.length) % answers.length].focus();
  } else if (/^[1-9]$/.test(event.key) && answers[event.key - 1]) {
    event.preventDefault();
    answers[event.key - 1].click();
  }
});
