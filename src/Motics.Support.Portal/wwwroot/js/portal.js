// What must not wait for the server: copying (needs the user's gesture), hints, keys, the drawer. Everything is delegated,
// so that components only carry data attributes and rows that come and go need no set-up.
import "./tips.js";
import "./copy.js";
import "./keys.js";
import "./charts.js";
import "./answers.js";
import "./drawer.js";
import "./focus.js";
import "./reconnect.js";
import "./scroll.js";
import "./zone.js";
import "./version.js";
