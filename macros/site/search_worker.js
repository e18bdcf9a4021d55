// Search runs in a worker. It is fetched when search is opened, not with every page; and where browsers refuse workers,
// on pages from a disk, a hidden frame takes its place. No script is written into the frame, so that the page's
// Content-Security-Policy, which the frame inherits, holds.
(function () {
  'use strict';
  const fromDisk = location.protocol === 'file:';
  const BrowsersWorker = window.Worker;

  /** A worker that begins to work with the first message it is sent. */
  class LateWorker extends EventTarget {
    constructor(address) {
      super();
      this.address = new URL(address, location.href);
    }

    postMessage(data) {
      const answer = (said) => this.dispatchEvent(new MessageEvent('message', { data: said }));
      this.send ??= fromDisk ? frame(this.address, answer) : worker(this.address, answer);
      this.send(data);
    }
  }

  function worker(address, answer) {
    const working = new BrowsersWorker(address);
    working.onmessage = (event) => answer(event.data);
    return (data) => working.postMessage(data);
  }

  function frame(address, answer) {
    const element = document.createElement('iframe');
    element.hidden = true;
    document.body.append(element);
    const inside = element.contentWindow;
    const page = inside.document;
    page.open();
    page.write('<!doctype html><html><body></body></html>');
    page.close();
    const load = (script) => new Promise((loaded, failed) => {
      const tag = page.createElement('script');
      tag.src = new URL(script, address);
      tag.onload = loaded;
      tag.onerror = () => failed(new Error(script));
      page.body.append(tag);
    });
    inside.postMessage = answer;
    inside.importScripts = (...scripts) => scripts.reduce((before, script) => before.then(() => load(script)), Promise.resolve());
    const ready = load(address);
    return (data) => ready.then(() => inside.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })));
  }

  if (BrowsersWorker) window.Worker = LateWorker;
  if (fromDisk) window.Worker = window.IFrameWorker = LateWorker; // Material's worker looks for the second name to find its files
})();
