// Runs in every window and frame before the page's own scripts: whatever a payload would do rings an
// alarm in the harness.
(() => {
  const harness = top.opener ?? top;
  if (harness === window) {
    return;
  }

  const alarm = (what) => {
    try {
      harness.alarm(window, what);
    } catch {
      harness.postMessage({ alarm: what }, "*"); // a frame of another origin
    }
  };

  window.xss = () => alarm("xss() was called");
  window.bell = () => harness.postMessage({ bell: true }, "*");
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = () => alarm(`${name}() was called`);
  }

  // What the templates' own scripts call.
  window.show = (value) => {
    window.shown = value;
  };

  // document.open() forgets listeners, so the harness calls this again.
  window.listen = () => {
    window.addEventListener("error", (event) => {
      if (event.message) {
        alarm(`a script is broken: ${event.message}`);
      }
    });
  };
  window.listen();

  // Addresses with javascript: never get here, they run.
  window.navigation?.addEventListener("navigate", (event) => {
    if (event.cancelable) {
      event.preventDefault();
    }
    try {
      harness.visit(window, event.destination.url);
    } catch {
      alarm(`left for ${event.destination.url}`);
    }
  });
})();
