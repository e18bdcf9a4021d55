/* What is wrong with a typed value, said beside its field. A fault is a list of texts and buttons. */

/*
 * Show `faults` (a Map from a field's name to its fault) in the places [data-problem]; a fault that is
 * there already stays untouched, so that a screen reader does not hear it again with every key.
 */
function showFaults(element, form, faults) {
  for (const place of element.querySelectorAll('[data-problem]')) {
    const fault = faults.get(place.dataset.problem) ?? [];
    const said = fault.map((part) => (typeof part === 'string' ? part : part.textContent)).join('|');
    form.elements.namedItem(place.dataset.problem).setAttribute('aria-invalid', String(fault.length > 0));
    if (place.dataset.said === said) continue;
    place.dataset.said = said;
    place.replaceChildren(...fault.flatMap((part) => [part, ' ']));
  }
}

/*
 * The fault of a text that can mean two numbers: a question with a button for each reading. `choose`
 * gets the chosen reading's decimal sign; then the field of the fault is the place to go on.
 */
function numberQuestion(text, readings, language, form, choose) {
  return [language.say('number-ambiguous', { text }), ...readings.map(({ value, sign }) => {
    const number = language.plain(value, Number.isInteger(value) ? 0 : 3);
    const [below, above] = [Math.floor(value), Math.ceil(value)].map((whole) => language.plain(whole));
    const button = make('button', { type: 'button', class: 'md-button' }, Number.isInteger(value) ? language.say('number-thousands', { number }) : language.say('number-decimals', { number, below, above }));
    button.addEventListener('click', () => {
      const { problem } = button.closest('[data-problem]').dataset;
      choose(sign);
      form.elements.namedItem(problem).focus();
    });
    return button;
  })];
}
