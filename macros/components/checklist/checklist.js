/* <check-list>: says how many steps are done; with areas, what stands where and where to begin. */
customElements.define('check-list', class extends KeptForm {
  describe(answers) {
    const steps = [...this.fields.keys()].filter((name) => !name.startsWith('plan.'));
    const done = steps.filter((name) => answers[name] && answers[name] !== 'not-yet').length;
    return this.say('done', { count: done, total: steps.length });
  }

  showResult() {
    const place = this.part('result');
    if (!place) return;
    const answers = this.drafts.get(null) || {};
    const areas = [...this.querySelectorAll('[data-area]')].map((area) => {
      const steps = area.dataset.steps.split(' ');
      const count = (value) => steps.filter((step) => answers[step] === value).length;
      return { id: area.dataset.area, title: area.textContent, total: steps.length, yes: count('yes'), partly: count('partly'), notYet: count('not-yet') };
    });
    if (!areas.every((area) => area.yes + area.partly + area.notYet === area.total)) {
      place.replaceChildren(make('p', {}, this.say('areas-unfinished')));
      return;
    }
    const weakest = this.weakest(areas);
    const row = (area) => make('tr', {},
      make('th', { scope: 'row' }, area.title),
      ...[area.yes, area.partly, area.notYet].map((value) => make('td', {}, this.language.written(value))),
      make('td', {}, weakest.includes(area) ? this.say('areas-begin') : ''));
    place.replaceChildren(
      make('p', {}, weakest.length ? this.say('areas-weakest', { areas: this.language.list(weakest.map((area) => area.title)) }) : this.say('areas-all-done')),
      make('table', { class: 'p2p-table' },
        make('thead', {}, make('tr', {}, ...['areas-area', 'answer-yes', 'answer-partly', 'answer-not-yet', 'areas-where'].map((name) => make('th', { scope: 'col' }, this.say(name))))),
        make('tbody', {}, ...areas.map(row))));
    weakest.forEach((area, place) => {
      const input = this.form.elements[`plan.${place + 1}.area`];
      if (input && !input.value) { input.value = area.title; this.suggested = true; }
    });
    if (this.suggested) { this.suggested = false; this.keep(); }
  }

  /* The area that comes first if anything is open there, then those with the most open steps; two at most. */
  weakest(areas) {
    const open = (area) => (2 * area.notYet + area.partly) / area.total;
    const first = this.dataset.first;
    return areas.filter((area) => open(area) > 0)
      .sort((one, other) => (other.id === first) * (other.notYet > 0) - (one.id === first) * (one.notYet > 0) || open(other) - open(one))
      .slice(0, 2);
  }
});
