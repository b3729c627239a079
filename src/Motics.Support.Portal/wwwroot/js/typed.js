// What is being typed on this page, and how it survives a fresh load of it: fields marked data-keep get it back.
const kept = "typed-before-reload";
const typedHere = new WeakSet();

document.addEventListener("input", event => { if (event.isTrusted) typedHere.add(event.target); });

const fields = () => [...document.querySelectorAll("input, textarea, select")].filter(field => typedHere.has(field) && field.value);

/** Somebody is in the middle of something that a fresh page would take away. */
export const isBusy = () => fields().length > 0 || document.querySelector("dialog[open], .mud-dialog, [aria-busy=true]") !== null;

/** A fresh page at the same address, with what was typed put back. */
export function reload() {
  const typed = [...document.querySelectorAll("[data-keep]")]
    .filter(field => typedHere.has(field))
    .map(field => [field.dataset.keep, field.value]);
  try {
    if (typed.length) sessionStorage.setItem(kept, JSON.stringify({ path: location.pathname, typed }));
  } catch { /* Storage is off. */ }
  location.reload();
}

function putBack() {
  let saved = null;
  try {
    saved = JSON.parse(sessionStorage.getItem(kept));
    sessionStorage.removeItem(kept);
  } catch { /* Storage is off. */ }
  if (saved?.path !== location.pathname) return;
  const waiting = new Map(saved.typed);
  const fill = () => {
    for (const [name, value] of waiting) {
      const field = document.querySelector(`[data-keep="${CSS.escape(name)}"]`);
      if (!field || !field.closest("[data-live=true]")) continue;
      waiting.delete(name);
      if (field.value === value) continue;
      field.value = value;
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    if (!waiting.size) observer.disconnect();
  };
  const observer = new MutationObserver(fill);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-live"] });
  setTimeout(() => observer.disconnect(), 15000);
  fill();
}

putBack();
