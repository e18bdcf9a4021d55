/*
 * Which cells of a table may be shown. A cell is a count {numerator, denominator} or a mean
 * {count, mean, deviation}. For the public (`least` PUBLIC_LEAST): at least ten people; one to four
 * people with or without the trait are hidden; 0 % and 100 % are not told exactly below sixty.
 * For the team (TEAM_LEAST): at least five people.
 *
 * Subtracting what is shown from a total gives another group, the rest. It must be as safe as a
 * shown group, so further cells are hidden until it is.
 */
const FEW = 4;
const EXACT_EXTREMES_FROM = 60;
const CODED_SHARE = 0.05;

const peopleIn = (cell) => cell.denominator ?? cell.count;

/* Whether a cell alone may be shown with its exact figures. */
function isSafe(cell, least) {
  if (peopleIn(cell) < least) return false;
  if (cell.denominator === undefined) return !(cell.deviation === 0);
  if (least < PUBLIC_LEAST) return true;
  return [cell.numerator, cell.denominator - cell.numerator].every((people) => people > FEW || (people === 0 && cell.denominator >= EXACT_EXTREMES_FROM));
}

/*
 * How a cell that may not be shown exactly can still be told: {below: 0.05} or {above: 0.95} where
 * that leaves at least two counts possible, else {hidden: true}.
 */
function codedCell(cell, least) {
  const { numerator, denominator } = cell;
  const leaves = denominator < EXACT_EXTREMES_FROM && denominator * CODED_SHARE > 1;
  if (denominator === undefined || denominator < least || !leaves) return { hidden: true };
  if (numerator < CODED_SHARE * denominator) return { below: CODED_SHARE };
  if (denominator - numerator < CODED_SHARE * denominator) return { above: 1 - CODED_SHARE };
  return { hidden: true };
}

/*
 * A total and its parts (one breakdown: women, men, not told). Gives {total, parts} with, for each,
 * the cell itself, {below}, {above} or {hidden: true}. People of the total who stand in no part count as
 * one more part, which is never shown. A total that is smaller than its parts is refused: null.
 */
function publishedParts(total, parts, least) {
  const shown = publishedTable([[...parts, total]], least);
  return shown && { total: shown[0][parts.length], parts: shown[0].slice(0, -1) };
}

/*
 * The same for a table of rows and columns, whose last column holds the totals of the rows and, if it
 * has more than one row, whose last row holds the totals of the columns. Never cross more than two.
 */
function publishedTable(rows, least) {
  const lines = linesOf(rows);
  if (!lines) return null;
  const hidden = new Set(lines.flatMap(({ total, parts }) => [total, ...parts]).filter((cell) => cell.rest || !isSafe(cell, least)));
  const hideOneOf = (cells) => {
    const open = cells.filter((cell) => !hidden.has(cell)).sort((a, b) => peopleIn(a) - peopleIn(b));
    if (open.length) hidden.add(open[0]);
    return open.length > 0;
  };
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const { total, parts } of lines) {
      const gone = parts.filter((cell) => hidden.has(cell));
      if (hidden.has(total) ? !gone.length : gone.length && (gone.length < 2 || !isSafe(sumOf(gone), least))) {
        if (!hideOneOf(parts) && gone.length < 2 && !hidden.has(total)) hidden.add(total);
      }
    }
    if (before === hidden.size) {
      // In a table with two directions a cell can also be solved by going round through others.
      const solved = [...hidden].find((cell) => !cell.rest && isBridge(cell, lines, hidden));
      if (solved) hideOneOf(lines.filter(({ total, parts }) => total === solved || parts.includes(solved)).flatMap(({ parts }) => parts));
    }
  }
  return rows.map((row) => row.map((cell) => (hidden.has(cell) ? codedCell(cell, least) : cell)));
}

/* Every sum that a reader can check: {total, parts}; null if the parts are more than their total. */
function linesOf(rows) {
  const width = rows[0].length;
  const whole = rows.map((row) => ({ total: row[width - 1], parts: row.slice(0, -1) }));
  const columns = rows.length < 2 ? [] : rows[0].map((_, n) => ({ total: rows[rows.length - 1][n], parts: rows.slice(0, -1).map((row) => row[n]) }));
  const lines = [...whole, ...columns];
  for (const line of lines) {
    const rest = restOf(line);
    if (rest === null) return null;
    if (rest) line.parts = [...line.parts, rest];
  }
  return lines;
}

/* The people of a total who stand in no part; undefined if there are none, null if the sum is impossible. */
function restOf({ total, parts }) {
  if (!parts.length) return undefined;
  const people = peopleIn(total) - parts.reduce((all, cell) => all + peopleIn(cell), 0);
  if (total.denominator === undefined) return people < 0 ? null : people ? { rest: true, count: people } : undefined;
  const numerator = total.numerator - parts.reduce((all, cell) => all + cell.numerator, 0);
  if (people < 0 || numerator < 0 || numerator > people) return null;
  return people ? { rest: true, numerator, denominator: people } : undefined;
}

function sumOf(cells) {
  const all = (name) => cells.reduce((total, cell) => total + cell[name], 0);
  return cells[0].denominator === undefined ? { count: all('count') } : { numerator: all('numerator'), denominator: all('denominator') };
}

/*
 * Whether a hidden cell follows from the lines: lines are places, hidden cells the ways between the
 * two lines they stand in (or to the outside, if in one line only); a way whose loss cuts its places apart is solved.
 */
function isBridge(cell, lines, hidden) {
  const placesOf = (one) => {
    const found = lines.flatMap(({ total, parts }, n) => (total === one || parts.includes(one) ? [n] : []));
    return found.length > 1 ? found : [...found, -1];
  };
  const ways = [...hidden].filter((one) => one !== cell).map(placesOf);
  const [from, to] = placesOf(cell);
  const reached = new Set([from]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const [a, b] of ways) if (reached.has(a) !== reached.has(b)) { reached.add(a); reached.add(b); }
  }
  return !reached.has(to);
}
