// Live reload of the preview. Part of `sitegen serve` only; a built site never holds it.
// Loads the page again when the site changed, and shows what is wrong when it could not change.
"use strict";

(() => {
  const folder = "/__sitegen/";
  const version = document.currentScript.dataset.version;
  let source = null;
  let overlay = null;

  // The site's Content-Security-Policy forbids styles in markup, but not those set by a script.
  // Inside a shadow root the site's own style sheets do not reach them.
  function element(name, text, style) {
    const made = document.createElement(name);
    made.textContent = text;
    Object.assign(made.style, style);
    return made;
  }

  function hide() {
    if (overlay) {
      overlay.remove();
      overlay = null;
    }
  }

  function show(problems) {
    hide();
    if (problems.length === 0) {
      return;
    }
    overlay = element("div", "", {
      all: "initial", position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647",
    });
    const panel = element("div", "", {
      maxHeight: "60vh", overflow: "auto", padding: "1rem 1.25rem", boxSizing: "border-box",
      background: "#1d1f24", color: "#f2f2f2", borderTop: "4px solid #e5484d",
      font: "14px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
    });
    panel.setAttribute("role", "alert");
    const close = element("button", "×", {
      float: "right", font: "inherit", fontSize: "20px", lineHeight: "1", padding: "0.25rem 0.6rem",
      background: "transparent", color: "inherit", border: "1px solid #6b6f76",
      borderRadius: "4px", cursor: "pointer",
    });
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", hide);
    const count = problems.length === 1 ? "1 problem" : problems.length + " problems";
    panel.append(close, element("div", count + " in the sources of this site", {
      fontWeight: "bold", marginBottom: "0.5rem",
    }));
    for (const problem of problems) {
      panel.append(element("pre", problem.text, {
        margin: "0 0 0.75rem", font: "inherit", whiteSpace: "pre-wrap", overflowWrap: "anywhere",
      }));
    }
    overlay.attachShadow({ mode: "open" }).append(panel);
    document.documentElement.append(overlay);
  }

  function disconnect() {
    if (source) {
      source.close();
      source = null;
    }
  }

  // A browser opens six connections to one host. Tabs that nobody sees give theirs back: they are
  // told what they missed when they come to the front.
  function connect() {
    if (source || document.visibilityState !== "visible") {
      return;
    }
    const opened = new EventSource(folder + "events?since=" + encodeURIComponent(version));
    source = opened;
    opened.addEventListener("reload", () => {
      disconnect();
      location.reload();
    });
    opened.addEventListener("problems", (event) => show(JSON.parse(event.data)));
    opened.addEventListener("error", () => {
      // A lost connection is opened again by the browser; a refused one is not.
      if (opened.readyState === EventSource.CLOSED && source === opened) {
        source = null;
        setTimeout(connect, 2000);
      }
    });
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      connect();
    } else {
      disconnect();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
    }
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
})();
