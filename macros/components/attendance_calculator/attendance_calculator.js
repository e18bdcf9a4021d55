/* <attendance-calculator>: a flag and the distance to the law's line; nothing is kept. */
customElements.define('attendance-calculator', class extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector('form');
    this.language = wordsOf(this);
    this.rules = JSON.parse(this.dataset.rules);
    this.bands = JSON.parse(this.dataset.bands);
    this.signs = new Map();
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', (event) => { if (event.target.name === 'country') this.changeCountry(); this.show(); });
    window.addEventListener('pageshow', () => { this.changeCountry(this.field('year').value.trim() !== ''); this.show(); });
    this.part('without').hidden = true;
    this.part('tools').hidden = false;
    this.changeCountry();
    this.show();
  }

  part(name) { return this.querySelector(`[data-part="${name}"]`); }
  field(name) { return this.form.elements.namedItem(name); }
  say(name, marks) { return this.language.say(name, marks); }
  rule() { return this.rules[this.field('country').value]; }
  percent(value) { return new Intl.NumberFormat(this.dataset.language, { style: 'percent', maximumFractionDigits: 1 }).format(value); }
  /* "12 hours": rounded as a register would be. */
  amount(value) { return this.say(this.rule().unit, { count: Math.round(value * 10) / 10 }); }

  /* The labels in the country's own unit; the usual year unless the reader's own stands there. */
  changeCountry(keepYear = false) {
    const { unit, scheduled, year } = this.rule();
    for (const name of ['scheduled', 'missed']) this.part(`${name}-label`).textContent = this.say(`attendance-${name}-${unit}`);
    this.part('scheduled-hint').hidden = unit !== 'hours';
    this.part('year-hint').textContent = this.say('attendance-year-hint', { year });
    if (!keepYear) this.field('year').value = this.language.plain(scheduled);
  }

  read(name, needed, most, tooMuch) {
    const text = this.field(name).value;
    const number = readNumber(text, { sign: this.signs.get(text.trim()), low: 0, high: 5000 });
    if (number.problem === 'empty') { if (needed) this.gaps += 1; return undefined; }
    if (number.problem === 'ambiguous') this.faults.set(name, numberQuestion(text.trim(), number.readings, this.language, this.form, (sign) => { this.signs.set(text.trim(), sign); this.show(); }));
    else if (number.problem) this.faults.set(name, [this.say(`number-${number.problem}`, { text: text.trim().slice(0, 40) })]);
    else if (number.value < 0) this.faults.set(name, [this.say('number-negative')]);
    else if (number.value > 5000) this.faults.set(name, [this.say('number-large')]);
    else if (number.value === 0 && (name === 'scheduled' || name === 'year')) this.faults.set(name, [this.say('attendance-zero')]);
    else if (number.value > most) this.faults.set(name, [this.say(tooMuch)]);
    else return number.value;
    return undefined;
  }

  show() {
    this.faults = new Map();
    this.gaps = 0;
    const scheduled = this.read('scheduled', true);
    const missed = this.read('missed', true, scheduled, 'attendance-more-than-scheduled');
    const unexcused = this.read('unexcused', false, missed, 'attendance-more-than-missed');
    const year = this.read('year', true);
    if (year < scheduled) this.faults.set('year', [this.say('attendance-more-than-year')]);
    showFaults(this, this.form, this.faults);
    const ready = !this.faults.size && !this.gaps;
    const result = ready ? attendanceResult({ scheduled, missed, unexcused, year }, this.rule(), this.bands) : null;
    this.part('status').textContent = result ? this.verdict(result, missed, scheduled) : this.say(this.faults.size ? 'attendance-mend' : 'attendance-waiting');
    this.part('result').replaceChildren(...(result ? [this.table(result), make('p', {}, `${this.say('attendance-goes-on', { missed: this.amount(result.goesOn) })} ${this.say('attendance-care')}`)] : []));
  }

  verdict({ share, band }, missed, scheduled) {
    const said = this.say('attendance-share', { missed: this.amount(missed), scheduled: this.amount(scheduled), share: this.percent(share) });
    return `${said} ${this.say(`attendance-band-${band?.name ?? 'none'}`, { line: band ? this.percent(band.from / 100) : '' })}`;
  }

  table({ lines }) {
    const heads = ['follows', 'limit', 'counted', 'left'].map((name) => this.say(`attendance-${name}`));
    const rows = lines.map((line, n) => {
      const limit = this.say(`attendance-limit-${line.repeats ? 'each' : 'more'}`, { limit: this.amount(line.limit), share: this.percent(line.share) });
      if (line.counted === undefined) return [n, limit, this.say('attendance-not-known'), '–'];
      const left = line.passed ? this.say('attendance-passed') : line.reached ? this.say('attendance-reached', { left: this.amount(line.left), count: line.reached }) : this.amount(line.left);
      return [n, limit, this.amount(line.counted), left];
    });
    const named = this.rule().lines;
    return make('table', { class: 'p2p-table p2p-compare__table' }, make('caption', {}, this.say('attendance-lines')),
      make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
      make('tbody', {}, ...rows.map(([n, ...cells]) => make('tr', {}, make('th', { scope: 'row' }, named[n].follows, ' ', ...this.sources(named[n])),
        ...cells.map((text, place) => make('td', { 'data-label': heads[place + 1] }, text))))));
  }

  /* The links to the sources stand in the page, where the site turns them into addresses. */
  sources({ id }) { return [...this.querySelectorAll(`[data-sources="${id}"] a`)].map((link) => { const copy = link.cloneNode(true); copy.removeAttribute('id'); return copy; }); }
});
