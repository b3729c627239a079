// Runs before the first paint, so that a page never flashes in the wrong theme. Without a choice it follows the system.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const apply = () => {
    const choice = chosen();
    document.documentElement.dataset.theme = choice === "dark" || choice === "light" ? choice : system.matches ? "dark" : "light";
  };
  apply();
  system.addEventListener("change", apply);
  addEventListener("storage", event => { if (event.key === "theme") apply(); });
  document.addEventListener("click", event => {
    if (!event.target.closest?.("[data-theme-toggle]")) return;
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try {
      if ((next === "dark") === system.matches) localStorage.removeItem("theme");
      else localStorage.setItem("theme", next);
    } catch { /* Storage is off: the choice holds for this page only. */ }
    document.documentElement.dataset.theme = next;
  });
})();
