// Blazor tells the dialog how the connection stands; this opens and closes it, and keeps what was typed over a reload.
const dialog = document.getElementById("components-reconnect-modal");
const kept = "typed-before-reload";
const typedHere = new WeakSet();

document.addEventListener("input", event => { if (event.isTrusted && event.target.dataset?.keep) typedHere.add(event.target); });

dialog?.addEventListener("components-reconnect-state-changed", event => {
  const { state } = event.detail;
  if (state === "show") {
    if (!dialog.open) dialog.showModal();
  } else if (state === "hide") {
    dialog.close();
  } else if (state === "failed") {
    document.addEventListener("visibilitychange", retryWhenSeen);
  } else if (state === "rejected") {
    reload();
  }
});
dialog?.addEventListener("cancel", event => event.preventDefault());
dialog?.addEventListener("click", event => {
  if (event.target.closest("[data-reconnect]")) retry();
  if (event.target.closest("[data-reload]")) reload();
});

async function retryWhenSeen() {
  if (document.visibilityState === "visible") await retry();
}

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenSeen);
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) reload();
    else dialog.close();
  } catch {
    document.addEventListener("visibilitychange", retryWhenSeen);
  }
}

// The server no longer knows this page (it was restarted): a fresh page at the same address, with what was typed put back.
function reload() {
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
