// Search runs in a worker, which browsers refuse to pages from a disk. There, a hidden frame takes the worker's place.
// No script is written into the frame, so that the page's Content-Security-Policy, which the frame inherits, holds.
(function () {
  'use strict';
  if (location.protocol !== 'file:') return;

  class FrameWorker extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement('iframe');
      frame.hidden = true;
      document.body.append(frame);
      this.inside = frame.contentWindow;
      const page = this.inside.document;
      page.open();
      page.write('<!doctype html><html><body></body></html>');
      page.close();
      const load = (script) => new Promise((loaded, failed) => {
        const element = page.createElement('script');
        element.src = new URL(script, location.href);
        element.onload = loaded;
        element.onerror = () => failed(new Error(script));
        page.body.append(element);
      });
      this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent('message', { data }));
      this.inside.importScripts = (...scripts) => scripts.reduce((before, script) => before.then(() => load(script)), Promise.resolve());
      this.ready = load(address);
    }

    postMessage(data) {
      this.ready.then(() => this.inside.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })));
    }
  }

  window.Worker = window.IFrameWorker = FrameWorker; // Material's worker looks for the second name to find its files
})();
