// Filter, sort and copy: the page is whole without any of it. Works on what is drawn; holds no data.
"use strict";
(() => {
  const say = document.body.dataset;
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const words = (text) => text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);

  // Filter: rows and cards that do not hold every word of the query are hidden.
  const rows = [...document.querySelectorAll("main tbody tr, main details.card, main .trend")];
  const texts = new Map(rows.map((row) => [row, row.textContent.normalize("NFKC").toLowerCase()]));
  const box = make("input", { type: "search", id: "filter", "aria-label": say.filter, placeholder: say.filter });
  const told = make("output", { for: "filter" });
  const filter = (query) => {
    const wanted = words(query);
    let shown = 0;
    for (const [row, text] of texts) {
      row.hidden = !wanted.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    told.textContent = wanted.length ? say.shown.replace("{k}", shown).replace("{n}", texts.size) : "";
  };
  box.addEventListener("input", () => filter(box.value));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") filter((box.value = ""));
  });
  const contents = document.querySelector("nav");
  if (contents && rows.length > 1) contents.append(make("p", { class: "filter", role: "search" }, box, told));

  // Sort: a click on a column head; numbers by their value, all else as the language sorts it.
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const value = (cell) => {
    const text = cell.dataset.sort ?? cell.textContent.trim();
    const number = /^[<>+−±]?[\d,]+(\.\d+)?(?![\d-])/.exec(text);
    if (text === "–" || text === "") return -Infinity;
    return number ? Number(number[0].replace(/[<>+±,]/g, "").replace("−", "-")) : text;
  };
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : order.compare(a, b));
  const sort = (table, head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const keyed = [...body.rows].map((row) => [value(row.cells[column]), row]);
    keyed.sort(([a], [b]) => (down ? compare(b, a) : compare(a, b)));
    body.append(...keyed.map(([, row]) => row));
  };
  for (const table of document.querySelectorAll("main table")) {
    const heads = table.tHead?.rows[0]?.cells ?? [];
    if (table.tBodies.length !== 1 || table.tBodies[0].rows.length < 2) continue;
    [...heads].forEach((head, column) => {
      const button = make("button", { type: "button", class: "sort", title: say.sort }, ...head.childNodes);
      button.addEventListener("click", () => sort(table, head, column));
      head.append(button);
    });
  }

  // Copy: what is meant to be pasted elsewhere has a button.
  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea", { readonly: "" });
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = say.copied;
    setTimeout(() => (button.textContent = say.copy), 2000);
  };
  for (const code of document.querySelectorAll("code.copy")) {
    const button = make("button", { type: "button", class: "copies" }, say.copy);
    button.addEventListener("click", () => copy(code.textContent, button));
    code.after(button);
  }

  // What is folded opens when a link leads into it, as it does for a reader who searches the page.
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target; fold; fold = fold.parentElement) if (fold.tagName === "DETAILS") fold.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
})();
