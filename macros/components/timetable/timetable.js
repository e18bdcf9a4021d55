/* <facilitator-notes>: shows or hides the notes for the facilitator on the page and in its print; remembered. */
customElements.define('facilitator-notes', class extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    const show = (hidden) => {
      document.body.classList.toggle('p2p-participant', hidden);
      button.textContent = hidden ? this.dataset.show : this.dataset.hide;
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      const hidden = !document.body.classList.contains('p2p-participant');
      if (hidden) device.keep('notes-hidden', true); else device.forget('notes-hidden');
      show(hidden);
    });
    show(device.recall('notes-hidden') === true);
  }
});
