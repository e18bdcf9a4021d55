/* The sheet "For the website" of the spreadsheet, or the CSV template, as a block. */
const SHEET_MARKER = 'peer-tutoring/indicators';
const SHEET_HEADS = ['numerator', 'denominator', 'count', 'mean', 'deviation'];

/*
 * Read the CSV text. `known`: the indicators. Gives {refused, rows}, or {block, strange, unclear}: `strange` are
 * names of lines that fit nowhere, `unclear` the lines with a number that is none or could mean two.
 */
function readSheet(text, known) {
  if (text.startsWith('PK')) return { refused: 'workbook-is-xlsx' };
  if (/[\u0000\uFFFD]/.test(text.slice(0, 2000))) return { refused: 'workbook-encoding' };
  const table = readTable(text, { separator: separatorAfterMarker(text) });
  if (table.problem) return { refused: 'file-too-large' };
  const [head, names, ...rows] = table.rows;
  if (!head || head[0] !== SHEET_MARKER) return { refused: 'workbook-other-sheet' };
  if (!/^\d+$/.test(head[1] ?? '')) return { refused: 'file-unreadable' };
  if (Number(head[1]) > FILE_VERSION) return { refused: 'file-too-new' };
  const columns = new Map(SHEET_HEADS.map((name) => [name, (names ?? []).indexOf(name)]));
  if ([...columns.values()].some((place) => place < 0)) return { refused: 'workbook-other-sheet' };
  const block = newBlock();
  const strange = [];
  const unclear = [];
  const sign = signOf(rows, columns);
  for (const row of rows) {
    const [name, value = ''] = row;
    const [code, group, moment] = name.split('.');
    if (name === 'school' || name === 'block') block[name] = value.slice(0, NAME_LENGTH);
    else if (code === 'date' && BLOCK_MOMENTS.includes(group)) { const day = dayOf(value); if (day) block.dates[group] = day; else if (value) unclear.push(name); }
    else if (code === 'size' && BLOCK_GROUPS.includes(group)) { const size = typedValue(value, { whole: true, sign }); if (size !== undefined) block.sizes[group] = size; }
    else if (Object.hasOwn(known, code) && known[code].groups.includes(group) && (BLOCK_MOMENTS.includes(moment) || (moment === 'change' && known[code].shape === 'change'))) {
      for (const field of FIELDS_OF[known[code].shape]) {
        const typed = typedValue(row[columns.get(field)] ?? '', { ...fitsOf(known[code], field, moment), sign });
        if (typeof typed === 'string') unclear.push(name);
        if (typed !== undefined) setField(block.figures, name, field, typed);
      }
    } else if (row.some((cell, n) => n > 0 && n <= 5 && cell !== '')) strange.push(name.slice(0, 40));
  }
  const given = new Set([...block.figures.keys()].map((line) => line.split('.')[0]));
  const tiers = [...given].map((code) => known[code].tier);
  if (tiers.includes('advanced')) { block.set = 'own'; block.own = [...given]; } else if (tiers.includes('standard')) block.set = 'standard';
  return { block, strange: [...new Set(strange)], unclear: [...new Set(unclear)] };
}

/* The sign after the marker separates the cells. */
function separatorAfterMarker(text) {
  const start = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '').replace(/^"?peer-tutoring\/indicators"?/, '');
  return [';', ',', '\t'].includes(start[0]) ? start[0] : undefined;
}

/* The decimal sign that the file itself shows: one number that can be read in one way only tells it; two signs tell nothing. */
function signOf(rows, columns) {
  const signs = new Set();
  for (const row of rows) for (const place of columns.values()) {
    const { value, sign } = readNumber(row[place] ?? '');
    if (value !== undefined && sign) signs.add(sign);
  }
  return signs.size === 1 ? [...signs][0] : undefined;
}

/* undefined for an empty cell; the number; or the text, if it is none or could be two. */
function typedValue(text, fits) {
  const { value, problem } = readNumber(text, fits);
  return problem === 'empty' ? undefined : problem ? String(text).trim().slice(0, 40) : value;
}

/* What can stand in a field: limits and whole numbers help to read "1.234". */
function fitsOf({ shape, limits }, field, moment) {
  if (shape === 'share' || field === 'count') return { whole: true, low: 0 };
  if (!limits) return {};
  const width = limits[1] - limits[0];
  if (field === 'deviation') return { low: 0, high: width };
  return moment === 'change' ? { low: -width, high: width } : { low: limits[0], high: limits[1] };
}

/* A day as 2026-10-05, or as spreadsheets of the four languages show it: 05.10.2026, 05/10/2026. */
function dayOf(text) {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const iso = day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isDay(iso) ? iso : null;
}
