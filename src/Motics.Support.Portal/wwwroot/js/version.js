// Notices that another build is served than the one this page came from, says so quietly, and loads it when that costs nothing: on the way to
// another page, or while nobody looks and nothing is being typed.
import { isBusy, reload } from "./typed.js";

const pace = 60_000;
const mine = document.documentElement.dataset.build;
const address = new URL("build", document.baseURI);
const tried = "loaded-for-build";
let newer = null;

async function ask() {
  if (newer || !mine || !navigator.onLine) return;
  try {
    const answer = await fetch(address, { cache: "no-store", redirect: "error", headers: { Accept: "text/plain" } });
    const served = answer.ok ? (await answer.text()).trim() : mine;
    if (/^[0-9a-f]{32}$/.test(served) && served !== mine) notice(served);
  } catch { /* Out of reach or signed out: the page tells that in its own way. */ }
}

function notice(served) {
  newer = served;
  document.getElementById("newer-version")?.replaceChildren(document.getElementById("newer-version-words").content.cloneNode(true));
  loadUnseen();
}

// Once for each build: where several are served side by side, a fresh page may come from the old one again.
function firstTime() {
  try {
    if (sessionStorage.getItem(tried) === newer) return false;
    sessionStorage.setItem(tried, newer);
    return true;
  } catch {
    return false;
  }
}

function loadUnseen() {
  if (newer && document.visibilityState === "hidden" && !isBusy() && firstTime()) reload();
}

document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" ? loadUnseen() : ask());
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state === "hide") ask();
});
document.addEventListener("click", event => { if (event.target.closest?.("[data-load-version]")) reload(); });

// Before Blazor sees the click: the way to another page goes over a fresh load.
addEventListener("click", event => {
  const link = event.target.closest?.("a[href]");
  if (!newer || !link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.target && link.target !== "_self" || link.hasAttribute("download") || !link.href.startsWith(document.baseURI)) return;
  if (new URL(link.href).pathname === location.pathname || document.querySelector("dialog[open], .mud-dialog") || !firstTime()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  location.assign(link.href);
}, { capture: true });

setInterval(ask, pace);
