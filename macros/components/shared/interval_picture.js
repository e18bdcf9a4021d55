/*
 * Values with their intervals on one axis, drawn alike at build (interval_picture.py). `rows`:
 * [{label, value, low, high, strong}]; `write` writes a tick's number; `words` {title, description, id};
 * `range` [lowest, highest] if the axis is fixed. A dashed line marks 0 where the axis crosses it.
 */
const PICTURE = { width: 344, left: 24, right: 318, row: 42, top: 4 };

function intervalPicture(rows, { title, description, id }, write, range) {
  const axis = axisFor(rows, range);
  const x = (value) => PICTURE.left + ((PICTURE.right - PICTURE.left) * (value - axis.low)) / (axis.high - axis.low);
  const bottom = PICTURE.top + rows.length * PICTURE.row;
  const place = (value) => value.toFixed(1);
  const line = (x1, y1, x2, y2, name) => make('line', { x1: place(x1), y1: place(y1), x2: place(x2), y2: place(y2), class: `p2p-intervals__${name}` });
  const text = (at, y, words, anchor) => make('text', { x: place(at), y: place(y), 'text-anchor': anchor, class: 'p2p-figure__text' }, words);
  const parts = axis.ticks.flatMap((tick) => [line(x(tick), bottom, x(tick), bottom + 5, 'axis'), text(x(tick), bottom + 19, write(tick), 'middle')]);
  parts.push(line(PICTURE.left, bottom, PICTURE.right, bottom, 'axis'));
  if (axis.low <= 0 && axis.high >= 0 && !range) parts.push(line(x(0), PICTURE.top, x(0), bottom, 'zero'));
  rows.forEach(({ label, value, low, high, strong }, n) => {
    const y = PICTURE.top + n * PICTURE.row;
    const name = strong ? 'strong' : 'weak';
    parts.push(text(PICTURE.left, y + 13, label, 'start'), line(x(low), y + 27, x(high), y + 27, name),
      line(x(low), y + 22, x(low), y + 32, name), line(x(high), y + 22, x(high), y + 32, name),
      make('circle', { cx: place(x(value)), cy: place(y + 27), r: 5, class: `p2p-intervals__${name}` }));
  });
  return make('svg', { viewBox: `0 0 ${PICTURE.width} ${bottom + 26}`, class: 'p2p-intervals', role: 'img', 'aria-labelledby': `${id}-title ${id}-words` },
    make('title', { id: `${id}-title` }, title), make('desc', { id: `${id}-words` }, description), ...parts);
}

/* Round ends and ticks: steps of 1, 2 or 5 times a power of ten, at most six of them. */
function axisFor(rows, range) {
  const [lowest, highest] = range ?? [Math.min(0, ...rows.map(({ low }) => low)), Math.max(0, ...rows.map(({ high }) => high))];
  const rough = (highest - lowest || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough * (1 - 1e-9));
  const [first, last] = [Math.floor(lowest / step + 1e-9), Math.max(Math.ceil(highest / step - 1e-9), Math.floor(lowest / step) + 1)];
  const ticks = Array.from({ length: last - first + 1 }, (_, n) => ((first + n) * step));
  return { low: first * step, high: last * step, ticks: ticks.map((tick) => Number(tick.toPrecision(12))) };
}
