/* <work-sheet>: tables take more rows. */
customElements.define('work-sheet', class extends KeptForm {
  listen() {
    super.listen();
    for (const button of this.querySelectorAll('[data-add-row]')) {
      button.hidden = false;
      button.addEventListener('click', () => { this.addRow(button.dataset.addRow)?.querySelector('textarea').focus(); });
    }
    this.querySelectorAll('textarea').forEach((one) => grow(one));
  }

  /* A cell in a row that is not there yet still belongs to the table. */
  cell(name) {
    const [table, row, column] = name.split('.');
    return Number(row) >= 1 && Number(row) <= TABLE_ROWS && this.fields.has(`${table}.1.${column}`) ? { kind: 'text' } : null;
  }

  rows(table) { return this.querySelectorAll(`tbody[data-table="${table}"] > tr`); }

  addRow(table) {
    const rows = this.rows(table);
    if (rows.length >= TABLE_ROWS) { this.tell(this.say('rows-full', { count: TABLE_ROWS })); return null; }
    const row = rows[0].cloneNode(true);
    for (const cell of row.querySelectorAll('textarea')) {
      const [, , column] = cell.name.split('.');
      cell.name = `${table}.${rows.length + 1}.${column}`;
      cell.setAttribute('aria-label', `${cell.closest('td').dataset.label}, ${this.say('row', { number: rows.length + 1 })}`);
      cell.value = '';
      this.fields.set(cell.name, { kind: 'text', values: [], label: cell.getAttribute('aria-label') });
      grow(cell);
    }
    rows[0].parentNode.append(row);
    return row;
  }

  prepare(answers) {
    for (const name of Object.keys(answers)) {
      const [table, row] = name.split('.');
      if (Number(row)) while (this.rows(table).length < Number(row) && this.addRow(table));
    }
  }
});

/* Where the browser does not let a box grow with its text by itself, make it as high as the text. */
function grow(box) {
  if (CSS.supports('field-sizing', 'content')) return;
  const fit = () => { box.style.height = 'auto'; box.style.height = `${box.scrollHeight + 2}px`; };
  box.addEventListener('input', fit);
  window.addEventListener('beforeprint', fit);
}
