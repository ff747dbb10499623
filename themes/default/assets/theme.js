// Light, dark, or as the system says. The choice is kept in this browser only; where storage is closed to us it
// holds for the page.
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".scheme");
  const choices = ["auto", "light", "dark"];
  const key = "scheme";

  const read = () => {
    try { return localStorage.getItem(key) || "auto"; } catch { return root.dataset.theme || "auto"; }
  };
  const write = (choice) => {
    try { localStorage.setItem(key, choice); } catch { /* holds for this page */ }
  };
  const show = (choice) => {
    if (choice === "auto") delete root.dataset.theme;
    else root.dataset.theme = choice;
    if (!button) return;
    button.dataset.choice = choice;
    button.title = button.lastElementChild.textContent = button.dataset[choice];
  };

  let choice = choices.includes(read()) ? read() : "auto";
  show(choice);
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    choice = choices[(choices.indexOf(choice) + 1) % choices.length];
    write(choice);
    show(choice);
  });
  // Another tab of the same site changed it.
  addEventListener("storage", (event) => {
    if (event.key === key) show(choice = choices.includes(event.newValue) ? event.newValue : "auto");
  });
})();

// "/" goes to the search field, unless something is being written.
addEventListener("keydown", (event) => {
  const field = document.querySelector("input[type=search]");
  const writes = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || !field || writes || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  field.focus();
});
