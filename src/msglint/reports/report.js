"use strict";
const root = document.documentElement;
const each = (selector, act, from = document) => from.querySelectorAll(selector).forEach(act);

function speak(lang) {
  root.dataset.lang = lang;
  root.lang = lang;
  each("[data-speak]", (button) => button.setAttribute("aria-pressed", String(button.dataset.speak === lang)));
}

function wanted() {
  const value = (id) => document.getElementById(id).value;
  return { severity: value("by-severity"), rule: value("by-rule"), source: value("by-source"), lang: value("by-lang") };
}

function filter() {
  const want = wanted();
  each(".document", (card) => {
    let shown = 0;
    each(".violation", (item) => {
      const fits = (!want.severity || item.dataset.severity === want.severity) && (!want.rule || item.dataset.rule === want.rule);
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }, card);
    const fits = (!want.source || card.dataset.source === want.source) && (!want.lang || card.dataset.lang === want.lang);
    card.hidden = !fits || shown === 0;
    each("mark[data-at]", (mark) => {
      mark.classList.toggle("off", mark.dataset.at.split(" ").every((id) => document.getElementById(id).hidden));
    }, card);
  });
}

function point(id) {
  each(".target", (item) => item.classList.remove("target"));
  const item = document.getElementById(id);
  if (!item) return;
  item.classList.add("target");
  each(`mark[data-at~="${id}"]`, (mark) => mark.classList.add("target"));
}

each("[data-speak]", (button) => button.addEventListener("click", () => speak(button.dataset.speak)));
each(".filters select", (choice) => choice.addEventListener("change", filter));
each("mark[data-at]", (mark) => mark.addEventListener("click", () => {
  const id = mark.dataset.at.split(" ")[0];
  point(id);
  document.getElementById(id).scrollIntoView({ block: "nearest" });
}));
each(".violation", (item) => item.addEventListener("click", () => {
  point(item.id);
  const mark = document.querySelector(`mark[data-at~="${item.id}"]`);
  if (mark) mark.scrollIntoView({ block: "nearest" });
}));
each("[data-choose]", (link) => link.addEventListener("click", () => {
  document.getElementById(link.dataset.choose).value = link.dataset.value;
  filter();
}));
