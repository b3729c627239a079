// Back and forward lead to where one was, also in lists that are read while they are scrolled: the page is scrolled as far as it
// reaches, which makes it read on, until the old place is there or the reader moves.
const places = new Map();
let leaving = location.href;
let timer = 0;

addEventListener("scroll", () => { places.set(leaving, scrollY); }, { passive: true });
addEventListener("popstate", () => {
  leaving = location.href;
  const wanted = places.get(location.href) ?? 0;
  if (wanted > 0) restore(wanted, performance.now() + 6000);
});

// The router changes the address without an event of its own.
new MutationObserver(() => { leaving = location.href; }).observe(document.head, { childList: true, subtree: true });

function restore(wanted, until) {
  cancelAnimationFrame(timer);
  const stop = () => { cancelAnimationFrame(timer); removeEventListener("wheel", stop); removeEventListener("keydown", stop); };
  addEventListener("wheel", stop, { once: true, passive: true });
  addEventListener("keydown", stop, { once: true });
  const step = () => {
    const reach = document.documentElement.scrollHeight - innerHeight;
    if (Math.abs(scrollY - Math.min(wanted, reach)) > 1) scrollTo({ top: Math.min(wanted, reach), behavior: "instant" });
    if (reach >= wanted && Math.abs(scrollY - wanted) < 2 && !document.querySelector("main [aria-busy=true]")) return stop();
    if (performance.now() < until) timer = requestAnimationFrame(step);
  };
  timer = requestAnimationFrame(step);
}
