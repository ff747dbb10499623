// Runs in the page that opens the tested ones, in two ways:
//
// write_pages: one after the other, written into one window. Ten times as fast, but what happens late may
// be taken for the next page's doing.
// load_pages: each in a frame of its own, loaded as bytes from the server. Tells who did what.
const kLoadLimit = 5000; // milliseconds
const kEvents = [
  "pointerover", "pointerdown", "mouseover", "mousedown", "mouseup", "focus", "focusin", "blur",
  "keydown", "input", "change", "select", "scroll", "wheel", "load", "error", "toggle", "close",
  "pageshow", "start", "animationstart", "transitionend", "beginEvent",
];

/** What happened in a tested window: { view, alarms, visits }. */
let watched = [];

function watch(view) {
  const record = { view, alarms: [], visits: [] };
  watched.push(record);
  return record;
}

/** The record of the window that `inner`, which may be a frame inside its frames, belongs to. */
function record_of(inner) {
  let outer = inner;
  while (outer.parent !== window && outer.parent !== outer) {
    outer = outer.parent;
  }
  return watched.find(({ view }) => view === outer);
}

window.alarm = (inner, what) => record_of(inner)?.alarms.push(what);
window.visit = (inner, address) => record_of(inner)?.visits.push(address);
window.addEventListener("message", ({ data, source }) => {
  if (data?.alarm) {
    window.alarm(source, data.alarm);
  }
});

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(happened, limit) {
  const end = Date.now() + limit;
  while (!happened() && Date.now() < end) {
    await pause(0);
  }
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

/** What the page's own scripts made of the value. */
function findings(view) {
  return { shown: view.shown, pattern: view.pattern?.source };
}

function load_frame(id) {
  const frame = document.createElement("iframe");
  frame.src = `/page/${id}`;
  frame.name = String(id);
  document.body.append(frame);
  const record = watch(frame.contentWindow);
  return new Promise((resolve) => {
    frame.onload = () => resolve({ id, frame, record });
    setTimeout(resolve, kLoadLimit, { id, frame, record });
  });
}

window.load_pages = async (ids) => {
  watched = [];
  const pages = await Promise.all(ids.map(load_frame));
  for (const { frame, record } of pages) {
    try {
      touch(frame.contentWindow);
    } catch (error) {
      record.alarms.push(`the page is gone: ${error.message}`);
    }
  }
  await pause(50); // addresses with javascript: run later
  return pages.map(({ id, frame, record }) => {
    const found = frame.contentDocument ? findings(frame.contentWindow) : {};
    frame.remove();
    return { id, alarms: record.alarms, visits: record.visits, ...found };
  });
};

async function open_window() {
  const view = open("/blank");
  await new Promise((resolve) => (view.onload = resolve));
  await pause(0); // what is written while a page loads does not load again
  return view;
}

async function write_page(view, html, waits) {
  delete view.shown;
  delete view.pattern;
  view.document.open();
  view.listen();
  view.document.write(html);
  view.document.close();
  await until(() => view.document.readyState === "complete", kLoadLimit);
  touch(view);
  await pause(0); // addresses with javascript: run later
  if (waits) {
    await until(() => view.shown !== undefined, 20);
  }
  return findings(view);
}

/** `waits`: the pages' scripts show the value. Gives { alarms, visits, found }, found page by page. */
window.write_pages = async (pages, waits) => {
  const view = await open_window();
  watched = [];
  const { alarms, visits } = watch(view);
  const found = [];
  for (const html of pages) {
    try {
      found.push(await write_page(view, html, waits));
    } catch (error) {
      alarms.push(`the page is gone: ${error.message}`);
      break;
    }
  }
  await pause(50); // frames of other processes take their time
  view.close();
  return { alarms, visits, found };
};
