/* <class-summary>: reads students' files on this device and shows the group, never a person. */
customElements.define('class-summary', class extends HTMLElement {
  connectedCallback() {
    if (this.files) return;
    this.language = wordsOf(this);
    this.questionnaires = JSON.parse(this.dataset.questionnaires);
    this.begin();
    const on = (name, event, act) => this.part(name).addEventListener(event, act);
    on('files', 'change', (event) => { this.addFiles([...event.target.files]).then(() => { this.part('files').value = ''; }); });
    on('read-links', 'click', () => this.addLinks());
    if (this.dataset.example) on('example', 'click', () => this.openExample());
    on('again', 'click', () => { this.begin(); this.show(); this.tell(this.say('summary-empty')); });
    on('outside', 'change', () => this.show());
    on('print', 'click', () => window.print());
    on('csv', 'click', () => saveAs('class-summary.csv', this.csv(), 'text/csv'));
    on('workbook', 'click', () => saveAs('class-summary-indicators.json', this.workbook(), 'application/json'));
    this.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => { event.preventDefault(); this.addFiles([...event.dataTransfer.files]); });
    this.part('without').hidden = true;
    this.part('tools').hidden = false;
    this.show();
  }

  part(name) { return this.querySelector(`[data-part=${name}]`); }
  say(name, marks) { return this.language.say(name, marks); }
  tell(text) { this.part('status').textContent = text; }

  begin() {
    this.files = new ClassFiles(this.questionnaires);
    this.shown = new Map();
  }

  /* The files of an invented group, as its students would have handed them in. */
  openExample() {
    if (this.files.files.length && !window.confirm(this.say('compare-example-sure'))) return;
    const { about, answers } = JSON.parse(this.dataset.example);
    this.begin();
    for (const [entry, moments] of Object.entries(answers)) {
      const { items, definition } = this.questionnaires[entry];
      for (const [moment, codes] of Object.entries(moments)) {
        for (const [code, digits] of Object.entries(codes)) {
          const given = Object.fromEntries(items.map((item, n) => [item.id, Number(digits[n])]));
          this.files.add(`${entry}-${moment}-${code}.json`, writeAnswerFile('answers', { entry, definition, moment, code, language: this.dataset.language }, given));
        }
      }
    }
    this.querySelector('[name=group][value=tutees]').checked = true;
    this.show();
    this.tell(about);
  }

  async addFiles(files) {
    const texts = await Promise.all(files.map((file) => (file.size > FILE_BYTES ? null : file.text().catch(() => ''))));
    files.forEach((file, n) => this.files.add(file.name, texts[n]));
    this.show();
    this.tellCount();
  }

  addLinks() {
    const links = this.part('links').value.split(/\s+/).filter(Boolean);
    links.forEach((link, n) => this.files.add(this.say('summary-link', { number: n + 1 }), textInLink(link) ?? ''));
    this.part('links').value = '';
    this.show();
    this.tellCount();
  }

  tellCount() {
    const states = this.files.states();
    this.tell(this.say('summary-read', { count: states.filter(({ state }) => state === 'summary-counted' || state === 'summary-no-code').length, total: states.length }));
  }

  show() {
    const states = this.files.states();
    this.part('list').replaceChildren(...states.map(({ file, state }) => this.fileRow(file, state)));
    this.part('list-box').hidden = !states.length;
    const least = this.part('outside').checked ? PUBLIC_LEAST : TEAM_LEAST;
    this.figures = new Map();
    for (const [entry, moments] of this.files.scores()) {
      const { moments: order, scale } = this.questionnaires[entry];
      if (!this.shown.has(entry)) this.shown.set(entry, new ShownGroups());
      this.figures.set(entry, groupFigures(moments, order, scale, this.shown.get(entry), least));
    }
    this.part('summary').replaceChildren(...[...this.figures].flatMap(([entry, figures]) => this.section(entry, figures, least)));
    this.part('exports').hidden = ![...this.figures.values()].some((figures) => !figures.hidden);
  }

  fileRow(file, state) {
    const remove = make('button', { type: 'button', class: 'md-button' }, this.say('summary-remove'));
    remove.setAttribute('aria-label', this.say('summary-remove-file', { file: file.name }));
    remove.addEventListener('click', () => {
      const place = [...this.part('list').children].indexOf(remove.closest('tr'));
      this.files.remove(file.id);
      this.show();
      this.tellCount();
      (this.part('list').children[Math.min(place, this.part('list').children.length - 1)]?.querySelector('button') ?? this.part('files')).focus();
    });
    const what = file.refused ? '' : `${this.questionnaires[file.entry].title}, ${this.say(`moment-${file.moment}`)}`;
    return make('tr', {}, make('th', { scope: 'row' }, file.name), make('td', {}, what),
      make('td', {}, [this.say(state), file.changed ? this.say('file-changed') : ''].join(' ')), make('td', {}, remove));
  }

  section(entry, figures, least) {
    const title = make('h3', {}, this.questionnaires[entry].title);
    if (figures.hidden) return [title, make('p', {}, this.say(`summary-hidden-${figures.hidden}`, { count: figures.people, least }))];
    return [title, make('p', {}, this.sentence(figures, least)), this.table(entry, figures)];
  }

  number(value) { return this.language.written(value, 2); }

  sentence({ people, unpaired, change, moments }, least) {
    const said = [];
    if (change) {
      said.push(this.say('summary-both', { count: people, from: this.say(`moment-${change.from}`), to: this.say(`moment-${change.to}`) }));
      if (unpaired) said.push(this.unpaired(unpaired, least));
      said.push(this.say('summary-change', { change: this.signed(change.mean), low: this.signed(change.low), high: this.signed(change.high) }));
      const verdict = people < PUBLIC_LEAST ? 'summary-few' : change.low <= 0 && change.high >= 0 ? 'summary-unclear' : change.mean > 0 ? 'summary-higher' : 'summary-lower';
      said.push(this.say(verdict), this.say('summary-cause'));
    } else {
      said.push(this.say('summary-one', { count: people, moment: this.say(`moment-${moments[0].moment}`) }));
      if (unpaired) said.push(this.unpaired(unpaired, least));
    }
    return said.join(' ');
  }

  /* For the public one to four people are not counted out: they could be found. */
  unpaired(count, least) { return least >= PUBLIC_LEAST && count <= FEW ? this.say('summary-some-unpaired') : this.say('summary-unpaired', { count }); }

  signed(value) {
    const rounded = Math.round(value * 100) / 100;
    return (rounded > 0 ? '+' : rounded < 0 ? '−' : '') + this.number(Math.abs(rounded));
  }

  table(entry, { moments, change }) {
    const { scale } = this.questionnaires[entry];
    const bands = (all) => (all.length > 1 ? all.map((band) => this.say('summary-band', { low: band.low, high: band.high, count: band.count })).join('; ') : '–');
    const heads = ['summary-moment', 'summary-count', 'result-mean', 'summary-deviation', 'summary-spread', 'result-picture'];
    const before = change ? moments[0].mean : null;
    return make('table', { class: 'p2p-table p2p-class-summary__table' },
      make('caption', {}, this.say('summary-key', { lowest: scale.lowest, highest: scale.highest })),
      make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, this.say(head))))),
      make('tbody', {}, ...moments.map((one, n) => make('tr', {}, make('th', { scope: 'row' }, this.say(`moment-${one.moment}`)),
        ...[this.language.written(one.count), this.number(one.mean), this.number(one.deviation), bands(one.bands)].map((text, cell) => make('td', { 'data-label': this.say(heads[cell + 1]) }, text)),
        make('td', {}, n ? dumbbell(before, one.mean, scale) : dumbbell(change ? one.mean : null, change ? null : one.mean, scale))))));
  }

  shownFigures() { return [...this.figures].filter(([, figures]) => !figures.hidden); }

  /* As the language's spreadsheets read it: decimal comma with semicolons, or decimal point with commas. */
  csv() {
    const comma = this.number(1.5).includes(',');
    const cell = (value) => (typeof value === 'number' ? String(Math.round(value * 1e4) / 1e4).replace('.', comma ? ',' : '.') : `"${value.replace(/"/g, '""')}"`);
    const rows = [['summary-questionnaire', 'summary-moment', 'summary-count', 'result-mean', 'summary-deviation', 'summary-low', 'summary-high'].map((name) => this.say(name))];
    for (const [entry, { moments, change }] of this.shownFigures()) {
      const { title } = this.questionnaires[entry];
      for (const one of moments) rows.push([title, this.say(`moment-${one.moment}`), one.count, one.mean, one.deviation, '', '']);
      if (change) rows.push([title, `${this.say(`moment-${change.from}`)} → ${this.say(`moment-${change.to}`)}`, change.count, change.mean, change.deviation, change.low, change.high]);
    }
    return `\uFEFF${rows.map((row) => row.map(cell).join(comma ? ';' : ',')).join('\r\n')}\r\n`;
  }

  /* Means and changes for the indicator workbook, of what is shown and nothing else. */
  workbook() {
    const group = this.querySelector('[name=group]:checked').value;
    const figures = this.shownFigures().flatMap(([entry, { moments, change }]) => moments.map((one) => ({
      questionnaire: entry, indicator: this.questionnaires[entry].indicators[group], group, moment: one.moment, count: one.count, mean: one.mean, deviation: one.deviation,
    })).concat(change ? [{ questionnaire: entry, indicator: this.questionnaires[entry].indicators[group], group, from: change.from, to: change.to, count: change.count, mean: change.mean, deviation: change.deviation, low: change.low, high: change.high }] : []));
    return JSON.stringify({ format: 'peer-tutoring/indicators', version: FILE_VERSION, saved: new Date().toISOString(), figures }, null, 1);
  }
});
