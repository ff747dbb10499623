// Runs in the page that opens the tested ones, in two ways:
//
// write_pages: one after the other, written into one window. Ten times as fast, but what happens late may
// be taken for the next page's doing.
// load_pages: each in a frame of its own, loaded as bytes from the server. Tells who did what.
const kLimit = 5000; // milliseconds
const kEvents = [
  "pointerover", "pointerdown", "mouseover", "mousedown", "mouseup", "focus", "focusin", "blur",
  "keydown", "input", "change", "select", "scroll", "wheel", "load", "error", "toggle", "close",
  "pageshow", "start", "animationstart", "transitionend", "beginEvent",
];

/** What happened in a tested window: { view, alarms, visits }. */
let watched = [];
let hear_bell = () => {};

function watch(view) {
  const record = { view, alarms: [], visits: [] };
  watched.push(record);
  return record;
}

/** The records of the window that `inner`, which may be a frame inside its frames, belongs to: all, if
 * that frame is gone already. */
function records_of(inner) {
  let outer = inner;
  while (outer && outer.parent !== window && outer.parent !== outer) {
    outer = outer.parent;
  }
  const found = watched.filter(({ view }) => view === outer);
  return found.length > 0 ? found : watched;
}

window.alarm = (inner, what) => records_of(inner).forEach(({ alarms }) => alarms.push(what));
window.visit = (inner, address) => records_of(inner).forEach(({ visits }) => visits.push(address));
window.addEventListener("message", ({ data, source }) => {
  if (data.bell) {
    hear_bell();
  } else {
    window.alarm(source, data.alarm);
  }
});

/** Waits for what `begin` begins, which calls the function that it is given. */
function wait(what, begin) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), kLimit);
    begin(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Does to every element what a reader's mouse and keyboard could do. */
function touch(view) {
  for (const element of view.document.querySelectorAll("*")) {
    for (const type of kEvents) {
      element.dispatchEvent(new view.Event(type, { bubbles: true, cancelable: true }));
    }
    element.focus?.();
    element.dispatchEvent(new view.MouseEvent("click", { bubbles: true, cancelable: true }));
  }
}

/** Waits until the addresses with javascript: that were visited have run: they do so in turn, and the last
 * is our own. */
function settle(view) {
  return wait("addresses with javascript:", (settled) => {
    const link = view.document.createElementNS("http://www.w3.org/1999/xhtml", "a");
    link.href = "javascript:void settled()";
    (view.document.body ?? view.document.documentElement).append(link);
    view.settled = settled;
    link.click();
  });
}

/** What the page's own scripts made of the value. */
function findings(view) {
  return { shown: view.shown, pattern: view.pattern?.source };
}

function load_frame(path) {
  const frame = document.createElement("iframe");
  frame.src = path;
  frame.name = path;
  document.body.append(frame);
  const record = watch(frame.contentWindow);
  return new Promise((resolve) => {
    frame.onload = () => resolve({ frame, record });
    setTimeout(resolve, kLimit, { frame, record });
  });
}

window.load_pages = async (paths) => {
  watched = [];
  const pages = await Promise.all(paths.map(load_frame));
  for (const { frame, record } of pages) {
    try {
      touch(frame.contentWindow);
      await settle(frame.contentWindow);
    } catch (error) {
      record.alarms.push(`the page is gone: ${error.message}`);
    }
  }
  await wait("the bell", (heard) => {
    hear_bell = heard;
    load_frame("/bell");
  });
  const results = pages.map(({ frame, record }) => {
    const found = frame.contentDocument ? findings(frame.contentWindow) : {};
    return { alarms: record.alarms, visits: record.visits, ...found };
  });
  document.body.replaceChildren();
  return results;
};

async function open_window() {
  const view = open("/blank");
  await wait("a window", (opened) => (view.onload = opened));
  await wait("its load", setTimeout); // what is written while a page loads does not load again
  return view;
}

async function write_page(view, html) {
  delete view.shown;
  delete view.pattern;
  view.document.open();
  view.listen();
  // readyState is "complete" too early here: frames have not even begun.
  await wait("load", (loaded) => {
    view.addEventListener("load", loaded);
    view.document.write(html);
    view.document.close();
  });
  touch(view);
  await settle(view);
  return findings(view);
}

/** Gives { alarms, visits, found }, found page by page. */
window.write_pages = async (pages, bell) => {
  const view = await open_window();
  watched = [];
  const { alarms, visits } = watch(view);
  const found = [];
  try {
    for (const html of pages) {
      found.push(await write_page(view, html));
    }
    await wait("the bell", (heard) => {
      hear_bell = heard;
      write_page(view, bell);
    });
  } catch (error) {
    alarms.push(`the page is gone: ${error.message}`);
  }
  view.close();
  return { alarms, visits, found };
};
