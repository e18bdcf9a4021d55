/*
 * Numbers as people type them, in any of the site's languages. What could mean two numbers
 * is never guessed: the reading is 'ambiguous', and the reader is asked.
 */
const LARGEST_NUMBER = 1e9;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]/gu;

/* The decimal sign of a language: ',' or '.'. */
function decimalSign(language) {
  return new Intl.NumberFormat(language).formatToParts(1.5).find((part) => part.type === 'decimal').value;
}

/*
 * Read one number. Gives {value, sign} or {problem}: 'empty', 'text', 'large', or 'ambiguous' with
 * `readings`: [{value, sign}], where `sign` is the decimal sign that the reading takes ('' if the
 * text shows none). `fits` narrows what can be meant: {sign} the decimal sign that the reader has
 * chosen, {whole} whole numbers only, {low, high} limits; a text that has but one reading that fits
 * is not ambiguous. Out of limits is no problem here: the caller knows better words for it.
 */
function readNumber(text, fits = {}) {
  const plain = String(text).replace(/^\uFEFF/, '').trim().replace(/^[−–]/, '-').replace(/^%\s*|\s*%$/g, '');
  if (plain === '') return { problem: 'empty' };
  const readings = readingsOf(plain).filter(({ value }) => Number.isFinite(value));
  if (!readings.length) return { problem: 'text' };
  if (readings.every(({ value }) => Math.abs(value) > LARGEST_NUMBER)) return { problem: 'large' };
  if (readings.length === 1) return readings[0];
  const chosen = readings.filter(({ sign }) => sign === fits.sign);
  if (chosen.length === 1) return chosen[0];
  const fitting = readings.filter(({ value }) => (!fits.whole || Number.isInteger(value)) && !(value < fits.low) && !(value > fits.high));
  return fitting.length === 1 ? fitting[0] : { problem: 'ambiguous', readings };
}

/* Every number that a text can mean: one, or two for "1.234" and "1,234"; none if it is no number. */
function readingsOf(plain) {
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[-+]\s*/, '');
  const as = (text, mark) => ({ value: sign * Number(text), sign: mark });
  const bare = digits.replace(SPACES, ' ');
  // Thousands in groups by a space or an apostrophe: what remains can be a decimal sign only.
  const grouped = /^(\d{1,3}(?:[ '’]\d{3})+)(?:([.,])(\d+))?$/u.exec(bare);
  if (grouped) return [as(`${grouped[1].replace(/\D/g, '')}.${grouped[3] ?? '0'}`, grouped[2] ?? '')];
  if (/^\d+$/.test(bare)) return [as(bare, '')];
  const marks = bare.replace(/\d/g, '');
  if (!/^[.,]+$/.test(marks)) return [];
  if (/^(.)\1*$/.test(marks)) { // one kind of sign
    const mark = marks[0];
    const other = mark === '.' ? ',' : '.';
    const [head, ...groups] = bare.split(mark);
    const thousands = /^[1-9]\d{0,2}$/.test(head) && groups.every((group) => /^\d{3}$/.test(group));
    const decimals = marks.length === 1 && /^\d*$/.test(head) && /^\d+$/.test(groups[0]);
    return [...(thousands ? [as(head + groups.join(''), other)] : []), ...(decimals ? [as(`${head || 0}.${groups[0]}`, mark)] : [])];
  }
  const decimal = bare[Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))];
  const thousand = decimal === '.' ? ',' : '.';
  const [whole, ...fractions] = bare.split(decimal);
  const [head, ...groups] = whole.split(thousand);
  const sound = fractions.length === 1 && /^\d+$/.test(fractions[0]) && /^[1-9]\d{0,2}$/.test(head) && groups.every((group) => /^\d{3}$/.test(group));
  return sound ? [as(`${head}${groups.join('')}.${fractions[0]}`, decimal)] : [];
}
