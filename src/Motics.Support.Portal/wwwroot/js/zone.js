// The reader's time zone: told to the circuit when it asks, and kept in a cookie, so that the next first answer knows it already.
export function zone() {
  try { return Intl.DateTimeFormat().resolvedOptions().timeZone ?? null; } catch { return null; }
}

const name = zone();
if (name && !document.cookie.split("; ").includes(`zone=${name}`)) {
  document.cookie = `zone=${name}; path=${new URL(document.baseURI).pathname}; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}
