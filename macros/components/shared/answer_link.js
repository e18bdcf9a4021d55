/* Answers in the part of an address after #, which browsers never send to a server. */
const LINK_LENGTH = 8000;
const QR_LENGTH = 2300;
const HERE = document.currentScript ? document.currentScript.src : '';

function linkWith(text, address) {
  const bytes = new TextEncoder().encode(JSON.stringify(JSON.parse(text)));
  const code = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return `${address.replace(/#.*$/, '')}#answers=${code}`;
}

/* The text of a file inside a link; null where there is none, '' where it is damaged. */
function textInLink(link) {
  const found = /#answers=([\w-]*)$/.exec(link);
  if (!found) return link.includes('#answers=') ? '' : null;
  try {
    const bytes = Uint8Array.from(atob(found[1].replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch { return ''; }
}

/* A QR code of `text` as SVG; the library is fetched the first time somebody asks. */
async function qrCode(text, title) {
  if (!window.qrcode) {
    await new Promise((done, failed) => {
      const script = make('script', { src: new URL('assets/qrcode.js', HERE).href });
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }
  const code = window.qrcode(0, 'L');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  let squares = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) if (code.isDark(row, column)) squares += `M${column + 4} ${row + 4}h1v1h-1z`;
  }
  return make('svg', { viewBox: `0 0 ${size + 8} ${size + 8}`, role: 'img', 'aria-label': title, class: 'p2p-qr', 'shape-rendering': 'crispEdges' },
    make('rect', { width: size + 8, height: size + 8, class: 'p2p-qr__paper' }), make('path', { d: squares, class: 'p2p-qr__ink' }));
}

/* A link with answers was opened: the form it belongs to takes them, and the address forgets them. */
function openLinkedAnswers() {
  const text = textInLink(window.location.href);
  const forms = [...document.querySelectorAll('check-list, question-naire, work-sheet')];
  if (text === null || !forms.length) return;
  window.history.replaceState(null, '', window.location.href.replace(/#.*$/, ''));
  const entry = readFrame(text, ['answers', 'worksheet']).file?.entry;
  const form = forms.find((one) => one.dataset.entry === entry) || forms[0];
  form.openText(text, 'link');
  form.scrollIntoView();
}
window.addEventListener('DOMContentLoaded', openLinkedAnswers);
window.addEventListener('hashchange', openLinkedAnswers);
