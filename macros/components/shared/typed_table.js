/* Text copied from a spreadsheet, or a CSV file, as rows of cells. */
const TABLE_CHARACTERS = 2000000;

/*
 * Rows of trimmed cells; empty rows are left out, `lines` tells the line of each row in the text.
 * `separator` is the sign between cells; without it: tab, else semicolon, else comma where no comma
 * can be part of a number, else none (one cell a line). `decimal` is the language's decimal sign. Gives {rows, lines, separator} or {problem}:
 * 'large', or 'unclear' when commas can be decimal signs as well as separators.
 */
function readTable(text, { separator, decimal = '.' } = {}) {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=(.)\r?\n/i, '');
  if (plain.length > TABLE_CHARACTERS) return { problem: 'large' };
  const mark = separator ?? separatorOf(plain, decimal);
  if (mark === null) return { problem: 'unclear' };
  const rows = [];
  const lines = [];
  let cells = [];
  let line = 1;
  let at = 1;
  const parts = mark ? new RegExp(`"((?:[^"]|"")*)"|([^${mark}\\r\\n]+)|(${mark})|(\\r\\n|\\r|\\n)`, 'g') : /"((?:[^"]|"")*)"|([^\r\n]+)|(\0)|(\r\n|\r|\n)/g;
  let cell = '';
  const endCell = () => { cells.push(cell.trim()); cell = ''; };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== '')) { rows.push(cells); lines.push(at); }
    cells = [];
  };
  for (const [, quoted, bare, between, end] of plain.matchAll(parts)) {
    if (quoted !== undefined) { cell += quoted.replace(/""/g, '"'); line += quoted.split(/\r\n|\r|\n/).length - 1; }
    else if (bare !== undefined) cell += bare;
    else if (between !== undefined) endCell();
    else if (end !== undefined) { endRow(); line += 1; at = line; }
  }
  endRow();
  return { rows, lines, separator: mark };
}

/* The sign between the cells of a text; '' for one cell a line, null when commas are unclear. `decimal`: the language's sign. */
function separatorOf(text, decimal) {
  if (text.includes('\t')) return '\t';
  const bare = text.replace(/"(?:[^"]|"")*"/g, 'x');
  if (bare.includes(';')) return ';';
  const rows = bare.split(/\r\n|\r|\n/).map((row) => row.trim()).filter(Boolean);
  const commas = rows.filter((row) => row.includes(','));
  if (!commas.length) return '';
  if (!commas.every((row) => readingsOf(row).length > 0)) return ',';
  // Every row reads as one number; where each is also two whole numbers, only the reader knows.
  const pairs = commas.length === rows.length && commas.every((row) => /^-?\d+,-?\d+$/.test(row));
  return pairs && decimal === '.' ? null : '';
}
