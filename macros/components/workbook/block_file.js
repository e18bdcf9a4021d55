/*
 * A block of one school: who, when, and the figures. A field of a figure is a number, or the text that
 * was typed and is none, so that nothing is lost. Figures are kept by line: "O6.tutees.start".
 */
const BLOCK_MOMENTS = ['start', 'middle', 'end', 'follow-up'];
const BLOCK_GROUPS = ['tutees', 'tutors', 'comparison'];
const FIELDS_OF = { share: ['numerator', 'denominator'], quotient: ['numerator', 'denominator'], mean: ['count', 'mean', 'deviation'], change: ['count', 'mean', 'deviation'], effect: ['count', 'mean', 'deviation'] };
const BLOCKS_AT_MOST = 40;
const PARTS_AT_MOST = 60;
const NAME_LENGTH = 80;

function newBlock(set = 'starter') {
  return { id: [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(36)).join('').slice(0, 12), saved: null, school: '', block: '', dates: {}, sizes: {}, set, own: [], figures: new Map(), parts: [] };
}

const hasFigures = (block) => block.figures.size > 0 || block.parts.length > 0;
const isTouched = (block) => hasFigures(block) || block.school !== '' || block.block !== '' || Object.keys(block.dates).length + Object.keys(block.sizes).length > 0;

/* Set one field; an empty one is forgotten, and so is a line without fields. */
function setField(figures, line, field, value) {
  const fields = { ...figures.get(line), [field]: value };
  if (value === undefined || value === '') delete fields[field];
  if (Object.keys(fields).length) figures.set(line, fields); else figures.delete(line);
}

function plainBlock(block) {
  return { ...block, figures: [...block.figures].map(([line, fields]) => {
    const [indicator, group, moment] = line.split('.');
    return { indicator, group, ...(moment === 'change' ? { from: 'start', to: 'end' } : { moment }), ...fields };
  }) };
}

function writeBlocks(blocks, language) {
  const saved = new Date().toISOString();
  return JSON.stringify({ format: 'peer-tutoring/indicators', version: FILE_VERSION, language, saved, blocks: blocks.map((block) => ({ ...plainBlock(block), saved })) }, null, 1);
}

/*
 * Read a file of blocks, or of figures without a block, as the class summary writes them. `known`: the indicators.
 * Gives {refused}, or {blocks, figures, strange}: strange names what did not fit.
 */
function readBlocks(text, known) {
  if (text.length > 4 * FILE_BYTES) return { refused: 'file-too-large' };
  let file;
  try { file = JSON.parse(text.replace(/^\uFEFF/, '')); } catch { return { refused: 'file-unreadable' }; }
  if (file === null || typeof file !== 'object' || file.format !== 'peer-tutoring/indicators') return { refused: 'file-of-another-kind' };
  if (!Number.isInteger(file.version) || file.version < 1) return { refused: 'file-unreadable' };
  if (file.version > FILE_VERSION) return { refused: 'file-too-new' };
  const strange = [];
  if (Array.isArray(file.blocks)) strange.push(...file.blocks.slice(BLOCKS_AT_MOST).map((one) => shortText(one?.school) || '?'));
  if (Array.isArray(file.blocks)) return { blocks: file.blocks.slice(0, BLOCKS_AT_MOST).map((one) => soundBlock(one, known, strange)).filter(Boolean), strange };
  if (!Array.isArray(file.figures)) return { refused: 'file-unreadable' };
  return { figures: soundFigures(file.figures, known, strange), strange };
}

const shortText = (value) => (typeof value === 'string' ? value.slice(0, NAME_LENGTH) : '');
const isDay = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/* A block of which only what fits is taken; null if it is none. */
function soundBlock(one, known, strange) {
  if (one === null || typeof one !== 'object') return null;
  const block = newBlock(['starter', 'standard', 'own'].includes(one.set) ? one.set : 'starter');
  if (typeof one.id === 'string' && /^[a-z0-9]{6,20}$/.test(one.id)) block.id = one.id;
  block.saved = typeof one.saved === 'string' && !Number.isNaN(Date.parse(one.saved)) ? one.saved : null;
  block.school = shortText(one.school);
  block.block = shortText(one.block);
  for (const moment of BLOCK_MOMENTS) if (isDay(one.dates?.[moment])) block.dates[moment] = one.dates[moment];
  for (const group of BLOCK_GROUPS) { const size = soundField(one.sizes?.[group]); if (size !== undefined) block.sizes[group] = size; }
  block.own = Array.isArray(one.own) ? one.own.filter((code) => Object.hasOwn(known, code)) : [];
  block.figures = soundFigures(Array.isArray(one.figures) ? one.figures : [], known, strange);
  block.parts = (Array.isArray(one.parts) ? one.parts : []).slice(0, PARTS_AT_MOST).map((part) => soundPart(part, known)).filter(Boolean);
  return block;
}

const soundField = (value) => (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= LARGEST_NUMBER ? value : typeof value === 'string' && value !== '' ? value.slice(0, 40) : undefined);

function soundFigures(figures, known, strange) {
  const sound = new Map();
  for (const one of figures) {
    const code = one && codeOf(one, known);
    const group = code && groupIn(known[code], one.group);
    const moment = one && (one.from === 'start' && one.to === 'end' ? 'change' : one.moment === 'before-start' ? 'start' : one.moment);
    if (!group || !(BLOCK_MOMENTS.includes(moment) || (moment === 'change' && known[code].shape === 'change'))) {
      strange.push(String(one?.indicator ?? one?.questionnaire ?? '?').slice(0, 40));
      continue;
    }
    for (const field of FIELDS_OF[known[code].shape]) {
      const value = soundField(one[field]);
      if (value !== undefined) setField(sound, `${code}.${group}.${moment}`, field, value);
    }
  }
  return sound;
}

/* The indicator of a figure. A questionnaire can feed several: the one that is asked of this group counts. */
function codeOf(one, known) {
  if (typeof one.questionnaire === 'string') {
    const fed = Object.keys(known).filter((code) => known[code].forms.includes(one.questionnaire) && known[code].shape === 'change' && known[code].groups.includes(one.group));
    if (fed.length) return fed[0];
  }
  return Object.hasOwn(known, one.indicator) ? one.indicator : null;
}

/* Things of the programme (sessions, meetings) are often written down under the people they belong to. */
const groupIn = (indicator, group) => (indicator.groups.includes(group) ? group : indicator.groups[0] === 'programme' && BLOCK_GROUPS.includes(group) ? 'programme' : null);

function soundPart(part, known) {
  const [code] = String(part?.line).split('.');
  if (!Object.hasOwn(known, code) || !/^[A-Z]\d+\.[a-z]+\.[a-z-]+$/.test(part.line) || !known[code].breakdowns.includes(part.by)) return null;
  const sound = { line: part.line, by: part.by, name: shortText(part.name).slice(0, 40), fields: {} };
  for (const field of FIELDS_OF[known[code].shape]) { const value = soundField(part.fields?.[field]); if (value !== undefined) sound.fields[field] = value; }
  return sound;
}
