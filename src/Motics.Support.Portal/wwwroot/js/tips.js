// One hint for the whole page: the nearest [data-tip] of what is hovered or focused. A focused row shows the hint of its state.
const tip = Object.assign(document.createElement("div"), { id: "tip", role: "tooltip", hidden: true });
let owner = null;

function show(target) {
  if (target === owner && !tip.hidden) return;
  hide();
  const words = target.dataset.tip;
  if (!words) return;
  if (!tip.isConnected) document.body.append(tip);
  owner = target;
  tip.textContent = words;
  tip.hidden = false;
  target.setAttribute("aria-describedby", "tip");
  place(target.getBoundingClientRect());
}

function place(box) {
  const own = tip.getBoundingClientRect();
  const left = Math.min(Math.max(12, box.left + box.width / 2 - own.width / 2), innerWidth - own.width - 12);
  const below = box.bottom + 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + own.height < innerHeight - 8 ? below : Math.max(8, box.top - own.height - 8)}px`;
}

function hide() {
  if (!owner) return;
  owner.removeAttribute("aria-describedby");
  owner = null;
  tip.hidden = true;
}

const find = target => target instanceof Element
  ? target.closest("[data-tip]") ?? null
  : null;

document.addEventListener("pointerover", event => {
  const target = event.pointerType === "touch" ? null : find(event.target);
  if (target) show(target);
  else if (owner && !owner.contains(document.activeElement)) hide();
});
document.addEventListener("focusin", event => {
  if (!event.target.matches?.(":focus-visible")) return;
  const target = find(event.target) ?? event.target.closest?.("[data-row]")?.querySelector("[data-tip]");
  if (target) show(target);
});
document.addEventListener("click", event => {
  const target = find(event.target);
  if (target && target.matches(".chip, time")) show(target);
});
document.addEventListener("focusout", hide);
document.addEventListener("scroll", hide, { capture: true, passive: true });
document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
