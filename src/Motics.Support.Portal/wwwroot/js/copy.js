import { announce } from "./announce.js";

// The clipboard wants the user's own gesture, which a round trip to the server may lose.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-copy], [data-copy-from]");
  if (!button || button.disabled) return;
  const done = await copy(textOf(button));
  const words = done ? button.dataset.copyDone ?? "Copied" : "Select and copy";
  button.dataset.copied = words;
  if (done) button.dispatchEvent(new CustomEvent("copied", { bubbles: true }));
  announce(done ? words : select(button) ? "Copying is blocked here. The text is selected: copy it by hand." : "Copying is blocked here. Select the text and copy it by hand.");
  clearTimeout(button.copyTimer);
  button.copyTimer = setTimeout(() => delete button.dataset.copied, 2000);
});

// The server hears of it only when the words are in the clipboard.
globalThis.Blazor?.registerCustomEventType?.("copied", { createEventArgs: () => ({}) });

function select(button) {
  const shown = button.dataset.copyShown && document.getElementById(button.dataset.copyShown);
  if (!shown) return false;
  getSelection().selectAllChildren(shown);
  return true;
}

function textOf(button) {
  const from = button.dataset.copyFrom && document.getElementById(button.dataset.copyFrom);
  return from ? from.value ?? from.textContent : button.dataset.copy ?? "";
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text);
  }
}

function copyTheOldWay(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.style.cssText = "position:fixed;top:0;left:0;opacity:0";
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  let done = false;
  try { done = document.execCommand("copy"); } catch { done = false; }
  field.remove();
  before?.focus?.();
  return done;
}
