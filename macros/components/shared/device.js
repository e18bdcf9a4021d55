/* What this device keeps: a few keys under one prefix, or nothing. */
const device = {
  prefix: 'p2p:',
  /* Each function gives false, or null, where the browser keeps nothing. */
  keep(key, value) {
    try { localStorage.setItem(this.prefix + key, JSON.stringify(value)); return true; } catch { return false; }
  },
  recall(key) {
    try { return JSON.parse(localStorage.getItem(this.prefix + key)); } catch { return null; }
  },
  forget(key) {
    try { localStorage.removeItem(this.prefix + key); return true; } catch { return false; }
  },
  /* Every answer of every form; how the reader uses the device stays known. */
  forgetAll() {
    try {
      Object.keys(localStorage).filter((key) => key.startsWith(this.prefix) && key !== `${this.prefix}shared-computer`)
        .forEach((key) => localStorage.removeItem(key));
      return true;
    } catch { return false; }
  },
  get isShared() { return this.recall('shared-computer') === true; },
  set isShared(yes) { if (yes) this.keep('shared-computer', true); else this.forget('shared-computer'); },
};
