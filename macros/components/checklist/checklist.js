/* <check-list>: remembers ticks, says how many are done. */
customElements.define('check-list', class extends HTMLElement {
  connectedCallback() {
    keepForm(this, (answers, fields) => {
      const done = fields.filter((name) => answers[name] && answers[name] !== 'not-yet').length;
      return say(this, 'done', done, { total: fields.length });
    });
  }
});
