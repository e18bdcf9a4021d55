/* Sentences and numbers in the page's language. The words arrive with the element, in data-words. */
function wordsOf(element) {
  const words = JSON.parse(element.dataset.words);
  const { language } = element.dataset;
  const plural = new Intl.PluralRules(language);
  const written = (value, digits) => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits ?? 2 }).format(value);
  /* A number as it is typed into a field or a spreadsheet: the language's decimal sign, no thousands. */
  const plain = (value, digits) => new Intl.NumberFormat(language, { useGrouping: false, minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 12 }).format(value);
  /* The sentence `name`; marks.count chooses the plural form; numbers are written as the language does. */
  const say = (name, marks = {}) => {
    const text = typeof words[name] === 'string' ? words[name] : words[name][plural.select(marks.count)] ?? words[name].other;
    return text.replace(/\{([a-z-]+)\}/g, (mark, word) => (Object.hasOwn(marks, word) ? (typeof marks[word] === 'number' ? written(marks[word]) : marks[word]) : mark));
  };
  const list = (texts) => new Intl.ListFormat(language).format(texts);
  const day = (date) => (Number.isNaN(Date.parse(date)) ? say('no-date') : new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(date)));
  return { say, written, plain, list, day };
}
