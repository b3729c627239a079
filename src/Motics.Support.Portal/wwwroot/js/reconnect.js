// Blazor tells the dialog how the connection stands; this opens and closes it. When the server no longer knows the page (it was restarted),
// a fresh one is loaded, with what was typed.
import { reload } from "./typed.js";

const dialog = document.getElementById("components-reconnect-modal");

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
