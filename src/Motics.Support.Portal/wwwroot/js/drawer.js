// The navigation as a drawer on narrow screens, and the account menu: closed by Escape, a click outside, or going somewhere.
const root = document.documentElement;
const button = () => document.querySelector("[data-nav-toggle]");

function setDrawer(open, focusBack = false) {
  root.classList.toggle("nav-open", open);
  button()?.setAttribute("aria-expanded", String(open));
  if (open) document.querySelector(".app-nav .nav-link")?.focus();
  else if (focusBack) button()?.focus();
}

document.addEventListener("click", event => {
  if (event.target.closest?.("[data-nav-toggle]")) setDrawer(!root.classList.contains("nav-open"));
  else if (root.classList.contains("nav-open") && (event.target.closest?.(".app-nav a") || !event.target.closest?.(".app-nav"))) setDrawer(false);
  for (const menu of document.querySelectorAll("details.who[open]"))
    if (!menu.contains(event.target) || event.target.closest?.("a, [data-closes-menu]")) menu.open = false;
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  if (root.classList.contains("nav-open")) setDrawer(false, true);
  const menu = document.querySelector("details.who[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
