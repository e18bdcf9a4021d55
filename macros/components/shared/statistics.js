/*
 * Statistics of small groups; pure functions, agreed with scipy and statsmodels in
 * tests/browser/test_statistics.py. A group is {n, mean, deviation}; intervals are 95 %.
 */
const NORMAL_95 = 1.959963984540054; // the value below which 97.5 % of the normal distribution lie
const NORMAL_80 = 0.8416212335729143; // the value below which 80 % of it lie

const sum = (values) => values.reduce((total, value) => total + value, 0);
const mean = (values) => sum(values) / values.length;

/* Standard deviation of a sample (n − 1); NaN for fewer than two values. */
function deviation(values) {
  const middle = mean(values);
  return values.length < 2 ? NaN : Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
}

/* A list of values as a group. */
const groupOf = (values) => ({ n: values.length, mean: mean(values), deviation: deviation(values) });

/* The mean of a group with its interval by Student's t; n at least 2. For paired changes, the group of the changes. */
function intervalOfMean({ n, mean: middle, deviation: spread }) {
  const half = studentQuantile(0.975, n - 1) * spread / Math.sqrt(n);
  return { mean: middle, low: middle - half, high: middle + half };
}

/* Mean of paired differences with its interval; for at least two values. */
const meanInterval = (values) => intervalOfMean(groupOf(values));

/* first − second with its interval by Welch (deviations may differ); each n at least 2, not both deviations 0. */
function differenceOfMeans(first, second) {
  const [a, b] = [first, second].map(({ n, deviation: spread }) => spread * spread / n);
  const error = Math.sqrt(a + b);
  const freedom = (a + b) ** 2 / (a * a / (first.n - 1) + b * b / (second.n - 1));
  const difference = first.mean - second.mean;
  const half = studentQuantile(0.975, freedom) * error;
  return { difference, error, freedom, low: difference - half, high: difference + half };
}

function pooledDeviation(first, second) {
  return Math.sqrt(((first.n - 1) * first.deviation ** 2 + (second.n - 1) * second.deviation ** 2) / (first.n + second.n - 2));
}

/* The factor that takes the upward bias out of a standardised difference (Hedges 1981, usual approximation). */
const smallGroupFactor = (first, second) => 1 - 3 / (4 * (first.n + second.n) - 9);

/* Standardised difference first − second (Hedges g), standard error and interval; n1 + n2 at least 4. */
function hedges(first, second) {
  const { n: n1 } = first;
  const { n: n2 } = second;
  const g = smallGroupFactor(first, second) * (first.mean - second.mean) / pooledDeviation(first, second);
  return around(g, Math.sqrt((n1 + n2) / (n1 * n2) + g * g / (2 * (n1 + n2))));
}

const around = (g, error) => ({ g, error, low: g - NORMAL_95 * error, high: g + NORMAL_95 * error });

/*
 * The deviation of the changes, from the deviations before and after and their correlation
 * (0 to 1). Without the persons' own values the correlation is an assumption: say it.
 */
const deviationOfChange = (before, after, correlation) => Math.sqrt(Math.max(0, before ** 2 + after ** 2 - 2 * correlation * before * after));

/* The change of a group from {mean, deviation} before to after, as a group. */
const changeOf = (n, before, after, correlation) => ({
  n, mean: after.mean - before.mean, deviation: deviationOfChange(before.deviation, after.deviation, correlation),
});

/*
 * Difference-in-differences: (change of first) − (change of second) with its interval by Welch. Takes the
 * groups of changes. Assumes that both groups would have changed alike without the tutoring.
 */
const differenceInDifferences = (firstChange, secondChange) => differenceOfMeans(firstChange, secondChange);

/*
 * The difference-in-differences in units of the pooled deviation at the end: Hedges g adjusted for the
 * baseline. `firstEnd` and `secondEnd` are the groups at the end. The error is that of the difference
 * divided by the deviation, plus that of the deviation (delta method).
 */
function adjustedHedges(firstChange, secondChange, firstEnd, secondEnd) {
  const spread = pooledDeviation(firstEnd, secondEnd);
  const { difference, error } = differenceInDifferences(firstChange, secondChange);
  const g = smallGroupFactor(firstEnd, secondEnd) * difference / spread;
  return around(g, Math.sqrt((error / spread) ** 2 + g * g / (2 * (firstEnd.n + secondEnd.n))));
}

/* How far apart two groups began, by the What Works Clearinghouse: 'alike' to 0.05, 'adjust' to 0.25, else 'apart'. */
function baselineBand(first, second) {
  const { g } = hedges(first, second);
  return { g, band: Math.abs(g) <= 0.05 ? 'alike' : Math.abs(g) <= 0.25 ? 'adjust' : 'apart' };
}

/* The smallest g that groups of these sizes show in four of five studies (power 80 %, two-sided 5 %). */
const smallestDetectable = (n1, n2) => (NORMAL_95 + NORMAL_80) * Math.sqrt(1 / n1 + 1 / n2);

/* A share with its Wilson interval; n at least 1. */
function wilson(count, n) {
  const share = count / n;
  const z2 = NORMAL_95 * NORMAL_95;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = NORMAL_95 * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return { share, low: count === 0 ? 0 : middle - half, high: count === n ? 1 : middle + half };
}

/* Difference of two independent shares with Newcombe's interval (1998, method 10: from the Wilson intervals). */
function differenceOfShares(count1, n1, count2, n2) {
  const [a, b] = [wilson(count1, n1), wilson(count2, n2)];
  const difference = a.share - b.share;
  return {
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  };
}

/* The value below which a share p of Student's t distribution with `freedom` degrees lies; 0.5 < p < 1. */
function studentQuantile(p, freedom) {
  let [low, high] = [0, 1];
  while (studentShare(high, freedom) < p) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentShare(middle, freedom) < p) low = middle; else high = middle;
  }
  return (low + high) / 2;
}

/* The share of Student's t distribution below t, for t ≥ 0. */
function studentShare(t, freedom) {
  return 1 - 0.5 * incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/* Regularised incomplete beta function by its continued fraction (NIST DLMF 8.17.22, modified Lentz). */
function incompleteBeta(x, a, b) {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const safe = (value) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 300; m += 1) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * fraction;
}

/* Logarithm of the gamma function for x > 0 (Lanczos, g = 7, nine terms). */
function logGamma(x) {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const terms = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];
  const series = sum(terms.map((term, n) => (n ? term / (x - 1 + n) : term)));
  const base = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}
