// Who goes to another page is taken to its heading, so that a screen reader begins there. Who has gone somewhere themselves meanwhile is left
// there: the focus is only moved while it is where the going began.
let taken = false;
let last = null;

const isField = target => target instanceof Element && target.matches("input, textarea, select, [contenteditable=true]");
const heading = () => document.querySelector("h1");

document.addEventListener("focusin", event => {
  if (event.target === heading()) return;
  taken = true;
  remember(event.target);
});
document.addEventListener("input", event => { taken = true; remember(event.target); });

// A click or Enter may go somewhere; a click into a field does not.
document.addEventListener("click", event => { if (event.isTrusted && !isField(document.activeElement)) taken = false; }, { capture: true });
document.addEventListener("keydown", event => { if (event.key === "Enter") taken = false; }, { capture: true });

/** Called when another page is shown. Its heading may come with what it reads, or be drawn anew with it. */
export function toHeading() {
  // What they went to is gone with the page before, a button behind a dialog for one.
  if (taken && !last && document.activeElement === document.body) taken = false;
  if (taken) return putBack();
  heading()?.focus();
  until(() => {
    if (!taken && document.activeElement === document.body) heading()?.focus();
    return taken;
  });
}

/** Called after something was done whose button is gone with it: the focus must not be nowhere. */
export function notNowhere() {
  if (document.activeElement === document.body) heading()?.focus();
}

function until(done) {
  if (done()) return;
  const observer = new MutationObserver(() => { if (done()) observer.disconnect(); });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-live"] });
  setTimeout(() => observer.disconnect(), 5000);
}

// The page that the server sent first is drawn anew when the circuit begins, and its fields with it: what was focused and typed by then is put
// into the field that stands in its place.
function remember(target) {
  const name = isField(target) && (target.dataset.testid ? `[data-testid="${target.dataset.testid}"]` : target.id ? `#${CSS.escape(target.id)}` : null);
  last = name ? { name, field: target, value: target.value, typed: document.querySelector(".app[data-live=false]") !== null } : null;
}

function putBack() {
  const before = last;
  if (!before || before.field.isConnected) return;
  until(() => {
    const field = document.querySelector(before.name);
    if (!field?.closest("[data-live=true]")) return false;
    if (document.activeElement === document.body) field.focus();
    if (before.typed && before.value && !field.value) {
      field.value = before.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return true;
  });
}
