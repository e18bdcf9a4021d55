/*
 * The students' files: read, refused, or replaced by a newer one, and from them the scores of people.
 * A person is a code; a file without a code is a person of its own, who cannot be paired.
 */
class ClassFiles {
  constructor(questionnaires) {
    this.questionnaires = new Map(Object.entries(questionnaires).map(([entry, one]) => [entry, {
      ...one,
      fields: new Map(one.items.map((item) => [item.id, { kind: 'number', values: range(one.scale.lowest, one.scale.highest) }])),
    }]));
    this.files = [];
    this.next = 1;
  }

  /* Take in the text of one file (null: too large). */
  add(name, text) {
    const file = { id: this.next, name: name.slice(0, 80), ...this.read(text) };
    this.next += 1;
    this.files.push(file);
    return file;
  }

  remove(id) { this.files = this.files.filter((file) => file.id !== id); }

  read(text) {
    if (text === null) return { refused: 'file-too-large' };
    const { refused, file } = readFrame(text, ['answers']);
    if (refused) return { refused };
    const questionnaire = this.questionnaires.get(file.entry);
    if (!questionnaire) return { refused: 'summary-other-form' };
    const read = readAnswerFile(text, { formats: ['answers'], entry: file.entry, definition: questionnaire.definition, moments: questionnaire.moments, fields: questionnaire.fields, cell: () => null });
    if (!read.moment) return { refused: 'summary-no-moment' };
    const points = score(read.answers, questionnaire);
    return { entry: file.entry, moment: read.moment, code: read.code, saved: read.saved, score: points, changed: read.changed, leftOut: read.unfit.length + read.unknown.length };
  }

  /* The state of every file: refused, too few answers, replaced, or counted. */
  states() {
    const newest = new Map();
    for (const file of this.files) {
      if (file.refused || file.score === null) continue;
      const key = `${file.entry} ${file.moment} ${file.code ?? `#${file.id}`}`;
      const other = newest.get(key);
      if (!other || (file.saved ?? '') >= (other.saved ?? '')) newest.set(key, file);
    }
    const counted = new Set(newest.values());
    return this.files.map((file) => ({ file, state: file.refused || (file.score === null ? 'summary-too-few' : counted.has(file) ? (file.code ? 'summary-counted' : 'summary-no-code') : 'summary-replaced') }));
  }

  /* For each questionnaire that has files: a Map from moment to a Map from person to score. */
  scores() {
    const all = new Map();
    for (const { file, state } of this.states()) {
      if (state !== 'summary-counted' && state !== 'summary-no-code') continue;
      if (!all.has(file.entry)) all.set(file.entry, new Map());
      const moments = all.get(file.entry);
      if (!moments.has(file.moment)) moments.set(file.moment, new Map());
      moments.get(file.moment).set(file.code ?? `#${file.id}`, file.score);
    }
    return all;
  }
}

const range = (low, high) => Array.from({ length: high - low + 1 }, (_, n) => low + n);

/*
 * The figures of one questionnaire that may be shown. `moments`: Map from moment to Map from person to
 * score; `order`: the moments in order; `shown`: the ShownGroups of this questionnaire.
 * Where enough people answered at the first and the last moment, all figures are of these people, so
 * that two groups that differ by one person never stand side by side.
 * Gives {hidden: reason} or {people, unpaired, moments: [{moment, count, mean, deviation, bands}], change}.
 */
function groupFigures(moments, order, scale, shown, least) {
  const given = order.filter((moment) => moments.has(moment));
  const everybody = new Set(given.flatMap((moment) => [...moments.get(moment).keys()]));
  const [first, last] = [given[0], given[given.length - 1]];
  const inBoth = new Set([...moments.get(first).keys()].filter((person) => moments.get(last).has(person)));
  const paired = first !== last && inBoth.size >= least;
  const group = paired ? inBoth : new Set(moments.get(last).keys());
  if (group.size < least) return { hidden: 'small', people: everybody.size };
  const chosen = paired ? given.filter((moment) => moment === first || moment === last) : [last];
  const scores = new Map(chosen.map((moment) => [moment, [...group].map((person) => moments.get(moment).get(person))]));
  if ([...scores.values()].some((values) => deviation(values) === 0)) return { hidden: 'alike', people: everybody.size };
  const changes = paired ? [...group].map((person) => moments.get(last).get(person) - moments.get(first).get(person)) : null;
  if (changes && deviation(changes) < 1e-9) return { hidden: 'alike', people: everybody.size };
  if (!shown.allows(group, least)) return { hidden: 'difference', people: everybody.size };
  shown.add(group);
  return {
    people: group.size,
    unpaired: everybody.size - group.size,
    moments: chosen.map((moment) => ({
      moment, count: group.size, mean: mean(scores.get(moment)), deviation: deviation(scores.get(moment)), bands: joinedBands(bandsOf(scores.get(moment), scale), least),
    })),
    change: changes ? { from: first, to: last, count: changes.length, deviation: deviation(changes), ...meanInterval(changes) } : null,
  };
}

/* How many scores lie between neighbouring points of the scale; the highest band holds its upper end. */
function bandsOf(values, { lowest, highest }) {
  return range(lowest, highest - 1).map((low) => ({
    low, high: low + 1, count: values.filter((value) => value >= low && (value < low + 1 || (low + 1 === highest && value === highest))).length,
  }));
}
