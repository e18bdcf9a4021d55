/* The file that carries answers from device to device; everything in it is foreign until it is checked. */
const FILE_VERSION = 1;
const FILE_BYTES = 500000;
const TEXT_LENGTH = 5000;
const TABLE_ROWS = 30;
const SAFE_KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[0-9]{1,2}\.[a-z0-9-]+)?$/;

/* One code for all spellings: "Rç 07" and "rc07" are the same person. */
function plainCode(text) {
  const plain = String(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i').replace(/[^\p{L}\p{N}]/gu, '');
  return /^\p{L}{2}\d{2}$/u.test(plain) ? plain : null;
}

/* What a file says, as text. `about` has entry, definition, moment, code, language. */
function writeAnswerFile(format, about, answers) {
  return JSON.stringify({ format: `peer-tutoring/${format}`, version: FILE_VERSION, ...about, saved: new Date().toISOString(), answers }, null, 1);
}

/*
 * Read the frame of a file, whatever form it belongs to.
 * Gives {refused: reason} or {file}, with file.answers a Map of what could be an answer.
 */
function readFrame(text, formats) {
  if (text.length > FILE_BYTES) return { refused: 'file-too-large' };
  let file;
  try { file = JSON.parse(text.replace(/^\uFEFF/, '')); } catch { return { refused: 'file-unreadable' }; }
  if (file === null || typeof file !== 'object' || Array.isArray(file) || !formats.some((format) => file.format === `peer-tutoring/${format}`)) return { refused: 'file-of-another-kind' };
  if (!Number.isInteger(file.version) || file.version < 1) return { refused: 'file-unreadable' };
  if (file.version > FILE_VERSION) return { refused: 'file-too-new' };
  if (typeof file.entry !== 'string' || file.answers === null || typeof file.answers !== 'object' || Array.isArray(file.answers)) return { refused: 'file-unreadable' };
  const saved = typeof file.saved === 'string' && !Number.isNaN(Date.parse(file.saved)) ? file.saved : null;
  return {
    file: {
      entry: file.entry,
      definition: file.definition,
      moment: typeof file.moment === 'string' ? file.moment : null,
      code: typeof file.code === 'string' ? plainCode(file.code) : null,
      saved,
      answers: new Map(Object.entries(file.answers).filter(([key]) => SAFE_KEY.test(key))),
      strange: Object.keys(file.answers).filter((key) => !SAFE_KEY.test(key)),
    },
  };
}

/*
 * Read a file for one form. `form` has formats, entry, definition, moments and fields: a Map from a
 * field's name to {kind, values}; a table's cells are found by `cell(name)`.
 * Gives {refused} or {answers, moment, code, saved, unknown, unfit, changed}: what fits, and what does not.
 */
function readAnswerFile(text, form) {
  const { refused, file } = readFrame(text, form.formats);
  if (refused) return { refused };
  if (file.entry !== form.entry) return { refused: 'file-of-another-form' };
  const answers = {};
  const unfit = [];
  const unknown = [...file.strange];
  for (const [name, value] of file.answers) {
    const field = form.fields.get(name) || form.cell(name);
    if (!field) unknown.push(name);
    else if (!fits(value, field)) unfit.push(name);
    else answers[name] = value;
  }
  const moment = form.moments.includes(file.moment) ? file.moment : null;
  return { answers, moment, code: file.code, saved: file.saved, unknown, unfit, changed: file.definition !== form.definition };
}

/* Whether a value may stand in a field. null: "prefer not to say". */
function fits(value, field) {
  if (field.kind === 'number') return value === null || field.values.includes(value);
  if (field.kind === 'one') return field.values.includes(value);
  if (field.kind === 'many') return Array.isArray(value) && value.length <= field.values.length && value.every((one) => field.values.includes(one));
  if (field.kind === 'date') return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  return typeof value === 'string' && value.length <= TEXT_LENGTH;
}
