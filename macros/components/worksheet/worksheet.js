/* <work-sheet>: remembers what is typed. */
customElements.define('work-sheet', class extends HTMLElement {
  connectedCallback() {
    keepForm(this, () => '');
  }
});
