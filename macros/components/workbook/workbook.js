/* <work-book>: figures of blocks are typed, checked, kept on this device, taken along and shown as a report. */
customElements.define('work-book', class extends HTMLElement {
  connectedCallback() {
    if (this.known) return;
    this.known = Object.fromEntries(JSON.parse(this.dataset.indicators).map((one) => [one.code, one]));
    this.language = wordsOf(this);
    this.report = new BlockReport(this.language, this.dataset.language, this.known);
    const plain = new Intl.NumberFormat(this.dataset.language, { useGrouping: false, maximumFractionDigits: 6 });
    this.plain = (value) => plain.format(value).replace('−', '-');
    this.part('without').hidden = true;
    this.part('tools').hidden = false;
    this.part('shared').checked = device.isShared;
    this.recall();
    this.listen();
    this.build();
  }

  part(name) { return this.querySelector(`[data-part=${name}]`); }
  say(name, marks) { return this.language.say(name, marks); }
  tell(...texts) { this.part('news').textContent = texts.filter(Boolean).join(' '); }
  get block() { return this.blocks[this.current]; }
  get codes() { return this.codesOf(this.block); }
  codesOf(block) { return Object.keys(this.known).filter((code) => (block.set === 'own' ? block.own.includes(code) : this.known[code].tier === 'starter' || (block.set === 'standard' && this.known[code].tier === 'standard'))); }
  nameOf(block) { return [block.school, block.block].filter(Boolean).join(', ') || this.say('workbook-unnamed'); }

  /* -- kept on the device ------------------------------------------------------------- */

  recall() {
    const kept = device.isShared ? null : device.recall('workbook');
    const read = kept && readBlocks(JSON.stringify(kept), this.known);
    this.blocks = read?.blocks?.length ? read.blocks : [newBlock()];
    this.current = Number.isInteger(kept?.current) && kept.current < this.blocks.length ? kept.current : 0;
    this.all = false;
    this.more = new Set();
  }

  keep() {
    this.inFile = false;
    const some = this.blocks.some(isTouched);
    this.kept = !device.isShared && (some ? device.keep('workbook', { ...JSON.parse(writeBlocks(this.blocks, this.dataset.language)), current: this.current }) : device.forget('workbook'));
    this.showKept(some);
  }

  showKept(some = this.blocks.some(isTouched)) {
    const word = device.isShared ? (some && !this.inFile ? 'shared-not-kept' : 'shared-computer') : some && this.kept === false ? 'not-kept' : 'kept-here';
    if (this.part('kept').textContent !== this.say(word)) this.part('kept').textContent = this.say(word);
  }

  /* -- listening ---------------------------------------------------------------------- */

  listen() {
    const on = (name, event, act) => this.part(name).addEventListener(event, act);
    this.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
    on('example', 'click', () => this.openExample());
    on('open', 'change', (event) => this.openFiles([...event.target.files]).then(() => { event.target.value = ''; }));
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => { event.preventDefault(); this.openFiles([...event.dataTransfer.files]); });
    on('new', 'click', () => { this.add(newBlock(this.block.set)); this.build(); this.part('school').focus(); });
    on('which', 'change', (event) => { this.all = event.target.value === 'all'; if (!this.all) this.current = Number(event.target.value); this.keep(); this.build(); });
    on('about', 'input', (event) => this.changeAbout(event.target));
    on('sets', 'input', (event) => this.changeSet(event.target));
    on('entry', 'input', (event) => this.changeFigure(event.target));
    on('entry', 'click', (event) => this.press(event.target.closest('button')));
    on('outside', 'change', () => this.showReport());
    on('print', 'click', () => window.print());
    on('save', 'click', () => this.saveFile());
    on('csv', 'click', () => saveAs('peer-tutoring-indicators.csv', this.csv(), 'text/csv'));
    on('shared', 'change', (event) => { device.isShared = event.target.checked; if (device.isShared) device.forget('workbook'); this.keep(); this.tell(this.say(device.isShared ? 'shared-on' : 'shared-off')); });
    on('remove', 'click', () => this.remove());
    on('clear', 'click', () => { if (window.confirm(this.say('workbook-clear-sure'))) { this.empty(); this.tell(this.say('cleared')); } });
    window.addEventListener('p2p-forgotten', () => this.empty());
    window.addEventListener('storage', (event) => { if ((event.key === null || event.key === `${device.prefix}workbook`) && !device.isShared) { this.recall(); this.build(); } });
    window.addEventListener('beforeunload', (event) => { if (this.blocks.some(isTouched) && !this.inFile && (device.isShared || this.kept === false)) event.preventDefault(); });
  }

  add(block) {
    if (this.blocks.length === 1 && !isTouched(this.block)) this.blocks = [];
    this.blocks.push(block);
    this.current = this.blocks.length - 1;
    this.all = false;
    this.keep();
  }

  remove() {
    if (isTouched(this.block) && !window.confirm(this.say('workbook-remove-sure', { block: this.nameOf(this.block) }))) return;
    this.blocks.splice(this.current, 1);
    if (!this.blocks.length) this.blocks.push(newBlock());
    this.current = Math.max(0, this.current - 1);
    this.all = false;
    this.keep();
    this.build();
    this.tell(this.say('cleared'));
  }

  empty() {
    device.forget('workbook');
    this.blocks = [newBlock()];
    this.current = 0;
    this.all = false;
    this.kept = undefined;
    this.build();
  }

  /* -- files -------------------------------------------------------------------------- */

  async openFiles(files) {
    const said = [];
    for (const file of files) said.push(`${file.name.slice(0, NAME_LENGTH)}: ${this.take(file.size > 4 * FILE_BYTES ? null : await file.text().catch(() => ''))}`);
    this.build();
    this.tell(...said);
  }

  /* Take in the text of one file (null: too large) and say what was done. */
  take(text) {
    if (text === null) return this.say('file-too-large');
    const names = (list) => this.language.list(list.slice(0, 5)) + (list.length > 5 ? ' …' : '');
    const strangely = (strange) => (strange.length ? this.say('workbook-strange', { count: strange.length, names: names(strange) }) : '');
    if (/^\s*\{/.test(text.replace(/^\uFEFF/, ''))) {
      const read = readBlocks(text, this.known);
      if (read.refused) return this.say(read.refused);
      if (read.figures) return [this.takeFigures(read.figures), strangely(read.strange)].join(' ');
      const taken = read.blocks.filter((block) => this.takeBlock(block)).length;
      return [this.say('workbook-opened', { count: taken }), strangely(read.strange)].join(' ');
    }
    const read = readSheet(text, this.known);
    if (read.refused) return this.say(read.refused, { sheet: this.dataset.sheet });
    if (!hasFigures(read.block)) return [this.say('workbook-sheet-empty'), strangely(read.strange)].join(' ');
    if (!this.takeBlock(read.block)) return this.say('file-not-opened');
    return [this.say('workbook-sheet-opened', { count: read.block.figures.size }), strangely(read.strange), read.unclear.length ? this.say('workbook-sheet-unclear', { names: names(read.unclear) }) : ''].join(' ');
  }

  /* Add a block, or after asking put it in the place of the same one. */
  takeBlock(block) {
    const same = this.blocks.findIndex((one) => one.id === block.id || (block.school && one.school === block.school && one.block === block.block));
    if (same < 0) { if (this.blocks.length >= BLOCKS_AT_MOST) return false; this.add(block); return true; }
    const told = (one) => JSON.stringify({ ...plainBlock(one), saved: null, id: null, figures: [...one.figures].sort() });
    if (told(this.blocks[same]) !== told(block) && !window.confirm(this.say('workbook-replace-sure', { block: this.nameOf(block), day: this.language.day(block.saved) }))) return false;
    this.blocks[same] = block;
    this.current = same;
    this.all = false;
    this.keep();
    return true;
  }

  /* Figures without a block, from a class summary, go into the block that is open. */
  takeFigures(figures) {
    const here = [...figures].filter(([line, fields]) => this.block.figures.has(line) && JSON.stringify(this.block.figures.get(line)) !== JSON.stringify(fields));
    if (here.length && !window.confirm(this.say('workbook-figures-sure', { count: here.length }))) return this.say('file-not-opened');
    for (const [line, fields] of figures) this.block.figures.set(line, fields);
    const codes = new Set([...figures.keys()].map((line) => line.split('.')[0]));
    if ([...codes].some((code) => !this.codes.includes(code))) {
      this.block.own = [...new Set([...this.codes, ...codes])];
      this.block.set = 'own';
    }
    this.all = false;
    this.keep();
    return this.say('workbook-figures-opened', { count: figures.size });
  }

  openExample() {
    const { about, ...example } = JSON.parse(this.dataset.example);
    const block = soundBlock(example, this.known, []);
    if (!this.takeBlock(block)) return;
    this.build();
    this.tell(about);
    this.part('report').scrollIntoView({ block: 'start' });
  }

  saveFile() {
    if (!this.blocks.some(isTouched)) { this.tell(this.say('nothing-to-save')); return; }
    const name = `indicators-${new Date().toISOString().slice(0, 10)}.json`;
    saveAs(name, writeBlocks(this.blocks, this.dataset.language), 'application/json');
    this.inFile = true;
    this.showKept();
    this.tell(this.say('file-saved', { file: name }));
  }

  /* The block that is open, in the form in which the spreadsheet gives it, with the results beside. */
  csv() {
    const comma = this.plain(1.5).includes(',');
    const separator = comma ? ';' : ',';
    const cell = (value) => (value === undefined ? '' : typeof value === 'number' ? String(value).replace('.', comma ? ',' : '.') : `"${String(value).replace(/"/g, '""')}"`);
    const { block } = this;
    const rows = [[SHEET_MARKER, FILE_VERSION, this.dataset.language], ['key', ...SHEET_HEADS, 'value', 'low', 'high'], ['school', block.school], ['block', block.block],
      ...Object.entries(block.dates).map(([moment, day]) => [`date.${moment}`, day]), ...Object.entries(block.sizes).map(([group, size]) => [`size.${group}`, size])];
    const sound = this.soundFigures(block);
    for (const [line, fields] of block.figures) {
      const { shape } = this.known[line.split('.')[0]];
      const figure = figureOf(shape, sound.get(line)) ?? {};
      rows.push([line, ...SHEET_HEADS.map((name) => fields[name]), figure.value, figure.low, figure.high]);
    }
    return `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
  }

  /* -- typing ------------------------------------------------------------------------- */

  changeAbout(input) {
    const [kind, name] = input.dataset.about.split('.');
    if (kind === 'school' || kind === 'block') this.block[kind] = input.value.slice(0, NAME_LENGTH);
    else if (kind === 'date') { if (input.value) this.block.dates[name] = input.value; else delete this.block.dates[name]; }
    else {
      const value = typedValue(input.value, { whole: true, low: 0 });
      if (value === undefined) delete this.block.sizes[name]; else this.block.sizes[name] = value;
    }
    this.keep();
    this.checkAbout();
    this.checkFigures();
    this.showWhich();
    this.showReport();
  }

  changeSet(input) {
    if (input.name === '@set') this.block.set = input.value;
    else this.block.own = input.checked ? [...this.block.own, input.value] : this.block.own.filter((code) => code !== input.value);
    if (input.name === '@set' && input.value === 'own' && !this.block.own.length) this.block.own = Object.keys(this.known).filter((code) => this.known[code].tier === 'starter');
    this.keep();
    this.showSets();
    this.buildEntry();
    this.showReport();
  }

  changeFigure(input) {
    const { line, field, place } = input.dataset;
    if (place !== undefined) this.changePart(input, this.block.parts[place]);
    else {
      const [code, , moment] = line.split('.');
      setField(this.block.figures, line, field, typedValue(input.value, fitsOf(this.known[code], field, moment)));
    }
    this.keep();
    this.checkFigures();
    this.showReport();
  }

  changePart(input, part) {
    const { field } = input.dataset;
    const [code, , moment] = part.line.split('.');
    if (field === 'name') part.name = input.value.slice(0, 40);
    else if (field === 'by' || field === 'line') part[field] = input.value;
    else {
      const value = typedValue(input.value, fitsOf(this.known[code], field, moment));
      if (value === undefined) delete part.fields[field]; else part.fields[field] = value;
    }
  }

  press(button) {
    if (!button) return;
    const { act, code, place } = button.dataset;
    if (act === 'more') { this.more.add(code); this.buildEntry(); this.part('entry').querySelector(`[data-code="${code}"] input`).focus(); }
    if (act === 'part') {
      if (this.block.parts.length >= PARTS_AT_MOST) return;
      const last = this.linesOf(code).filter((line) => !line.endsWith('.change')).at(-1);
      this.block.parts.push({ line: last, by: this.known[code].breakdowns[0], name: '', fields: {} });
      this.keep();
      this.buildEntry();
      this.part('entry').querySelector(`[data-place="${this.block.parts.length - 1}"]`).focus();
    }
    if (act === 'remove-part') { this.block.parts.splice(place, 1); this.keep(); this.buildEntry(); this.showReport(); this.part('entry').querySelector(`[data-code="${code}"] [data-act=part]`).focus(); }
    if (act === 'reading') {
      const input = this.querySelector(`#${button.dataset.input}`);
      const { line, field } = input.dataset;
      const value = Number(button.dataset.value);
      if (input.dataset.place !== undefined) this.block.parts[input.dataset.place].fields[field] = value; else setField(this.block.figures, line, field, value);
      input.value = this.plain(value);
      input.focus();
      this.keep();
      this.checkFigures();
      this.showReport();
    }
  }

  /* -- building ----------------------------------------------------------------------- */

  build() {
    this.showWhich();
    this.part('single').hidden = this.all;
    for (const input of this.part('about').querySelectorAll('[data-about]')) {
      const [kind, name] = input.dataset.about.split('.');
      const value = kind === 'date' ? this.block.dates[name] : kind === 'size' ? this.block.sizes[name] : this.block[kind];
      input.value = typeof value === 'number' ? this.plain(value) : value ?? '';
    }
    this.showSets();
    this.buildEntry();
    this.checkAbout();
    this.showReport();
    this.showKept();
  }

  showWhich() {
    const options = this.blocks.map((block, n) => make('option', { value: n, selected: !this.all && n === this.current ? '' : null }, `${n + 1}. ${this.nameOf(block)}`));
    if (this.blocks.length > 1) options.push(make('option', { value: 'all', selected: this.all ? '' : null }, this.say('workbook-all', { count: this.blocks.length })));
    this.part('which').replaceChildren(...options);
    this.part('which-box').hidden = this.blocks.length < 2;
  }

  showSets() {
    for (const radio of this.querySelectorAll('[name="@set"]')) radio.checked = radio.value === this.block.set;
    this.part('own').hidden = this.block.set !== 'own';
    for (const box of this.part('own').querySelectorAll('input')) box.checked = this.block.own.includes(box.value);
  }

  linesOf(code) {
    const { groups, moments, shape } = this.known[code];
    return groups.flatMap((group) => [
      ...BLOCK_MOMENTS.filter((moment) => moments.includes(moment) || this.more.has(code) || this.block.figures.has(`${code}.${group}.${moment}`)),
      ...(shape === 'change' ? ['change'] : []),
    ].map((moment) => `${code}.${group}.${moment}`));
  }

  lineName(line) {
    const [, group, moment] = line.split('.');
    return `${this.say(`group-${group}`)}, ${this.say(moment === 'change' ? 'sheet-change' : `moment-${moment}`)}`;
  }

  buildEntry() {
    const open = new Set([...this.part('entry').querySelectorAll('details[open]')].map((one) => one.dataset.code));
    this.part('entry').replaceChildren(...this.codes.map((code) => this.indicatorForm(code, open.has(code))));
    this.checkFigures();
  }

  indicatorForm(code, open) {
    const { name, above, below, shape, moments, breakdowns } = this.known[code];
    const counts = shape === 'share' || shape === 'quotient';
    const parts = this.block.parts.map((part, place) => ({ part, place })).filter(({ part }) => part.line.startsWith(`${code}.`));
    const button = (act, word) => make('button', { type: 'button', class: 'md-button', 'data-act': act, 'data-code': code }, this.say(word));
    return make('details', { class: 'p2p-form__more p2p-workbook__indicator', 'data-code': code, open: open ? '' : null },
      make('summary', {}, `${code} ${name}`, make('span', { class: 'p2p-workbook__state', 'data-state': code })),
      counts ? make('p', {}, this.say('workbook-asks-counts', { above, below })) : make('p', {}, this.say(`workbook-asks-${shape}`, { above, below })),
      ...this.linesOf(code).map((line) => this.fieldRow(line, this.lineName(line), FIELDS_OF[shape], this.block.figures.get(line) ?? {}, { 'data-line': line })),
      ...parts.map(({ part, place }) => this.partRow(code, part, place)),
      make('p', { class: 'p2p-form__buttons' }, moments.length < 4 && !this.more.has(code) ? button('more', 'workbook-more-moments') : null, breakdowns.length ? button('part', 'workbook-add-part') : null));
  }

  fieldRow(key, name, names, fields, marks) {
    const inputs = names.map((field) => {
      const id = `workbook-${key}-${field}`.replace(/\./g, '-');
      const value = fields[field];
      return make('label', { class: 'p2p-workbook__field' }, make('span', {}, this.say(field === 'mean' ? 'workbook-mean-label' : `workbook-${field}`)),
        make('input', { type: 'text', inputmode: 'decimal', id, ...marks, 'data-field': field, 'aria-describedby': `${id}-said`, value: typeof value === 'number' ? this.plain(value) : value ?? null }),
        make('span', { class: 'p2p-workbook__said', id: `${id}-said`, 'aria-live': 'polite' }));
    });
    return make('fieldset', { class: 'p2p-workbook__row' }, make('legend', {}, name), ...inputs);
  }

  partRow(code, part, place) {
    const { breakdowns, shape } = this.known[code];
    const select = (field, values, chosen, label) => make('label', { class: 'p2p-workbook__field' }, make('span', {}, this.say(label)),
      make('select', { 'data-place': place, 'data-field': field }, ...values.map(([value, text]) => make('option', { value, selected: value === chosen ? '' : null }, text))));
    const row = this.fieldRow(`part-${place}`, this.say('workbook-part', { number: place + 1 }), FIELDS_OF[shape], part.fields, { 'data-place': place });
    row.querySelector('legend').after(
      select('by', breakdowns.map((by) => [by, this.say(`breakdown-${by}`)]), part.by, 'workbook-part-by'),
      make('label', { class: 'p2p-workbook__field' }, make('span', {}, this.say('workbook-part-name')), make('input', { type: 'text', maxlength: 40, 'data-place': place, 'data-field': 'name', value: part.name })),
      select('line', this.linesOf(code).filter((line) => !line.endsWith('.change')).map((line) => [line, this.lineName(line)]), part.line, 'workbook-part-of'));
    row.append(make('button', { type: 'button', class: 'md-button', 'data-act': 'remove-part', 'data-place': place, 'data-code': code }, this.say('workbook-part-remove', { number: place + 1 })));
    return row;
  }

  /* -- checks ------------------------------------------------------------------------- */

  checkAbout() {
    const wrong = dateProblem(this.block.dates);
    for (const input of this.part('about').querySelectorAll('[data-about]')) {
      const [kind, name] = input.dataset.about.split('.');
      const size = this.block.sizes[name];
      const word = kind === 'date' && wrong?.moment === name ? this.say('workbook-date-order', { before: this.say(`moment-${wrong.before}`) })
        : kind === 'size' && typeof size === 'string' ? this.say(readNumber(size, { whole: true }).problem === 'large' ? 'number-large' : 'number-text', { text: size })
          : kind === 'size' && size < 0 ? this.say('number-negative') : kind === 'size' && size !== undefined && !Number.isInteger(size) ? this.say('number-not-whole') : '';
      this.mark(input, word ? [make('span', {}, word)] : [], Boolean(word));
    }
  }

  checkFigures() {
    const states = new Map(this.codes.map((code) => [code, 'workbook-empty']));
    const worse = (code, state) => { if (states.get(code) !== 'workbook-look') states.set(code, state); };
    for (const row of this.part('entry').querySelectorAll('.p2p-workbook__row')) {
      const inputs = [...row.querySelectorAll('input[data-field]:not([data-field=name])')];
      const { line, place } = inputs[0].dataset;
      const part = place === undefined ? null : this.block.parts[place];
      const fields = part ? part.fields : this.block.figures.get(line) ?? {};
      const [code, group, moment] = (part ? part.line : line).split('.');
      const size = this.block.sizes[group];
      const problems = lineProblems(this.known[code], moment, fields, typeof size === 'number' ? size : undefined);
      const many = part && partsProblem(this.block, part);
      if (many && !problems.some(({ field }) => field === many.field)) problems.push(many);
      if (Object.keys(fields).length) worse(code, 'workbook-filled');
      if (!isSound(problems) || many) states.set(code, 'workbook-look');
      for (const input of inputs) {
        const found = problems.find(({ field }) => field === input.dataset.field);
        this.mark(input, found ? this.saidOf(found, input) : [], found && !QUESTIONS.has(found.word));
      }
    }
    for (const [code, state] of states) {
      const place = this.part('entry').querySelector(`[data-state="${code}"]`);
      if (place.textContent !== this.say(state)) place.textContent = this.say(state);
      place.classList.toggle('p2p-workbook__state--look', state === 'workbook-look');
    }
  }

  saidOf({ word, marks }, input) {
    const said = [make('span', {}, this.say(word, marks))];
    for (const { value } of word === 'number-ambiguous' ? marks.readings : []) {
      const text = this.plain(value);
      const label = Number.isInteger(value) && value >= 1000 ? this.say('number-thousands', { number: text }) : this.say('number-decimals', { number: text, below: Math.floor(value), above: Math.ceil(value) });
      said.push(make('button', { type: 'button', class: 'md-button', 'data-act': 'reading', 'data-input': input.id, 'data-value': value }, label));
    }
    return said;
  }

  mark(input, said, wrong) {
    const place = input.parentElement.querySelector('.p2p-workbook__said');
    if (!place) return;
    if (place.textContent !== said.map((one) => one.textContent).join('')) place.replaceChildren(...said);
    if (wrong) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
  }

  /* -- the report --------------------------------------------------------------------- */

  /* The figures of a block that can be counted with: all fields numbers, and no problem among them. */
  soundFigures(block) {
    return new Map([...block.figures].filter(([line, fields]) => {
      const [code, group, moment] = line.split('.');
      return isSound(lineProblems(this.known[code], moment, fields, typeof block.sizes[group] === 'number' ? block.sizes[group] : undefined));
    }));
  }

  showReport() {
    const outside = this.part('outside').checked;
    const blocks = this.all ? this.blocks : [this.block];
    const codes = Object.keys(this.known).filter((code) => blocks.some((block) => this.codesOf(block).includes(code)));
    const nodes = this.report.nodes({
      title: this.all ? this.say('workbook-report-all', { count: blocks.length }) : this.say('workbook-report', { block: this.nameOf(this.block) }),
      about: this.all ? [blocks.map((block) => this.nameOf(block)).join(' · '), this.made()] : [this.aboutBlock(this.block, outside ? PUBLIC_LEAST : 1), this.made()],
      blocks: blocks.map((block) => this.soundFigures(block)),
      parts: this.all ? [] : this.block.parts.filter((part) => isSound(lineProblems(this.known[part.line.split('.')[0]], part.line.split('.')[2], part.fields)) && !partsProblem(this.block, part)),
    }, codes, outside ? PUBLIC_LEAST : TEAM_LEAST);
    this.part('report').replaceChildren(...(nodes.length ? nodes : [make('p', {}, this.say('workbook-no-report'))]));
    this.toggleAttribute('data-filled', nodes.length > 0);
    this.part('outputs').hidden = !nodes.length;
    this.part('csv').hidden = outside || this.all;
  }

  made() { return this.say('workbook-made', { day: this.language.day(new Date().toISOString()) }); }

  aboutBlock({ dates, sizes }, least) {
    const days = BLOCK_MOMENTS.filter((moment) => dates[moment]).map((moment) => `${this.say(`moment-${moment}`)}: ${this.language.day(dates[moment])}`);
    const groups = BLOCK_GROUPS.filter((group) => sizes[group] >= least).map((group) => `${this.say(`group-${group}`)}: ${this.language.written(sizes[group])}`);
    return [...groups, ...days].join(' · ');
  }
});
