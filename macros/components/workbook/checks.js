/*
 * What is wrong with typed figures: [{field, word, marks}], in the reader's words. A field that is a
 * text could not be read; everything else is a number that may not fit the others.
 */
function lineProblems(indicator, moment, fields, size) {
  const { shape, limits } = indicator;
  const found = [];
  const add = (field, word, marks = {}) => { if (!found.some((one) => one.field === field)) found.push({ field, word, marks }); };
  for (const field of FIELDS_OF[shape]) {
    const value = fields[field];
    if (value === undefined) continue;
    const fits = fitsOf(indicator, field, moment);
    if (typeof value === 'string') {
      const { problem, readings } = readNumber(value, fits);
      add(field, `number-${problem ?? 'text'}`, { text: value, readings });
    } else if (value < 0 && !(moment === 'change' && field === 'mean') && !(limits && limits[0] < 0)) add(field, 'number-negative');
    else if (fits.whole && !Number.isInteger(value)) add(field, 'number-not-whole');
    else if (fits.high !== undefined && (value < fits.low || value > fits.high)) add(field, 'number-outside', { low: fits.low, high: fits.high });
  }
  const { numerator, denominator, count, mean: middle, deviation: spread } = fields;
  const numbers = (...values) => values.every((value) => typeof value === 'number');
  if (shape === 'share' && numbers(numerator, denominator)) {
    if (denominator === 0 && numerator === 0) add('denominator', 'workbook-nobody');
    else if (numerator > denominator) add('numerator', 'workbook-part-larger', { denominator });
  }
  if (shape === 'quotient' && denominator === 0) add('denominator', 'workbook-divide-by-zero');
  if (numbers(count)) {
    if (count === 0) add('count', 'workbook-nobody');
    else if (count === 1 && numbers(spread)) add('deviation', 'workbook-one-person');
    else if (count > 1 && spread === 0) add('deviation', 'workbook-all-alike');
    else if (limits && moment !== 'change' && count > 1 && numbers(middle, spread) && middle >= limits[0] && middle <= limits[1]) {
      // No values between the limits can spread more around this mean.
      const most = Math.sqrt((middle - limits[0]) * (limits[1] - middle) * count / (count - 1));
      if (spread > most * 1.01 + 0.01) add('deviation', 'workbook-spread-impossible', { most: Math.round(most * 100) / 100 });
    }
  }
  const people = shape === 'share' ? denominator : count;
  if (numbers(people, size) && people > size && indicator.people) add(shape === 'share' ? 'denominator' : 'count', 'workbook-more-than-group', { size });
  return found;
}

/* Problems that keep a figure from being counted; the others are questions. */
const QUESTIONS = new Set(['workbook-all-alike', 'workbook-more-than-group']);
const isSound = (problems) => problems.every(({ word }) => QUESTIONS.has(word));

/* Dates in order: the first one that lies before an earlier one. */
function dateProblem(dates) {
  const given = BLOCK_MOMENTS.filter((moment) => dates[moment]);
  const wrong = given.find((moment, n) => n > 0 && dates[moment] < dates[given[n - 1]]);
  return wrong ? { moment: wrong, before: given[given.indexOf(wrong) - 1] } : null;
}

/* Parts of a whole that are more than the whole, by line and breakdown. */
function partsProblem(block, part) {
  const whole = block.figures.get(part.line);
  if (!whole) return null;
  const same = block.parts.filter((one) => one.line === part.line && one.by === part.by);
  const field = ['denominator', 'numerator', 'count'].find((name) => {
    const values = same.map((one) => one.fields[name]).filter((value) => typeof value === 'number');
    return typeof whole[name] === 'number' && sum(values) > whole[name];
  });
  return field ? { field, word: 'workbook-parts-larger', marks: { whole: whole[field] } } : null;
}
