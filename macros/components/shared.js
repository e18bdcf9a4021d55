/* Memory and sentences with numbers, for all components. */
const store = {
  /* Each function returns false, or null, where the browser keeps nothing. */
  keep(key, value) {
    try { localStorage.setItem(`p2p:${key}`, JSON.stringify(value)); return true; } catch { return false; }
  },
  recall(key) {
    try { return JSON.parse(localStorage.getItem(`p2p:${key}`)); } catch { return null; }
  },
  forget(key) {
    try { localStorage.removeItem(`p2p:${key}`); return true; } catch { return false; }
  },
};

/* The sentence in data-<name> for a count: {"one": "{count} of {total} …", "other": …}. */
function say(element, name, count, marks) {
  const forms = JSON.parse(element.dataset[name]);
  const language = element.dataset.language;
  const form = new Intl.PluralRules(language).select(count);
  const written = new Intl.NumberFormat(language);
  const all = { count, ...marks };
  return (forms[form] || forms.other).replace(/\{(\w+)\}/g, (mark, word) => (word in all ? written.format(all[word]) : mark));
}

/* Keep the form inside `element` on the device; `describe(answers, fields)` gives the status sentence. */
function keepForm(element, describe) {
  const form = element.querySelector('form');
  const status = element.querySelector('[role=status]');
  const { key } = element.dataset;
  const fields = [...new Set([...form.elements].map((one) => one.name).filter(Boolean))];

  const read = () => {
    const answers = {};
    for (const name of fields) {
      const all = new FormData(form).getAll(name).filter(Boolean);
      if (all.length) answers[name] = all.length > 1 ? all : all[0];
    }
    return answers;
  };
  const fill = (answers) => {
    for (const one of form.elements) {
      if (!one.name) continue;
      const value = Object.hasOwn(answers, one.name) ? answers[one.name] : undefined;
      const values = Array.isArray(value) ? value : [value];
      if (one.type === 'checkbox' || one.type === 'radio') one.checked = values.includes(one.value);
      else one.value = typeof value === 'string' ? value : '';
    }
  };
  const recall = () => {
    const kept = store.recall(key);
    fill(kept && typeof kept.answers === 'object' && kept.answers ? kept.answers : {});
  };
  const tell = (text) => { if (status.textContent !== text) status.textContent = text; };

  form.addEventListener('input', () => {
    const answers = read();
    const kept = store.keep(key, { version: 1, saved: new Date().toISOString(), answers });
    tell(kept ? describe(answers, fields) : element.dataset.notKept);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  element.querySelector('[data-action=clear]').addEventListener('click', () => {
    store.forget(key);
    fill({});
    tell(element.dataset.cleared);
  });
  element.querySelector('[data-action=print]').addEventListener('click', () => window.print());
  // Another tab with the same form: both show the last answer.
  window.addEventListener('storage', (event) => {
    if (event.key === `p2p:${key}`) { recall(); tell(describe(read(), fields)); }
  });
  // Coming back by the back button: the browser may have filled in older answers itself.
  window.addEventListener('pageshow', () => { recall(); tell(describe(read(), fields)); });
  recall();
  element.querySelector('.p2p-form__buttons').hidden = false;
  tell(describe(read(), fields));
}
