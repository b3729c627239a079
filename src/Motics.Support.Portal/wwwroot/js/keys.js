const typing = target => target.closest?.("input, textarea, select, [contenteditable]");
const inDialog = () => document.querySelector(".mud-dialog, dialog[open]");

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing) return;
  if (isSearchKey(event)) focusSearch(event);
  else if (event.target.matches?.("[role=combobox]") && ["ArrowUp", "ArrowDown"].includes(event.key)) event.preventDefault();
  else moveInList(event);
});

function isSearchKey(event) {
  if (inDialog()) return false;
  const palette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return palette || (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target));
}

function focusSearch(event) {
  const field = document.querySelector("[data-testid=global-search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

// Rows of a list: [data-rows] holds [data-row]s, each with one [data-row-link]. Enter follows the link by itself.
function moveInList(event) {
  if (!["ArrowUp", "ArrowDown"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const entry = event.target.closest?.("[data-rows-entry]");
  const row = event.target.closest?.("[data-row]");
  const list = row?.closest("[data-rows]") ?? (entry && document.getElementById(entry.dataset.rowsEntry));
  if (!list || (row && typing(event.target))) return;
  const rows = [...list.querySelectorAll("[data-row]")];
  const next = rows[row ? rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1) : 0];
  if (!next && row && rows.indexOf(row) !== 0) return;
  event.preventDefault();
  const target = next ? next.querySelector("[data-row-link]") : document.querySelector(`[data-rows-entry="${list.id}"]`);
  target?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

// A click anywhere in a row follows its link, unless something in the row was meant or text was selected.
document.addEventListener("click", event => {
  const row = event.target.closest?.("[data-row]");
  if (!row || event.target.closest("a, button, input, label, summary, [data-tip]") || String(getSelection())) return;
  row.querySelector("[data-row-link]")?.click();
});

// The router would take "#main" for a new address.
document.addEventListener("click", event => {
  const skip = event.target.closest?.("a.skip");
  if (!skip) return;
  event.preventDefault();
  event.stopPropagation();
  document.getElementById("main")?.focus();
}, { capture: true });

// Jumps within a page: [data-jump="id"] brings the element into view and focuses its first control.
document.addEventListener("click", event => {
  const jump = event.target.closest?.("[data-jump]");
  const target = jump && document.getElementById(jump.dataset.jump);
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView({ block: "center" });
  (target.querySelector("input, button, textarea, select, a[href]") ?? target).focus({ preventScroll: true });
});
