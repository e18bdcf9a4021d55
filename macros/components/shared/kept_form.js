/*
 * What checklists, questionnaires and worksheets do alike: keep answers on the device, save and open
 * files, make links, print, delete. A draft is kept for each moment; forms without moments have one.
 */
class KeptForm extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector('form');
    this.language = wordsOf(this);
    this.moments = this.dataset.moments ? this.dataset.moments.split(' ') : [];
    this.moment = this.moments[0] ?? null;
    this.drafts = new Map();
    this.fields = this.findFields();
    this.recall();
    this.listen();
    this.part('tools').hidden = false;
    this.part('shared').checked = device.isShared;
    this.fill();
    this.show();
  }

  /* What the kinds of form differ in. */
  describe() { return ''; }
  cell() { return null; }
  prepare() {}
  showResult() {}

  part(name) { return this.querySelector(`[data-part=${name}]`); }
  say(name, marks) { return this.language.say(name, marks); }
  place(moment) { return moment ? `${this.dataset.key}:${moment}` : this.dataset.key; }

  inputs() { return [...this.form.elements].filter((one) => one.name && !one.name.startsWith('@')); }

  findFields() {
    const fields = new Map();
    for (const input of this.inputs()) {
      const field = fields.get(input.name) || { kind: 'text', values: [], label: this.labelOf(input) };
      if (input.type === 'radio' || input.type === 'checkbox') {
        field.kind = field.values.length && input.type === 'checkbox' ? 'many' : 'one';
        field.values.push(input.value);
      } else if (input.type === 'date') field.kind = 'date';
      fields.set(input.name, field);
    }
    return fields;
  }

  labelOf(input) {
    const label = input.closest('fieldset.p2p-question')?.querySelector('legend') || input.closest('label')?.querySelector('span');
    return (input.getAttribute('aria-label') || label?.textContent || input.name).trim();
  }

  /* The answers that stand in the form, as a file would have them. */
  answers() {
    const given = new FormData(this.form);
    const answers = {};
    for (const [name, field] of this.fields) {
      const values = given.getAll(name).filter((value) => value !== '');
      if (values.length) answers[name] = field.kind === 'many' ? values : this.toFile(values[0], field);
    }
    return answers;
  }

  toFile(value) { return value; }
  fromFile(value) { return value; }

  fill() {
    const answers = this.drafts.get(this.moment) || {};
    this.prepare(answers);
    for (const input of this.inputs()) {
      const answer = Object.hasOwn(answers, input.name) ? answers[input.name] : undefined;
      if (input.type === 'radio' || input.type === 'checkbox') {
        input.checked = answer !== undefined && (Array.isArray(answer) ? answer : [this.fromFile(answer)]).includes(input.value);
      } else input.value = answer ?? '';
    }
    for (const radio of this.querySelectorAll('[name="@moment"]')) radio.checked = radio.value === this.moment;
  }

  /* Only what fits is taken from the device: it may have been altered there. */
  recall() {
    for (const moment of this.moments.length ? this.moments : [null]) {
      const kept = device.recall(this.place(moment));
      const answers = {};
      if (kept?.answers && typeof kept.answers === 'object') {
        for (const [name, value] of Object.entries(kept.answers)) {
          const field = this.fields.get(name) || this.cell(name);
          if (field && fits(value, field)) answers[name] = value;
        }
      }
      if (Object.keys(answers).length) this.drafts.set(moment, answers);
      else this.drafts.delete(moment);
    }
    const last = device.recall(`${this.dataset.key}:moment`);
    if (this.moments.includes(last)) this.moment = last;
    const code = this.part('code');
    if (code) code.value = device.recall('code') ?? code.value;
  }

  keep() {
    const answers = this.answers();
    const some = Object.keys(answers).length > 0;
    if (some) this.drafts.set(this.moment, answers);
    else this.drafts.delete(this.moment);
    this.inFile = false;
    this.kept = !device.isShared && (some
      ? device.keep(this.place(this.moment), { version: 1, saved: new Date().toISOString(), answers })
      : device.forget(this.place(this.moment)));
    this.show();
  }

  show() {
    const tell = (name, text) => { const part = this.part(name); if (part.textContent !== text) part.textContent = text; };
    tell('status', this.describe(this.drafts.get(this.moment) || {}));
    const some = this.drafts.size > 0;
    if (device.isShared) tell('kept', this.say(some && !this.inFile ? 'shared-not-kept' : 'shared-computer'));
    else tell('kept', this.say(some && this.kept === false ? 'not-kept' : 'kept-here'));
    this.showResult();
  }

  tell(...sentences) { this.part('news').textContent = sentences.join(' '); }

  listen() {
    const on = (name, event, act) => this.part(name)?.addEventListener(event, act);
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', (event) => {
      if (event.target.name === '@moment') this.choose(event.target.value);
      else if (event.target.name === '@code') this.keepCode(event.target.value);
      else if (event.target.name) this.keep();
    });
    on('print', 'click', () => window.print());
    on('save', 'click', () => this.saveFile());
    on('open', 'change', (event) => this.openFiles(event.target));
    on('link', 'click', () => this.makeLink());
    on('copy', 'click', () => this.copyLink());
    on('qr', 'click', () => this.showQr());
    on('shared', 'change', (event) => this.beShared(event.target.checked));
    on('clear', 'click', () => this.clear());
    on('clear-all', 'click', () => this.clearAll());
    window.addEventListener('p2p-forgotten', () => this.empty());
    // Another tab with the same form: both show the last answer.
    window.addEventListener('storage', (event) => {
      if (event.key === null || event.key.startsWith(device.prefix + this.dataset.key) || event.key === `${device.prefix}code`) {
        if (!device.isShared) { const { moment } = this; this.recall(); this.moment = moment; this.fill(); }
        this.show();
      }
    });
    // Back by the back button: the browser may have filled in older answers itself.
    window.addEventListener('pageshow', () => { this.fill(); this.show(); });
    window.addEventListener('beforeunload', (event) => {
      if (this.drafts.size && !this.inFile && (device.isShared || this.kept === false)) event.preventDefault();
    });
  }

  choose(moment) {
    this.moment = moment;
    if (!device.isShared) device.keep(`${this.dataset.key}:moment`, moment);
    this.fill();
    this.show();
  }

  keepCode(text) {
    const code = plainCode(text);
    this.part('code').setAttribute('aria-invalid', String(text !== '' && !code));
    if (!device.isShared) { if (code) device.keep('code', code); else if (text === '') device.forget('code'); }
  }

  code() { return plainCode(this.part('code')?.value ?? ''); }

  fileText() {
    const { entry, definition, format } = this.dataset;
    const about = { entry, definition, ...(this.moment ? { moment: this.moment, code: this.code() } : {}), language: this.dataset.language };
    return writeAnswerFile(format, about, this.drafts.get(this.moment) || {});
  }

  saveFile() {
    if (!this.drafts.has(this.moment)) { this.tell(this.say('nothing-to-save')); return; }
    const name = [this.dataset.entry, this.moment, this.moment ? this.code() : new Date().toISOString().slice(0, 10)].filter(Boolean).join('-');
    saveAs(`${name}.json`, this.fileText(), 'application/json');
    this.inFile = true;
    this.show();
    this.tell(this.say('file-saved', { file: `${name}.json` }), this.moment && !this.code() ? this.say('file-without-code') : '');
  }

  async openFiles(input) {
    const said = [];
    for (const file of input.files) said.push(this.take(file.size > FILE_BYTES ? null : await file.text().catch(() => ''), 'file'));
    input.value = '';
    this.tell(...said);
  }

  openText(text, from) { this.tell(this.take(text, from)); }

  /* Take over the answers in `text` (null: too large) and say what was done; ask before anything is replaced. */
  take(text, from) {
    const read = text === null ? { refused: 'file-too-large' } : readAnswerFile(text, this.definition());
    if (read.refused) return this.say(from === 'link' && read.refused === 'file-unreadable' ? 'link-damaged' : read.refused);
    const moment = read.moment ?? this.moment;
    const here = this.drafts.get(moment);
    const marks = { day: this.language.day(read.saved) };
    if (here && JSON.stringify(Object.entries(here).sort()) !== JSON.stringify(Object.entries(read.answers).sort())
      && !window.confirm(this.say('replace-sure', marks))) return this.say('file-not-opened');
    if (!here && from === 'link' && !window.confirm(this.say('link-sure', marks))) return this.say('file-not-opened');
    this.moment = moment;
    this.drafts.set(moment, read.answers);
    this.fill();
    this.keep();
    if (this.moments.length && !device.isShared) device.keep(`${this.dataset.key}:moment`, moment);
    this.inFile = from === 'file';
    const code = this.part('code');
    const otherCode = code && read.code && this.code() && this.code() !== read.code;
    if (code && read.code && !this.code()) { code.value = read.code; this.keepCode(read.code); }
    const names = (list) => this.language.list(list.slice(0, 5).map((name) => (this.fields.get(name)?.label ?? name).slice(0, 60)));
    return [
      this.say('file-opened', { ...marks, count: Object.keys(read.answers).length }),
      read.changed ? this.say('file-changed') : '',
      read.unknown.length ? this.say('file-unknown', { names: names(read.unknown) }) : '',
      read.unfit.length ? this.say('file-unfit', { names: names(read.unfit) }) : '',
      otherCode ? this.say('file-other-code', { code: read.code }) : '',
    ].filter(Boolean).join(' ');
  }

  definition() {
    const { entry, definition, format } = this.dataset;
    return { formats: [format], entry, definition, moments: this.moments, fields: this.fields, cell: (name) => this.cell(name) };
  }

  makeLink() {
    if (!this.drafts.has(this.moment)) { this.tell(this.say('nothing-to-save')); return; }
    if (window.location.protocol === 'file:') { this.tell(this.say('link-from-disk')); return; }
    const link = linkWith(this.fileText(), window.location.href);
    if (link.length > LINK_LENGTH) { this.tell(this.say('link-too-long')); return; }
    this.part('link-box').hidden = false;
    this.part('link-text').value = link;
    this.part('qr-place').replaceChildren();
    this.part('qr').hidden = link.length > QR_LENGTH;
    this.part('link-text').focus();
    this.tell(this.say('link-made'));
  }

  async copyLink() {
    const { value } = this.part('link-text');
    try { await navigator.clipboard.writeText(value); this.tell(this.say('link-copied')); }
    catch { this.part('link-text').select(); this.tell(this.say('link-copy-yourself')); }
  }

  async showQr() {
    try { this.part('qr-place').replaceChildren(await qrCode(this.part('link-text').value, this.say('qr-title'))); }
    catch { this.tell(this.say('qr-failed')); }
  }

  beShared(yes) {
    device.isShared = yes;
    if (yes) this.forget(); else for (const [moment, answers] of this.drafts) this.kept = device.keep(this.place(moment), { version: 1, saved: new Date().toISOString(), answers });
    this.show();
    this.tell(this.say(yes ? 'shared-on' : 'shared-off'));
  }

  forget() {
    for (const moment of this.moments.length ? [...this.moments, 'moment'] : [null]) device.forget(this.place(moment));
    device.forget('code');
  }

  empty() {
    this.drafts.clear();
    if (this.part('code')) this.part('code').value = '';
    this.part('link-box').hidden = true;
    this.part('link-text').value = '';
    this.part('qr-place').replaceChildren();
    this.fill();
    this.show();
  }

  clear() {
    if (!window.confirm(this.say('clear-sure'))) return;
    this.forget();
    this.empty();
    this.tell(this.say('cleared'));
  }

  clearAll() {
    if (!window.confirm(this.say('clear-all-sure'))) return;
    device.forgetAll();
    window.dispatchEvent(new Event('p2p-forgotten'));
    this.tell(this.say('cleared-all'));
  }
}

/* Hand the reader a file; nothing leaves the device. */
function saveAs(name, text, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
