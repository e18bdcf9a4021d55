/* <term-note>: a definition on hover and focus (by style), on a tap, closed by Escape, kept inside the window. */
customElements.define('term-note', class extends HTMLElement {
  connectedCallback() {
    const word = this.querySelector('.p2p-term__word');
    const note = this.querySelector('.p2p-term__note');
    const place = () => {
      note.style.marginInlineStart = '';
      const beyond = note.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
      if (beyond > 0) note.style.marginInlineStart = `${-beyond}px`;
    };
    const close = (closed) => {
      this.classList.toggle('p2p-term--closed', closed);
      if (closed) this.classList.remove('p2p-term--open');
    };
    this.addEventListener('pointerenter', () => { close(false); place(); });
    this.addEventListener('focusin', () => { close(false); place(); });
    this.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(true); });
    document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && this.matches(':hover')) close(true); });
    // The first tap shows the note; the note itself links to the glossary.
    let touched = false;
    word.addEventListener('pointerdown', (event) => { touched = event.pointerType === 'touch'; });
    word.addEventListener('click', (event) => {
      if (!touched || this.classList.contains('p2p-term--open')) return;
      event.preventDefault();
      close(false);
      this.classList.add('p2p-term--open');
      place();
    });
    document.addEventListener('pointerdown', (event) => { if (!this.contains(event.target)) this.classList.remove('p2p-term--open'); });
  }
});
