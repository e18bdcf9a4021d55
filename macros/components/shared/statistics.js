/* Statistics of small groups. Sources: reference values and tests in tests/browser/test_statistics.py. */
const sum = (values) => values.reduce((total, value) => total + value, 0);
const mean = (values) => sum(values) / values.length;

/* Standard deviation of a sample (n − 1); NaN for fewer than two values. */
function deviation(values) {
  const middle = mean(values);
  return values.length < 2 ? NaN : Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
}

/* Mean of paired differences with its 95 % interval by Student's t; for at least two values. */
function meanInterval(values) {
  const middle = mean(values);
  const half = studentQuantile(0.975, values.length - 1) * deviation(values) / Math.sqrt(values.length);
  return { mean: middle, low: middle - half, high: middle + half };
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
