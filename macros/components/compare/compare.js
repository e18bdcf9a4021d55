/* <compare-groups>: two groups typed or pasted, compared as they are typed; nothing leaves the device. */
const COMPARED = ['tutees', 'comparison'];
const KEPT_COMPARISON = 'compare';
const PASTED = 'pasted';

customElements.define('compare-groups', class extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector('form');
    this.language = wordsOf(this);
    this.decimal = decimalSign(this.dataset.language);
    this.example = JSON.parse(this.dataset.example);
    this.effects = JSON.parse(this.dataset.effects);
    this.chosenSigns = new Map(); // what the reader answered about a text that can mean two numbers
    this.separators = new Map();
    const on = (name, event, act) => this.part(name)?.addEventListener(event, act);
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', (event) => {
      // The example has another measure for shares than for means.
      const { measures } = this.example;
      if (event.target.name === 'kind' && Object.values(measures).includes(this.value('measure'))) this.field('measure').value = measures[event.target.value];
      this.keep();
      this.show();
    });
    on('example', 'click', () => this.openExample());
    on('again', 'click', () => this.clear());
    on('print', 'click', () => window.print());
    on('copy', 'click', () => this.copy());
    on('csv', 'click', () => saveAs('comparison.csv', this.csv(), 'text/csv'));
    window.addEventListener('p2p-forgotten', () => this.clear());
    window.addEventListener('pageshow', () => this.show());
    window.addEventListener('beforeunload', (event) => { if (this.pasted().some((box) => box.value.trim())) event.preventDefault(); });
    this.recall();
    this.part('without').hidden = true;
    this.part('tools').hidden = false;
    this.show();
  }

  part(name) { return this.querySelector(`[data-part="${name}"]`); }
  say(name, marks) { return this.language.say(name, marks); }
  field(name) { return this.form.elements.namedItem(name); }
  value(name) { return this.field(name).value; }
  pasted() { return COMPARED.map((group) => this.field(`${group}-pasted`)); }
  number(value, digits = 2) { return this.language.written(value, digits); }
  signed(value, digits = 2) {
    const rounded = Number(value.toFixed(digits));
    return (rounded > 0 ? '+' : rounded < 0 ? '−' : '') + this.number(Math.abs(rounded), digits);
  }

  /* -- what is kept: what was typed, never what was pasted ------------------------------------- */

  keep() {
    if (device.isShared) return;
    const kept = Object.fromEntries([...new FormData(this.form)].filter(([name]) => !name.endsWith('-pasted')));
    this.kept = device.keep(KEPT_COMPARISON, { version: 1, fields: kept });
  }

  recall() {
    const kept = device.recall(KEPT_COMPARISON)?.fields;
    if (kept && typeof kept === 'object') this.fill(kept);
  }

  fill(values) {
    for (const input of this.form.elements) {
      if (!input.name || !Object.hasOwn(values, input.name)) continue;
      const value = String(values[input.name]).slice(0, 200000);
      if (input.type === 'radio') input.checked = input.value === value;
      else if (input.type === 'checkbox') input.checked = value === 'on';
      else input.value = value;
    }
  }

  clear() {
    device.forget(KEPT_COMPARISON);
    this.form.reset();
    this.chosenSigns.clear();
    this.separators.clear();
    this.show();
    this.part('example').focus();
  }

  openExample() {
    const typed = [...this.form.elements].some((input) => /^(?:text|textarea)$/.test(input.type) && input.value.trim());
    if (typed && !window.confirm(this.say('compare-example-sure'))) return;
    const { fields, people } = this.example;
    const cell = (value) => (value === null ? '' : this.language.plain(value, 2));
    const pasted = Object.fromEntries(COMPARED.map((group) => [`${group}-pasted`, people[group].map((row) => row.map(cell).join('\t')).join('\n')]));
    const texts = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'number' ? this.language.plain(value) : value]));
    this.form.reset();
    this.fill({ ...texts, ...pasted });
    this.keep();
    this.show();
    this.part('result').focus();
  }

  /* -- reading what was typed -------------------------------------------------------------------- */

  /* Begin a reading: no field is wrong yet. */
  begin() {
    this.faults = new Map();
    this.gaps = 0;
  }

  fault(name, ...parts) {
    if (!this.faults.has(name)) this.faults.set(name, parts);
  }

  /* One typed number, or undefined: then it is missing or has been marked. */
  read(name, fits, needed = true) {
    const text = this.value(name);
    const number = readNumber(text, { sign: this.chosenSigns.get(text.trim()), ...fits });
    if (number.problem === 'empty') { if (needed) this.gaps += 1; return undefined; }
    if (number.problem === 'ambiguous') this.fault(name, ...this.question(text.trim(), number.readings, (sign) => this.chosenSigns.set(text.trim(), sign)));
    else if (number.problem) this.fault(name, this.say(`number-${number.problem}`, { text: text.trim().slice(0, 40) }));
    else if (fits.low === 0 && number.value < 0) this.fault(name, this.say('number-negative'));
    else if (fits.whole && !Number.isInteger(number.value)) this.fault(name, this.say('number-not-whole'));
    else if (number.value < fits.low || number.value > fits.high) this.fault(name, this.outside(fits));
    else return number.value;
    return undefined;
  }

  outside({ low, high }) { return this.say('number-outside', { low: low === undefined ? '−∞' : this.language.plain(low), high: high === undefined ? '∞' : this.language.plain(high) }); }

  /* "1.234" can mean two numbers: the reader says which one. */
  question(text, readings, choose) {
    return numberQuestion(text, readings, this.language, this.form, (sign) => { choose(sign); this.show(); });
  }

  limits() {
    const low = this.read('lowest', {}, false);
    const high = this.read('highest', {}, false);
    if (low !== undefined && high !== undefined && high <= low) { this.fault('highest', this.say('compare-limits-swapped')); return {}; }
    return { low, high };
  }

  readDeviation(name, limits, n, needed) {
    const deviation = this.read(name, { low: 0 }, needed);
    if (deviation === 0) this.fault(name, this.say('compare-zero-spread'));
    else if (deviation !== undefined && limits.low !== undefined && limits.high !== undefined && deviation > ((limits.high - limits.low) / 2) * Math.sqrt(n / (n - 1)) + 1e-9) {
      this.fault(name, this.say('compare-wide-spread', { low: limits.low, high: limits.high }));
    } else return deviation;
    return undefined;
  }

  readPeople(name, least = 1) {
    const n = this.read(name, { low: 0, whole: true });
    if (n !== undefined && n < least) { this.fault(name, this.say('compare-one-person')); return undefined; }
    return n;
  }

  readBegan(group, n) {
    const began = this.read(`${group}-began`, { low: 0, whole: true }, false);
    if (began !== undefined && n !== undefined && began < n) this.fault(`${group}-began`, this.say('compare-fewer-began'));
    return began;
  }

  typedGroup(group, limits) {
    const n = this.readPeople(`${group}-n`, 2);
    const end = { n, mean: this.read(`${group}-end-mean`, limits), deviation: this.readDeviation(`${group}-end-deviation`, limits, n) };
    const names = [`${group}-start-mean`, `${group}-start-deviation`];
    const wanted = COMPARED.flatMap((one) => [`${one}-start-mean`, `${one}-start-deviation`]).some((name) => this.value(name).trim());
    let start = null;
    if (wanted) {
      names.filter((name) => !this.value(name).trim()).forEach((name) => this.fault(name, this.say('compare-one-empty')));
      start = { mean: this.read(names[0], limits, false), deviation: this.readDeviation(names[1], limits, n, false) };
    }
    return { end, start, began: this.readBegan(group, n), late: 0 };
  }

  pastedGroups(limits) {
    const texts = COMPARED.map((group) => this.value(`${group}-pasted`));
    const read = texts.map((text) => readPasted(text, { decimal: this.decimal, separator: this.separators.get(text.trim()), sign: this.chosenSigns.get(`${PASTED} ${text.trim()}`), ...limits }));
    read.forEach((one, n) => this.tellPasted(`${COMPARED[n]}-pasted`, one, limits));
    if (read.some((one) => one.problem || one.wrong.length)) return null;
    const columns = Math.min(...read.map((one) => one.columns));
    const groups = read.map(({ people, columns: own }) => groupOfPeople(own > columns ? people.map(({ end }) => ({ start: null, end })) : people, columns));
    groups.forEach((group, n) => {
      const name = `${COMPARED[n]}-pasted`;
      if (!group) this.fault(name, this.say('compare-one-person'));
      else if ([group.end, group.start, group.change].some((part) => part && part.deviation < 1e-12)) this.fault(name, this.say('compare-zero-spread'));
    });
    return this.faults.size ? null : groups;
  }

  /* Say beside the box what was read, or what is wrong in it. */
  tellPasted(name, read, limits) {
    const notes = [];
    if (read.problem === 'empty') this.gaps += 1;
    else if (read.problem === 'large') this.fault(name, this.say('compare-too-long'));
    else if (read.problem === 'columns') this.fault(name, this.say('compare-columns', { count: read.columns }));
    else if (read.problem === 'unclear') this.fault(name, this.say('compare-commas', { text: read.text.slice(0, 40) }), this.separatorButton(name, ''), this.separatorButton(name, ','));
    else if (read.wrong.length) this.faultLines(name, read.wrong, limits);
    else {
      if (read.heading) notes.push(this.say('compare-heading-left-out'));
      if (read.codes) notes.push(this.say('compare-codes-left-out'));
      notes.push(this.say('compare-read', { count: read.people.filter(({ end }) => end !== null).length }));
      const other = COMPARED.find((group) => `${group}-pasted` !== name);
      const columns = readPasted(this.value(`${other}-pasted`), { decimal: this.decimal }).columns;
      if (columns && columns < read.columns) notes.push(this.say('compare-different-columns'));
    }
    this.part(`${name}-note`).textContent = notes.join(' ');
  }

  faultLines(name, wrong, limits) {
    const asked = wrong.find(({ problem }) => problem === 'ambiguous');
    if (asked && wrong.every(({ problem }) => problem === 'ambiguous')) {
      // One answer for both boxes: columns of one spreadsheet are written in one way.
      this.fault(name, ...this.question(asked.text, asked.readings, (sign) => { for (const box of this.pasted()) this.chosenSigns.set(`${PASTED} ${box.value.trim()}`, sign); }));
      return;
    }
    const lines = wrong.slice(0, 3).map(({ line, text, problem }) => `${this.say('compare-line', { line: String(line) })} ${problem === 'outside' ? this.outside(limits) : this.say(`number-${problem}`, { text: text.slice(0, 40) })}`);
    if (wrong.length > 3) lines.push(this.say('compare-lines-more', { count: wrong.length - 3 }));
    this.fault(name, lines.join(' '));
  }

  separatorButton(name, separator) {
    const button = make('button', { type: 'button', class: 'md-button' }, this.say(separator ? 'compare-commas-columns' : 'compare-commas-decimal'));
    button.addEventListener('click', () => { for (const box of this.pasted()) this.separators.set(box.value.trim(), separator); this.show(); this.field(name).focus(); });
    return button;
  }

  sharesGroups() {
    return COMPARED.map((group) => {
      const n = this.readPeople(`${group}-of`);
      const count = this.read(`${group}-count`, { low: 0, whole: true });
      if (n !== undefined && count > n) this.fault(`${group}-count`, this.say('compare-more-than-all'));
      return { count, n, began: this.readBegan(group, n) };
    });
  }

  /* -- showing ------------------------------------------------------------------------------------ */

  show() {
    const kind = this.value('kind');
    const way = this.value('way');
    this.part('means').hidden = kind !== 'means';
    this.part('shares').hidden = kind !== 'shares';
    this.part('typed').hidden = way !== 'typed';
    this.part('pasted').hidden = way !== 'pasted';
    this.part('began').hidden = kind === 'means' && way === 'pasted';
    this.part('more').hidden = kind !== 'means';
    this.part('correlation').hidden = way === 'pasted';
    this.begin();
    const about = {
      chosen: this.value('chosen'), classes: this.field('classes').checked,
      least: this.field('outside').checked ? PUBLIC_LEAST : TEAM_LEAST,
    };
    let groups;
    if (kind === 'shares') groups = this.sharesGroups();
    else {
      const limits = this.limits();
      about.correlation = way === 'typed' ? this.read('correlation', { low: 0, high: 0.99 }, false) : undefined;
      groups = way === 'typed' ? COMPARED.map((group) => this.typedGroup(group, limits)) : this.pastedGroups(limits);
    }
    showFaults(this, this.form, this.faults);
    if (this.faults.size || this.gaps || !groups) {
      this.result = null;
      this.part('status').textContent = this.say(this.faults.size ? 'compare-mend' : 'compare-waiting');
      this.part('result').replaceChildren();
    } else {
      this.groups = groups;
      this.about = about;
      this.result = kind === 'shares' ? compareShares(...groups, about) : compareMeans(...groups, about);
      this.part('status').textContent = this.verdict();
      this.part('result').replaceChildren(...this.sections());
    }
    this.part('exports').hidden = !this.result;
    this.part('kept').textContent = this.say(device.isShared ? 'compare-kept-shared' : this.kept === false ? 'compare-kept-not' : 'compare-kept');
    this.part('worked').classList.toggle('p2p-compare__worked--own', Boolean(this.result));
  }

  verdict() {
    const { verdict } = this.result;
    if (verdict === 'few' || verdict === 'hidden') return this.say(`compare-${verdict}`, { least: verdict === 'few' ? PUBLIC_LEAST : this.about.least });
    return this.say(`compare-${verdict}`);
  }

  interval(name, { low, high, ...value }, digits = 2) {
    const [[mark, middle]] = Object.entries(value);
    return this.say(name, { [mark]: this.signed(middle, digits), low: this.signed(low, digits), high: this.signed(high, digits) });
  }

  /* The sentences with figures. */
  sentences() {
    const { result } = this;
    if (result.verdict === 'hidden') return [];
    if (result.covered) return [this.say('compare-hidden-share')];
    if (result.shares) return [this.interval('compare-say-share', this.points(), 1)];
    const main = result.paired ? result.rows.change : result.rows.end;
    const effect = result.paired ? result.adjusted : result.g;
    const said = [
      this.interval(result.paired ? 'compare-say-change' : 'compare-say-end', { difference: main.difference, low: main.low, high: main.high }),
      this.interval('compare-say-g', { g: effect.g, low: effect.low, high: effect.high }),
    ];
    if (result.band) said.push(this.say(`compare-band-${result.band.band}`, { g: this.signed(result.band.g) }));
    said.push(this.say('compare-detectable', { g: this.number(result.detectable) }));
    if (result.detectable > this.effects.high) said.push(this.say('compare-detectable-reviews', { low: this.number(this.effects.low), high: this.number(this.effects.high) }));
    return said;
  }

  points() {
    const { difference, low, high } = this.result.rows.points;
    return { difference: difference * 100, low: low * 100, high: high * 100 };
  }

  caveats() {
    return this.result.caveats.map(({ name, group, count, total, correlation }) => this.say(`compare-caveat-${name}`, {
      ...(group === undefined ? {} : { group: this.say(`compare-${COMPARED[group]}`) }),
      ...(count === undefined ? {} : { count }), ...(total === undefined ? {} : { total }),
      ...(correlation === undefined ? {} : { correlation: this.language.plain(correlation) }),
    }));
  }

  sections() {
    const measure = this.value('measure').trim();
    const title = make('h3', {}, measure ? `${this.say('compare-result')}: ${measure}` : this.say('compare-result'));
    const parts = [title, make('p', {}, make('strong', {}, this.verdict()), ' ', this.sentences().join(' '))];
    if (this.result.rows) parts.push(this.picture(), ...this.tables());
    if (this.result.caveats.length) parts.push(make('h4', {}, this.say('compare-limits')), make('ul', {}, ...this.caveats().map((text) => make('li', {}, text))));
    return parts;
  }

  /* [{label, value, low, high, digits, strong}] for the picture and the second table. */
  rows() {
    const { result } = this;
    const row = (name, { difference, g, low, high }, strong) => ({ label: this.say(`compare-row-${name}`), value: difference ?? g, low, high, digits: name === 'points' ? 1 : 2, strong });
    if (result.shares) return { drawn: [], all: [row('points', this.points(), true)] };
    const drawn = Object.entries(result.rows).map(([name, one]) => row(name, one, name === (result.paired ? 'change' : 'end')));
    const effects = [row('g', result.g), ...(result.paired ? [row('adjusted', result.adjusted)] : [])];
    return { drawn, all: [...drawn, ...effects] };
  }

  picture() {
    const { shares } = this.result;
    const digits = shares ? 1 : 2;
    const rows = shares
      ? shares.map(({ share, low, high }, n) => ({ label: this.say(`compare-${COMPARED[n]}`), value: share * 100, low: low * 100, high: high * 100, strong: n === 0 }))
      : this.rows().drawn;
    const write = shares ? (value) => this.percent(value / 100, 0) : (value) => this.language.plain(value).replace('-', '−');
    const told = (value) => (shares ? this.percent(value / 100, digits) : this.signed(value, digits));
    const said = rows.map(({ label, value, low, high }) => this.say('compare-picture-row', { label, value: told(value), low: told(low), high: told(high) }));
    const words = {
      id: 'compare-picture', title: this.say(shares ? 'compare-picture-shares' : 'compare-picture'),
      description: [...said, shares ? '' : this.say('compare-picture-words')].filter(Boolean).join(' '),
    };
    return make('figure', { class: 'p2p-figure' }, intervalPicture(rows, words, write, shares ? [0, 100] : undefined), make('figcaption', {}, words.title));
  }

  percent(value, digits) { return new Intl.NumberFormat(this.dataset.language, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value); }

  tables() { return this.tableTexts().map(({ caption, heads, rows }) => this.table(caption, heads, rows)); }

  tableTexts() {
    const { result, groups } = this;
    const name = (n) => this.say(`compare-${COMPARED[n]}`);
    const moment = (one) => `${this.number(one.mean)} (${this.number(one.deviation)})`;
    const heading = `${this.say('compare-mean')} (${this.say('compare-deviation')})`;
    const first = result.shares
      ? { heads: ['compare-group', 'compare-count', 'compare-of', 'compare-share', 'compare-low', 'compare-high'].map((head) => this.say(head)),
        rows: groups.map(({ count, n }, place) => [name(place), this.number(count, 0), this.number(n, 0), ...['share', 'low', 'high'].map((part) => this.percent(result.shares[place][part], 1))]) }
      : { heads: [this.say('compare-group'), this.say('compare-people'), ...(result.paired ? [`${this.say('compare-start')}: ${heading}`] : []), `${this.say('compare-end')}: ${heading}`],
        rows: groups.map(({ start, end }, place) => [name(place), this.number(end.n, 0), ...(result.paired ? [moment(start)] : []), moment(end)]) };
    const second = {
      heads: ['compare-figure', 'compare-value', 'compare-low', 'compare-high'].map((head) => this.say(head)),
      rows: this.rows().all.map(({ label, value, low, high, digits }) => [label, ...[value, low, high].map((one) => this.signed(one, digits))]),
    };
    return [{ caption: this.say('compare-table-groups'), ...first }, { caption: this.say('compare-table-results'), ...second }];
  }

  table(caption, heads, rows) {
    return make('table', { class: 'p2p-table p2p-compare__table' }, make('caption', {}, caption),
      make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
      make('tbody', {}, ...rows.map(([first, ...cells]) => make('tr', {}, make('th', { scope: 'row' }, first), ...cells.map((text, n) => make('td', { 'data-label': heads[n + 1] }, text))))));
  }

  /* -- taking along ------------------------------------------------------------------------------- */

  text() {
    const measure = this.value('measure').trim();
    return [measure, this.verdict(), ...(this.sentences()), '', ...(this.result.caveats.length ? [this.say('compare-limits'), ...this.caveats().map((text) => `– ${text}`)] : [])].filter((line, n) => line || n).join('\n');
  }

  async copy() {
    try { await navigator.clipboard.writeText(this.text()); this.part('news').textContent = this.say('compare-copied'); }
    catch { this.part('news').textContent = this.say('compare-copy-failed'); }
  }

  /* As the language's spreadsheets read it: decimal comma with semicolons, or decimal point with commas. */
  csv() {
    const comma = this.decimal === ',';
    const cell = (value) => (typeof value === 'number' ? this.language.plain(Number(value.toPrecision(10))) : `"${value.replace(/"/g, '""')}"`);
    const rows = [[this.verdict()]];
    if (this.result.rows) {
      rows.push(['compare-figure', 'compare-value', 'compare-low', 'compare-high'].map((name) => this.say(name)));
      for (const { label, value, low, high } of this.rows().all) rows.push([label, value, low, high]);
    }
    for (const caveat of this.caveats()) rows.push([caveat]);
    return `\uFEFF${rows.map((row) => row.map(cell).join(comma ? ';' : ',')).join('\r\n')}\r\n`;
  }
});
