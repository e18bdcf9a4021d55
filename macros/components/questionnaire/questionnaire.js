/* <question-naire>: counts answers, and shows a profile that compares this moment with earlier ones. */
customElements.define('question-naire', class extends KeptForm {
  findFields() {
    const fields = super.findFields();
    for (const field of fields.values()) {
      field.values = field.values.filter((value) => value !== 'prefer-not').map(Number);
      field.kind = 'number';
    }
    this.items = [...this.querySelectorAll('fieldset[data-item]')].map((set) => ({
      id: set.dataset.item,
      reversed: set.hasAttribute('data-reversed'),
      text: set.querySelector('legend').textContent,
      step: set.dataset.step,
      help: set.querySelector('.p2p-form__help'),
    }));
    const values = [...fields.values()][0].values;
    this.scale = { lowest: Math.min(...values), highest: Math.max(...values) };
    return fields;
  }

  toFile(value) { return value === 'prefer-not' ? null : Number(value); }
  fromFile(value) { return value === null ? 'prefer-not' : String(value); }

  describe(answers) { return this.say('done', { count: Object.keys(answers).length, total: this.items.length }); }

  score(moment) { return score(this.drafts.get(moment) || {}, this); }

  showResult() {
    const place = this.part('result');
    const now = this.score(this.moment);
    const moments = this.moments.filter((moment) => this.drafts.has(moment));
    const answered = this.items.filter((item) => typeof this.drafts.get(this.moment)?.[item.id] === 'number').length;
    if (now === null) {
      const needed = { count: neededAnswers(this.items.length), total: this.items.length };
      place.replaceChildren(...(answered ? [make('p', {}, this.say('result-needs', needed))] : []));
      return;
    }
    const earlier = moments.slice(0, moments.indexOf(this.moment)).reverse().find((moment) => this.score(moment) !== null) ?? null;
    place.replaceChildren(
      make('h2', { class: 'p2p-result__title' }, this.say('result-title')),
      make('p', {}, this.sentence(now, answered, earlier)),
      this.profile(moments, earlier),
      ...this.nextSteps());
  }

  sentence(now, answered, earlier) {
    const marks = { moment: this.say(`moment-${this.moment}`), mean: this.language.written(now, 1), highest: this.scale.highest, lowest: this.scale.lowest, count: answered, total: this.items.length };
    const said = [this.say('result-now', marks)];
    if (earlier) {
      const before = this.score(earlier);
      const change = Math.round(now * 10) / 10 - Math.round(before * 10) / 10;
      const name = Math.abs(change) < 0.05 ? 'result-same' : change > 0 ? 'result-more' : 'result-less';
      said.push(this.say(name, { moment: this.say(`moment-${earlier}`), mean: this.language.written(before, 1), change: this.language.written(Math.abs(change), 1) }), this.say('result-careful'));
    }
    return said.join(' ');
  }

  /* One row a statement: the answers as numbers, and a picture: last time ○, now ●. */
  profile(moments, earlier) {
    const value = (item, moment) => {
      const answer = this.drafts.get(moment)?.[item.id];
      return typeof answer === 'number' ? counted(answer, item, this.scale) : null;
    };
    const number = (x, digits) => (x === null ? '–' : this.language.written(x, digits));
    const cells = (values, digits) => moments.map((moment, n) => make('td', { 'data-label': this.say(`moment-${moment}`) }, number(values[n], digits)));
    const rows = this.items.map((item) => make('tr', {},
      make('th', { scope: 'row' }, item.text, item.reversed ? make('span', { class: 'p2p-result__note' }, ` ${this.say('result-reversed')}`) : null),
      ...cells(moments.map((moment) => value(item, moment)), 0),
      make('td', { class: 'p2p-result__picture' }, dumbbell(earlier && value(item, earlier), value(item, this.moment), this.scale))));
    const means = make('tr', { class: 'p2p-result__mean' }, make('th', { scope: 'row' }, this.say('result-mean')),
      ...cells(moments.map((moment) => this.score(moment)), 1),
      make('td', { class: 'p2p-result__picture' }, dumbbell(earlier && this.score(earlier), this.score(this.moment), this.scale)));
    return make('table', { class: 'p2p-table p2p-result__table' },
      make('caption', {}, this.say(earlier ? 'result-key-change' : 'result-key', { lowest: this.scale.lowest, highest: this.scale.highest, before: earlier ? this.say(`moment-${earlier}`) : '', now: this.say(`moment-${this.moment}`) })),
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, this.say('result-statement')),
        ...moments.map((moment) => make('th', { scope: 'col' }, this.say(`moment-${moment}`))), make('th', { scope: 'col' }, this.say('result-picture')))),
      make('tbody', {}, ...rows, means));
  }

  /* For the lowest statements, two at most: one small step and the page that helps. */
  nextSteps() {
    const answers = this.drafts.get(this.moment);
    const given = this.items.filter((item) => typeof answers[item.id] === 'number')
      .map((item) => ({ ...item, value: counted(answers[item.id], item, this.scale) }));
    const lowest = Math.min(...given.map((item) => item.value));
    const low = given.filter((item) => item.value === lowest).slice(0, 2);
    if (lowest === this.scale.highest) return [make('p', {}, this.say('result-all-high'))];
    return [
      make('p', { class: 'p2p-result__begin' }, this.say('result-begin')),
      make('ul', {}, ...low.map((item) => make('li', {}, `${item.text} `, make('strong', {}, item.step ?? ''), ' ',
        item.help ? make('a', { href: item.help.href, 'aria-label': item.help.getAttribute('aria-label') }, item.help.textContent) : null))),
    ];
  }
});
