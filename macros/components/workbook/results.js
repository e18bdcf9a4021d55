/*
 * What a block's figures say. A figure is {value, low, high, people, cell}; low and high are missing where
 * no interval can be computed. `figures`: Map from line to fields, sound ones only.
 */
function figureOf(shape, fields) {
  if (!fields) return null;
  const { numerator, denominator, count, mean: middle, deviation: spread } = fields;
  if (shape === 'share') {
    if (numerator === undefined || !denominator) return null;
    const { share, low, high } = wilson(numerator, denominator);
    return { value: share, low, high, people: denominator, cell: { numerator, denominator } };
  }
  if (shape === 'quotient') return numerator === undefined || !denominator ? null : { value: numerator / denominator, people: Infinity, cell: { numerator, denominator } };
  if (middle === undefined) return null;
  const interval = count > 1 && spread !== undefined ? intervalOfMean({ n: count, mean: middle, deviation: spread }) : {};
  return { value: middle, low: interval.low, high: interval.high, people: count ?? 0, cell: { count: count ?? 0, mean: middle, deviation: spread } };
}

const sampleOf = (fields) => (fields && fields.count > 1 && fields.mean !== undefined && fields.deviation !== undefined ? { n: fields.count, mean: fields.mean, deviation: fields.deviation } : null);

/* The moments at which a group has a figure. */
const momentsWith = (code, group, figures, shape) => BLOCK_MOMENTS.filter((moment) => figureOf(shape, figures.get(`${code}.${group}.${moment}`)));

/* How a group changed: {value, low, high, people, from, to}, or null. */
function changeIn(code, { shape }, group, figures) {
  const at = (moment) => figures.get(`${code}.${group}.${moment}`);
  const given = momentsWith(code, group, figures, shape);
  const [from, to] = [given[0], given[given.length - 1]];
  // Middle and end of a block add up (sessions, concerns): only a baseline can be compared with what came after.
  if (shape === 'share' && given.length > 1 && from === 'start') {
    const { difference, low, high } = differenceOfShares(at(to).numerator, at(to).denominator, at(from).numerator, at(from).denominator);
    return { value: difference, low, high, people: Math.min(at(to).denominator, at(from).denominator), from, to };
  }
  if (shape !== 'change') return null;
  const changes = at('change');
  if (changes?.mean !== undefined) {
    const sample = sampleOf(changes);
    const interval = sample ? intervalOfMean(sample) : {};
    return { value: changes.mean, low: interval.low, high: interval.high, people: changes.count ?? 0, from: 'start', to: 'end', pairs: true };
  }
  if (at('start')?.mean === undefined || at('end')?.mean === undefined) return null;
  return { value: at('end').mean - at('start').mean, people: Math.min(at('start').count ?? 0, at('end').count ?? 0), from: 'start', to: 'end' };
}

/* Tutees against the comparison group: {kind, value, low, high, error, people, at, baseline, band, detectable}, or null. */
function comparisonIn(code, { shape, groups }, figures) {
  if (!groups.includes('tutees') || !groups.includes('comparison')) return null;
  const at = (group, moment) => figures.get(`${code}.${group}.${moment}`);
  if (shape === 'share') {
    const moment = [...BLOCK_MOMENTS].reverse().find((one) => figureOf(shape, at('tutees', one)) && figureOf(shape, at('comparison', one)));
    if (!moment) return null;
    const [a, b] = [at('tutees', moment), at('comparison', moment)];
    const { difference, low, high } = differenceOfShares(a.numerator, a.denominator, b.numerator, b.denominator);
    return { kind: 'shares', value: difference, low, high, people: Math.min(a.denominator, b.denominator), at: moment };
  }
  const moment = shape === 'change' ? 'change' : 'end';
  const [first, second] = [sampleOf(at('tutees', moment)), sampleOf(at('comparison', moment))];
  if (!first || !second || first.deviation + second.deviation === 0) return null;
  const [start, other] = [sampleOf(at('tutees', 'start')), sampleOf(at('comparison', 'start'))];
  const known = start && other && start.deviation + other.deviation > 0 ? baselineBand(start, other) : {};
  const about = { people: Math.min(first.n, second.n), at: 'end', baseline: known.g, band: known.band, detectable: smallestDetectable(first.n, second.n) };
  if (shape === 'change') {
    const { difference, error, low, high } = differenceInDifferences(first, second);
    return { kind: 'changes', value: difference, error, low, high, ...about };
  }
  const { g, error, low, high } = hedges(first, second);
  return { kind: 'effect', value: g, error, low, high, ...about };
}

/* 'few' below ten people, 'unclear' when the interval holds 0, 'higher' or 'lower'; null without an interval. */
function verdictOf({ people, low, high, value }) {
  if (people < PUBLIC_LEAST) return 'few';
  if (low === undefined) return null;
  return low <= 0 && high >= 0 ? 'unclear' : value > 0 ? 'higher' : 'lower';
}

/* Whether a figure reaches its target; null without one. */
function reaches({ target, shape }, figure) {
  if (!target || !figure) return null;
  const bound = (target.least ?? target.most) / (shape === 'share' ? 100 : 1);
  return target.least !== undefined ? figure.value >= bound : figure.value <= bound;
}

/* The figures of several blocks as those of one: counts are added, means and spreads of all people together. */
function pooledFigures(blocks, known) {
  const pooled = new Map();
  for (const line of new Set(blocks.flatMap((block) => [...block.keys()]))) {
    const { shape } = known[line.split('.')[0]];
    const given = blocks.map((block) => block.get(line)).filter((fields) => fields && (shape === 'share' ? figureOf(shape, fields) : sampleOf(fields)));
    if (!given.length || shape === 'quotient') continue;
    if (shape === 'share') {
      pooled.set(line, { numerator: sum(given.map((one) => one.numerator)), denominator: sum(given.map((one) => one.denominator)) });
      continue;
    }
    const count = sum(given.map((one) => one.count));
    const middle = sum(given.map((one) => one.count * one.mean)) / count;
    const squares = sum(given.map((one) => (one.count - 1) * one.deviation ** 2 + one.count * (one.mean - middle) ** 2));
    pooled.set(line, { count, mean: middle, deviation: Math.sqrt(squares / (count - 1)) });
  }
  return pooled;
}

/*
 * Comparisons of several blocks together. Each block compares its own two groups; the differences are
 * averaged with the weight 1 / error² (inverse variance, one common effect). Shares are compared after adding.
 */
function pooledComparison(code, indicator, blocks, pooled) {
  const together = comparisonIn(code, indicator, pooled);
  const each = blocks.map((figures) => comparisonIn(code, indicator, figures)).filter(Boolean);
  if (!together || together.kind === 'shares' || !each.length) return together;
  if (each.length === 1) return each[0];
  const weights = each.map(({ error }) => 1 / error ** 2);
  const value = sum(each.map((one, n) => one.value * weights[n])) / sum(weights);
  const error = 1 / Math.sqrt(sum(weights));
  return { ...together, value, error, low: value - NORMAL_95 * error, high: value + NORMAL_95 * error, blocks: each.length };
}
