// The links of a chart are one stop of Tab: arrow keys go from one to the next, as they stand from left to right.
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

document.addEventListener("keydown", event => {
  const chart = event.target.closest?.("[data-chart]");
  if (!chart || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const links = [...chart.querySelectorAll("a[href]")].sort((one, other) => left(one) - left(other));
  const next = event.key === "Home" ? links[0] : event.key === "End" ? links.at(-1) : links[links.indexOf(event.target) + steps[event.key]];
  if (!next) return;
  event.preventDefault();
  links.forEach(link => { link.tabIndex = link === next ? 0 : -1; });
  next.focus();
});

const left = link => link.getBoundingClientRect().left;
