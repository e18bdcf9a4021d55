/* Time missed against the flag lines and a country's legal lines; hours or days, as the country counts. */

/*
 * `rule` has lines [{counts, amount or share, repeats}]; `bands` [{name, from}] in percent, rising.
 * `unexcused` may be undefined. Gives {share, band, lines: [{limit, share, counted, passed, reached, left}], goesOn}.
 */
function attendanceResult({ scheduled, missed, unexcused, year }, rule, bands) {
  const share = missed / scheduled;
  const reached = bands.filter(({ from }) => share * 100 >= from - 1e-9);
  return {
    share,
    band: reached.length ? reached[reached.length - 1] : null,
    lines: rule.lines.map((line) => lineResult(line, line.counts === 'all' ? missed : unexcused, year)),
    goesOn: share * year,
  };
}

function lineResult({ amount, share, repeats }, counted, year) {
  const limit = amount ?? (share / 100) * year;
  const line = { limit, share: limit / year, repeats: Boolean(repeats) };
  if (counted === undefined) return line;
  const reached = repeats ? Math.floor(counted / limit + 1e-9) : 0;
  return { ...line, counted, reached, passed: !repeats && counted > limit, left: repeats ? (reached + 1) * limit - counted : limit - counted };
}
