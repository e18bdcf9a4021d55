/*
 * Tutees against a comparison group: the figures, the verdict, and what the figures do not say.
 * Pure functions; the element puts the result into words.
 */
const TYPED_CORRELATION = 0.5; // assumed between start and end where only means are known

/*
 * Compare means. `tutees` and `comparison` each have `end` {n, mean, deviation}, perhaps `start` (the
 * same people), `change` (a group of the persons' own changes), `began` and `late` (numbers of people).
 * `about` has chosen, classes, correlation, least (how many people a shown group needs).
 * Gives {verdict, rows, g, adjusted, band, detectable, caveats}; without figures where they stay hidden.
 */
function compareMeans(tutees, comparison, about) {
  const ends = [tutees.end, comparison.end];
  if (ends.some(({ n }) => n < about.least)) return { verdict: 'hidden', caveats: [] };
  const paired = Boolean(tutees.start && comparison.start);
  const end = differenceOfMeans(...ends);
  const g = hedges(...ends);
  const result = { paired, rows: { end }, g, detectable: smallestDetectable(ends[0].n, ends[1].n) };
  if (paired) {
    const correlation = about.correlation ?? TYPED_CORRELATION;
    const changes = [tutees, comparison].map((group) => group.change ?? changeOf(group.end.n, group.start, group.end, correlation));
    const starts = [tutees, comparison].map((group) => ({ ...group.start, n: group.end.n }));
    const change = differenceInDifferences(...changes);
    Object.assign(result, {
      changes,
      rows: { start: differenceOfMeans(...starts), end, change },
      band: baselineBand(...starts),
      adjusted: adjustedHedges(...changes, ...ends),
      assumed: (tutees.change && comparison.change) || about.correlation !== undefined ? null : correlation,
    });
  }
  const [main, effect] = paired ? [result.rows.change, result.adjusted] : [end, g];
  result.verdict = meansVerdict(ends, result.band, main, effect, paired);
  result.caveats = caveatsOf([tutees, comparison], about, paired, result.assumed);
  return result;
}

/* An interval that includes 0, in points or as an effect size, shows no clear difference. */
function meansVerdict(ends, band, main, effect, paired) {
  if (ends.some(({ n }) => n < PUBLIC_LEAST)) return 'few';
  if (band?.band === 'apart') return 'apart';
  if ([main, effect].some(({ low, high }) => low <= 0 && high >= 0)) return 'unclear';
  return `${paired ? 'change' : 'end'}-${main.difference > 0 ? 'higher' : 'lower'}`;
}

/* Compare shares; each group {count, n}, perhaps with `began`. */
function compareShares(tutees, comparison, about) {
  const groups = [tutees, comparison];
  if (groups.some(({ n }) => n < about.least)) return { verdict: 'hidden', caveats: [] };
  const points = differenceOfShares(tutees.count, tutees.n, comparison.count, comparison.n);
  const clear = points.low > 0 || points.high < 0;
  const few = groups.some(({ n }) => n < PUBLIC_LEAST);
  const verdict = few ? 'few' : !clear ? 'unclear' : points.difference > 0 ? 'share-higher' : 'share-lower';
  const caveats = caveatsOf(groups.map((group) => ({ ...group, end: group })), about, false, null);
  if (groups.some(({ count, n }) => !isSafe({ numerator: count, denominator: n }, about.least))) return { verdict, covered: true, caveats };
  return { verdict, shares: groups.map(({ count, n }) => wilson(count, n)), rows: { points }, caveats };
}

/* What must be said with the figures: [{name, group, count, total}]. */
function caveatsOf(groups, { chosen, classes, least }, paired, assumed) {
  const found = [];
  groups.forEach(({ end, began, late }, group) => {
    const stopped = (began ?? end.n) - end.n;
    // One to four people are not counted out on anything for the public: they could be found.
    if (stopped > 0) found.push(least >= PUBLIC_LEAST && stopped <= FEW ? { name: 'some-stopped', group } : { name: 'stopped', group, count: stopped, total: began });
    if (late > 0 && least < PUBLIC_LEAST) found.push({ name: 'late', group, count: late });
  });
  found.push({ name: chosen in CHOSEN_CAVEATS ? CHOSEN_CAVEATS[chosen] : 'open' });
  if (paired) found.push({ name: 'parallel' });
  else if (chosen !== 'lot') found.push({ name: 'no-start' });
  if (paired && assumed !== null) found.push({ name: 'correlation', correlation: assumed });
  if (classes) found.push({ name: 'classes' });
  return [...found, { name: 'once' }];
}

const CHOSEN_CAVEATS = { lowest: 'lowest', volunteers: 'volunteers', lot: 'lot' };
