"use strict";
/* Search and filters over what is on the page already; without this script all of it is still there. */
(() => {
  const form = document.getElementById("filters");
  if (!form) return;

  const KEYS = ["kind", "severity", "rule", "source", "entity", "metric", "tag"];
  const index = JSON.parse(document.getElementById("index").textContent);
  const findings = [];
  for (const card of document.querySelectorAll(".finding")) findings[card.dataset.n] = card;
  const groups = [...document.querySelectorAll(".rule")];
  const sections = [...document.querySelectorAll(".section[id]")].filter((one) => one.querySelector(".rule"));
  const search = document.getElementById("search");
  const lists = document.getElementById("filter-lists");
  const more = document.getElementById("more-filters");
  const clear = document.getElementById("clear");
  const shown = document.getElementById("shown");
  const nothing = document.getElementById("nothing");
  const selects = [...form.querySelectorAll("select")];
  const kinds = [...form.querySelectorAll("input[name=kind]")];
  let texts = null;

  const folded = (text) => text.normalize("NFKC").toLowerCase();

  function textOf(card) {
    const group = card.closest(".rule");
    return folded(group.querySelector(".rule-head").textContent + " " + card.textContent);
  }

  function words() {
    const asked = folded(search.value).split(/\s+/).filter(Boolean);
    if (asked.length && texts === null) texts = findings.map(textOf);
    return asked;
  }

  function chosen() {
    const picked = new Map();
    for (const select of selects) {
      if (select.value !== "") picked.set(KEYS.indexOf(select.name), [Number(select.value)]);
    }
    if (kinds.some((box) => !box.checked)) {
      picked.set(0, kinds.filter((box) => box.checked).map((box) => Number(box.value)));
    }
    return picked;
  }

  function apply() {
    const asked = words();
    const picked = [...chosen()];
    let number = 0;
    findings.forEach((card, place) => {
      const own = index[place];
      const fits =
        picked.every(([key, values]) => own[key].some((value) => values.includes(value))) &&
        asked.every((word) => texts[place].includes(word));
      card.hidden = !fits;
      number += fits;
    });
    for (const one of [...groups, ...sections]) one.hidden = !one.querySelector(".finding:not([hidden])");
    const all = number === findings.length;
    shown.textContent = all ? `${number.toLocaleString("en")} findings` : `${number.toLocaleString("en")} of ${findings.length.toLocaleString("en")} findings`;
    clear.hidden = all && !asked.length && !picked.length;
    nothing.hidden = number > 0;
  }

  function foldAll(open) {
    for (const card of findings) if (!card.hidden) card.open = open;
  }

  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest) for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  }

  function pick(button) {
    const select = selects.find((one) => one.name === button.dataset.key);
    const option = select && [...select.options].find((one) => one.dataset.id === button.dataset.id);
    if (!option) return;
    form.reset();
    select.value = option.value;
    showLists(true);
    apply();
    form.scrollIntoView();
    select.focus();
  }

  function showLists(open) {
    lists.hidden = !open;
    more.setAttribute("aria-expanded", String(open));
  }

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("reset", () => setTimeout(apply));
  more.addEventListener("click", () => showLists(lists.hidden));
  document.getElementById("unfold").addEventListener("click", () => foldAll(true));
  document.getElementById("fold").addEventListener("click", () => foldAll(false));
  for (const button of document.querySelectorAll(".pick")) {
    const select = selects.find((one) => one.name === button.dataset.key);
    button.hidden = !select;
    button.addEventListener("click", () => pick(button));
  }
  addEventListener("hashchange", reveal);

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".finding:not([open])")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; });

  form.hidden = false;
  reveal();
  apply();
})();
