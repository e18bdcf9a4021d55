/*
 * The report: what the figures say and what they do not, in the page's words. `words` is what wordsOf
 * gives; `known` the indicators; `least` the smallest group that may be shown.
 */
class BlockReport {
  constructor(language, tag, known) {
    this.language = language;
    this.known = known;
    const format = (options) => { const form = new Intl.NumberFormat(tag, options); return (value) => form.format(value); };
    this.percent = format({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.roundPercent = format({ style: 'percent', maximumFractionDigits: 1 });
    this.two = format({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.one = format({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }

  say(name, marks) { return this.language.say(name, marks); }

  number(value, { shape, unit }) { return shape === 'share' ? this.percent(value) : unit === 'percentage-points' ? this.one(value) : this.two(value); }

  /* A difference with its sign; those of shares are in percentage points. */
  signed(value, shares) {
    const size = Math.abs(shares ? value * 100 : value);
    const sign = Number(size.toFixed(shares ? 1 : 2)) === 0 ? '' : value > 0 ? '+' : '−';
    return sign + (shares ? this.one(size) : this.two(size));
  }

  difference(value, shares) { return shares ? this.say('workbook-points', { value: this.signed(value, true) }) : this.signed(value); }

  /*
   * All parts of the report, of `blocks` (Maps of sound figures; more than one are pooled) and their `parts`.
   */
  nodes({ title, about, blocks, parts }, codes, least) {
    this.least = least;
    const figures = blocks.length > 1 ? pooledFigures(blocks, this.known) : blocks[0];
    const given = codes.filter((code) => this.known[code].groups.some((group) => momentsWith(code, group, figures, this.known[code].shape).length || figures.get(`${code}.${group}.change`)));
    if (!given.length) return [];
    this.facts = { comparisons: [], lost: [], intervals: 0, few: false, hidden: false, rounded: false };
    const rows = given.map((code) => this.row(code, figures, blocks, parts));
    const pictures = given.map((code) => this.picture(code, figures)).filter(Boolean);
    const limits = this.limits(blocks.length > 1);
    return [
      make('h3', {}, title), ...about.map((text) => make('p', { class: 'p2p-workbook__about' }, text)),
      this.table(rows),
      this.facts.rounded ? make('p', {}, this.say('workbook-rounded')) : null,
      this.facts.hidden ? make('p', {}, this.say('workbook-hidden-note', { least })) : null,
      make('div', {},
        pictures.length ? make('div', { class: 'p2p-workbook__together' },
          make('h4', {}, this.say('workbook-pictures')),
          make('p', { class: 'p2p-workbook__about' }, this.key(given)),
          make('div', { class: 'p2p-workbook__pictures' }, ...pictures)) : null,
        make('h4', {}, this.say('workbook-limits')),
        make('ul', {}, ...limits.map((text) => make('li', {}, text))),
        make('div', { class: 'p2p-workbook__together' },
          make('h4', {}, this.say('workbook-decisions')),
          make('p', { class: 'p2p-workbook__about' }, this.say('workbook-decisions-hint')),
          make('div', { class: 'p2p-workbook__lines', 'aria-hidden': 'true' }, make('i'), make('i'), make('i')))),
    ].filter(Boolean);
  }

  table(rows) {
    return make('table', { class: 'p2p-table p2p-workbook__table' },
      make('caption', {}, this.say('workbook-caption')),
      make('thead', {}, make('tr', {}, ...['workbook-indicator', 'workbook-figures', 'workbook-meaning'].map((head) => make('th', { scope: 'col' }, this.say(head))))),
      make('tbody', {}, ...rows));
  }

  /* What may be shown of a figure: itself, {below}, {above}, {hidden}, or {about: rounded mean}. */
  shown(code, group, figure, figures) {
    if (!figure) return figure;
    if (!this.isOpen(code, group, figure)) {
      this.facts.hidden = true;
      return codedCell(figure.cell, this.least);
    }
    return this.tellsFew(code, group, figure, figures) ? this.rounded(code, figure) : figure;
  }

  isOpen(code, group, figure) { return this.known[code].shape === 'quotient' || (group === 'programme' && this.least < PUBLIC_LEAST) || isSafe(figure.cell, this.least); }

  /* A mean of all beside a change of some: their difference would tell the few who are missing. */
  tellsFew(code, group, { people }, figures) {
    const changes = figures.get(`${code}.${group}.change`)?.count;
    const missing = Math.abs(people - (changes ?? people));
    return missing > 0 && missing < this.least;
  }

  /* The mean, rounded so far that the sum over all is uncertain by half the scale or more; without a scale, nothing. */
  rounded(code, { value, people }) {
    const { limits } = this.known[code];
    if (!limits) { this.facts.hidden = true; return { hidden: true }; }
    const step = [0.1, 0.2, 0.5, 1, 2, 5, 10].find((one) => one >= (limits[1] - limits[0]) / (2 * people)) ?? 10;
    this.facts.rounded = true;
    return { about: Math.round(value / step) * step, people };
  }

  row(code, figures, blocks, parts) {
    const indicator = this.known[code];
    const lines = indicator.groups.flatMap((group) => this.groupLines(code, group, figures, parts));
    return make('tr', {},
      make('th', { scope: 'row' }, `${code} ${indicator.name}`, indicator.target ? make('span', { class: 'p2p-workbook__small' }, this.say('workbook-target', { target: this.target(indicator) })) : null),
      make('td', { 'data-label': this.say('workbook-figures') }, ...lines),
      make('td', { 'data-label': this.say('workbook-meaning') }, ...this.meaning(code, figures, blocks).map((text) => make('p', {}, text))));
  }

  target({ target, shape }) {
    const bound = target.least ?? target.most;
    return `${target.least !== undefined ? '≥' : '≤'} ${shape === 'share' ? this.roundPercent(bound / 100) : this.language.written(bound)}`;
  }

  groupLines(code, group, figures, parts) {
    const { shape } = this.known[code];
    const name = `${GROUP_SIGNS[group]} ${this.say(`group-${group}`)}`;
    const told = [];
    const divided = [];
    for (const moment of momentsWith(code, group, figures, shape)) {
      const line = `${code}.${group}.${moment}`;
      const broken = this.brokenDown(code, line, figures, parts);
      const figure = broken.hideTotal ? { hidden: true } : this.shown(code, group, figureOf(shape, figures.get(line)), figures);
      told.push(`${this.say(`moment-${moment}`)}: ${this.figure(figure, code)}`);
      divided.push(...broken.lines);
    }
    return told.length ? [make('p', {}, make('strong', {}, name), ` ${told.join(' · ')}`), ...divided.map((text) => make('p', {}, text))] : [];
  }

  figure(figure, code) {
    const indicator = this.known[code];
    if (figure.hidden) return this.say('workbook-hidden');
    if (figure.about !== undefined) return this.say('workbook-mean-about', { value: this.language.written(figure.about, 1), people: figure.people });
    if (figure.below !== undefined) return this.say('workbook-below', { share: this.roundPercent(figure.below) });
    if (figure.above !== undefined) return this.say('workbook-above', { share: this.roundPercent(figure.above) });
    const { numerator, denominator } = figure.cell;
    const [value, low, high] = [figure.value, figure.low, figure.high].map((one) => (one === undefined ? '' : this.number(one, indicator)));
    if (indicator.shape === 'share') return figure.people < PUBLIC_LEAST ? this.say('workbook-share-few', { part: numerator, whole: denominator }) : this.say('workbook-share', { part: numerator, whole: denominator, value, low, high });
    if (indicator.shape === 'quotient') return value;
    return figure.low === undefined ? this.say('workbook-mean-alone', { value, people: figure.people }) : this.say('workbook-mean', { value, low, high, people: figure.people });
  }

  /* The parts of one line, breakdown by breakdown, with what may be shown. */
  brokenDown(code, line, figures, parts) {
    const { shape } = this.known[code];
    const whole = figureOf(shape, figures.get(line));
    const lines = [];
    let hideTotal = false;
    for (const by of new Set(parts.filter((part) => part.line === line).map((part) => part.by))) {
      const sound = parts.filter((part) => part.line === line && part.by === by).map((part) => ({ name: part.name, figure: figureOf(shape, part.fields) })).filter(({ figure }) => figure);
      if (!whole || !sound.length) continue;
      const cells = sound.map(({ figure }) => ({ ...figure.cell }));
      const published = publishedParts({ ...whole.cell }, cells, this.least);
      hideTotal ||= !published || Boolean(published.total.hidden || published.total.below || published.total.above);
      sound.forEach(({ name, figure }, n) => {
        const told = published?.parts[n];
        const shown = !told ? { hidden: true } : told.hidden || told.below || told.above ? told : figure;
        if (shown.hidden) this.facts.hidden = true;
        lines.push(`– ${this.say(`breakdown-${by}`)}: ${name || '?'}: ${this.figure(shown, code)}`);
      });
    }
    return { lines, hideTotal };
  }

  meaning(code, figures, blocks) {
    const indicator = this.known[code];
    const said = [];
    let few = false;
    for (const group of indicator.groups) {
      const given = momentsWith(code, group, figures, indicator.shape);
      const last = given[given.length - 1];
      const line = `${code}.${group}.${last}`;
      const figure = last && figureOf(indicator.shape, figures.get(line));
      const visible = figure && this.isOpen(code, group, figure);
      const met = visible ? reaches(indicator, figure) : null;
      if (met !== null) said.push(this.say(met ? 'workbook-reached' : 'workbook-not-reached', { target: this.target(indicator), moment: this.say(`moment-${last}`) }));
      if (visible && group !== 'programme' && indicator.shape !== 'quotient' && figure.people < PUBLIC_LEAST) few = true;
      this.noteLost(code, group, figures);
      const change = changeIn(code, indicator, group, figures);
      if (change && change.people < PUBLIC_LEAST) few = true;
      else if (change && this.changeIsOpen(code, group, change, figures)) said.push(this.change(change, group, indicator));
    }
    const comparison = blocks.length > 1 ? pooledComparison(code, indicator, blocks, figures) : comparisonIn(code, indicator, figures);
    if (comparison && comparison.people < PUBLIC_LEAST) few = true;
    else if (comparison && this.comparisonIsOpen(code, comparison, figures)) said.push(this.comparison(comparison));
    if (few) { said.push(this.say('summary-few')); this.facts.few = true; }
    return said;
  }

  changeIsOpen(code, group, change, figures) {
    const { shape } = this.known[code];
    const lines = change.pairs ? ['change'] : [change.from, change.to];
    return lines.every((moment) => { const figure = figureOf(shape, figures.get(`${code}.${group}.${moment}`)); return figure && this.isOpen(code, group, figure); });
  }

  comparisonIsOpen(code, { kind, at }, figures) {
    return ['tutees', 'comparison'].every((group) => { const figure = figureOf(this.known[code].shape, figures.get(`${code}.${group}.${kind === 'changes' ? 'change' : at}`)); return figure && isSafe(figure.cell, this.least); });
  }

  change(change, group, { shape }) {
    const shares = shape === 'share';
    const marks = { group: this.say(`group-${group}`), from: this.say(`moment-${change.from}`), to: this.say(`moment-${change.to}`), value: this.difference(change.value, shares) };
    if (change.low === undefined) return `${this.say('workbook-change-alone', marks)} ${this.say('workbook-no-interval')}`;
    this.facts.intervals += 1;
    const verdict = verdictOf(change);
    const words = { unclear: 'summary-unclear', higher: 'workbook-higher', lower: 'workbook-lower' };
    return `${this.say('workbook-change', { ...marks, low: this.signed(change.low, shares), high: this.signed(change.high, shares) })} ${this.say(words[verdict])}`;
  }

  comparison(found) {
    const shares = found.kind === 'shares';
    this.facts.comparisons.push(found);
    this.facts.intervals += 1;
    const words = { unclear: 'summary-unclear', higher: 'workbook-tutees-higher', lower: 'workbook-tutees-lower' };
    const said = [
      this.say(`workbook-compared-${found.kind}`, { value: this.difference(found.value, shares), low: this.signed(found.low, shares), high: this.signed(found.high, shares), moment: this.say(`moment-${found.at}`) }),
      this.say(words[verdictOf(found)]),
    ];
    // The changes are compared already; only groups that began too far apart need a word.
    if (found.band && (found.kind === 'effect' || found.band === 'apart')) said.push(this.say(`workbook-band-${found.band}`, { baseline: this.signed(found.baseline) }));
    return said.join(' ');
  }

  /* People who have a figure at the start and none at the end. */
  noteLost(code, group, figures) {
    if (!BLOCK_GROUPS.includes(group) || this.known[code].shape === 'quotient' || !this.known[code].people) return;
    const [start, end] = ['start', 'end'].map((moment) => figureOf(this.known[code].shape, figures.get(`${code}.${group}.${moment}`))?.people);
    if (start && end && end < start) this.facts.lost.push({ code, group, count: start - end, total: start });
  }

  /* What cannot be concluded from these figures. */
  limits(pooled) {
    const { comparisons, lost, intervals, few } = this.facts;
    const said = [this.say(comparisons.length ? 'workbook-limit-selection' : 'workbook-limit-cause')];
    if (comparisons.some(({ baseline }) => baseline < -0.05)) said.push(this.say('workbook-limit-lowest'));
    if (comparisons.some(({ kind }) => kind === 'changes')) said.push(this.say('workbook-limit-parallel'));
    const detectable = comparisons.map((one) => one.detectable).filter(Boolean);
    if (detectable.length && !pooled) said.push(this.say('workbook-limit-size', { smallest: this.two(Math.max(...detectable)) }));
    const worst = [...lost].sort((a, b) => b.count / b.total - a.count / a.total)[0];
    if (worst) said.push(this.least < PUBLIC_LEAST ? this.say('workbook-limit-lost', { ...worst, indicator: worst.code, group: this.say(`group-${worst.group}`) }) : this.say('workbook-limit-lost-public'));
    if (few) said.push(this.say('workbook-limit-few'));
    if (intervals > 5) said.push(this.say('workbook-limit-many', { count: intervals }));
    said.push(this.say('workbook-limit-classes'));
    if (pooled) said.push(this.say('workbook-limit-pooled'));
    return said;
  }

  key(codes) {
    const groups = [...new Set(codes.flatMap((code) => this.known[code].groups))];
    const signs = BLOCK_GROUPS.filter((group) => groups.includes(group)).map((group) => `${GROUP_SIGNS[group]} ${this.say(`group-${group}`)}`);
    if (groups.some((group) => !BLOCK_GROUPS.includes(group))) signs.push(`■ ${this.say('group-school')}, ${this.say('group-programme')}`);
    return this.say('workbook-key', { groups: signs.join(' · '), moments: BLOCK_MOMENTS.map((moment, n) => `${n + 1} ${this.say(`moment-${moment}`)}`).join(' · ') });
  }

  picture(code, figures) {
    const indicator = this.known[code];
    const { shape } = indicator;
    if (shape === 'quotient') return null;
    const series = indicator.groups.map((group) => ({
      group,
      points: momentsWith(code, group, figures, shape).map((moment) => ({ moment, ...figureOf(shape, figures.get(`${code}.${group}.${moment}`)) }))
        .filter((figure) => this.isOpen(code, group, figure) && (shape !== 'share' || figure.people >= PUBLIC_LEAST))
        .map((figure) => (this.tellsFew(code, group, figure, figures) ? { moment: figure.moment, value: this.rounded(code, figure).about } : figure))
        .filter(({ value }) => value !== undefined),
    })).filter(({ points }) => points.length);
    if (!series.length) return null;
    const all = series.flatMap(({ points }) => points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]));
    const range = shape === 'share' ? [0, 1] : indicator.limits && indicator.unit !== 'percentage-points' ? indicator.limits : [Math.floor(Math.min(...all) - 0.1), Math.ceil(Math.max(...all) + 0.1)];
    const bound = indicator.target && (indicator.target.least ?? indicator.target.most) / (shape === 'share' ? 100 : 1);
    const written = (value) => (shape === 'share' ? this.roundPercent(value) : this.language.written(value));
    return make('figure', { class: 'p2p-workbook__picture' }, momentsPicture({ series, range, target: bound ?? undefined, label: this.say('workbook-picture', { indicator: `${code} ${indicator.name}` }), written }), make('figcaption', {}, `${code} ${indicator.name}`));
  }
}
