/*
 * Columns copied from a spreadsheet, one person a line: the end, or start and end. A cell without a
 * number is a person who was not measured then.
 */
const NOT_MEASURED = new Set(['', '-', '–', '—', '.', '/']);
const PASTED_ROWS = 20000;

/*
 * Read one group. `reading` has decimal (the language's sign), separator and sign (what the reader has
 * chosen, if asked), low and high (limits, if known).
 * Gives {people: [{start, end}], columns, heading, codes, wrong: [{line, text, problem, readings}]},
 * or {problem}: 'unclear' (with `text`), 'large', 'columns' (with `columns`), or 'empty'.
 */
function readPasted(text, reading) {
  const table = readTable(text, reading);
  if (table.problem === 'unclear') return { problem: 'unclear', text: text.trim().split(/\s*[\r\n]+/)[0] };
  if (table.problem || table.rows.length > PASTED_ROWS) return { problem: 'large' };
  let { rows, lines } = table;
  if (!rows.length) return { problem: 'empty' };
  const isNumber = (cell) => readingsOfCell(cell).length > 0;
  const heading = rows.length > 1 && !rows[0].some(isNumber) && rows.slice(1).some((row) => row.some(isNumber));
  if (heading) [rows, lines] = [rows.slice(1), lines.slice(1)];
  let width = Math.max(...rows.map((row) => row.length));
  // Empty columns at the end are what a spreadsheet copies along.
  while (width > 1 && rows.every((row) => (row[width - 1] ?? '') === '')) width -= 1;
  const codes = width > 1 && rows.every((row) => !isNumber(row[0]) && row[0] !== '');
  const columns = width - (codes ? 1 : 0);
  if (columns > 2) return { problem: 'columns', columns };
  const wrong = [];
  const fits = { ...reading, sign: reading.sign ?? onlySign(rows.flat()) };
  const read = (cell, n) => {
    if (NOT_MEASURED.has(cell)) return null;
    const number = readNumber(cell, fits);
    if (number.problem) { wrong.push({ line: lines[n], text: cell, ...number }); return null; }
    if (number.value < fits.low || number.value > fits.high) wrong.push({ line: lines[n], text: cell, problem: 'outside' });
    return number.value;
  };
  const people = rows.map((row, n) => {
    const cells = Array.from({ length: columns }, (_, place) => read((row[place + (codes ? 1 : 0)] ?? '').trim(), n));
    return columns === 2 ? { start: cells[0], end: cells[1] } : { start: null, end: cells[0] };
  });
  return { people, columns, heading, codes, wrong };
}

const readingsOfCell = (cell) => readingsOf(String(cell).trim().replace(/^[−–]/, '-').replace(/^%\s*|\s*%$/g, ''));

/* The decimal sign of the cells that show it beyond doubt, if they agree: a column is written in one way. */
function onlySign(cells) {
  const signs = new Set(cells.map(readingsOfCell).filter((found) => found.length === 1 && found[0].sign).map(([{ sign }]) => sign));
  return signs.size === 1 ? [...signs][0] : undefined;
}

/* The people of one group as compareMeans takes them; `columns` 1: the end only. null with fewer than two measured. */
function groupOfPeople(people, columns) {
  const measured = people.filter(({ end }) => end !== null);
  if (columns < 2) return measured.length < 2 ? null : { end: groupOf(measured.map(({ end }) => end)), began: people.length, late: 0 };
  const both = measured.filter(({ start }) => start !== null);
  if (both.length < 2) return null;
  return {
    start: groupOf(both.map(({ start }) => start)),
    end: groupOf(both.map(({ end }) => end)),
    change: groupOf(both.map(({ start, end }) => end - start)),
    began: people.filter(({ start }) => start !== null).length,
    late: measured.length - both.length,
  };
}
