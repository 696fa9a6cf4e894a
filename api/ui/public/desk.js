// The desk works without this file. It brings the keyboard, one box that finds everything, and what others do meanwhile.

const words = document.getElementById('live')?.dataset ?? {};
const off = 'offerdesk-keys-off';
const keysAreOff = () => localStorage.getItem(off) === 'yes';

// ---- The keyboard

const isTyped = target =>
  target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');

/** Moves along the deals of a list, from wherever the reader is. */
function move(step) {
  const links = [...document.querySelectorAll('main .row-link')];
  const here = links.indexOf(document.activeElement?.closest('tr, .board__card')?.querySelector('.row-link'));
  const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

function tick() {
  document.activeElement?.closest('tr')?.querySelector('input[type=checkbox]')?.click();
}

/** To the one thing to do, or to the words that say what it waits for. */
function toNextStep() {
  const card = document.getElementById('next-step');
  const cure = document.querySelector('.alert--danger :is(.button--primary, .button--danger)');
  (cure ?? card?.querySelector('input:not([type=hidden]), textarea, select, button, a') ?? card)?.focus();
}

const toNote = () => document.querySelector('.note-form textarea')?.focus();
const go = address => () => location.assign(address);

const single = {
  j: () => move(1),
  k: () => move(-1),
  x: tick,
  e: toNextStep,
  n: toNote,
  h: go('/desk'),
  d: go('/desk/deals'),
  s: go('/desk/stuck'),
  '/': find,
  '?': () => showPart('/desk/keys', 'keys'),
};

document.addEventListener('keydown', event => {
  if (event.isComposing) return;
  if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    return find();
  }
  if (event.metaKey || event.ctrlKey || event.altKey || isTyped(event.target) || keysAreOff()) return;
  if (document.querySelector('dialog[open]')) return;
  const act = single[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// ---- The further places: closed by Escape, and by whatever is pressed or reached beside them

const more = () => document.querySelector('[data-more][open]');
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && more();
  if (!open) return;
  open.open = false;
  open.querySelector('summary').focus();
});
for (const kind of ['pointerdown', 'focusin'])
  document.addEventListener(kind, event => {
    const open = more();
    if (open && !open.contains(event.target)) open.open = false;
  });

function dressKeys(root) {
  const choice = root.querySelector('[data-keys-switch]');
  const box = choice?.querySelector('input');
  if (!box) return;
  choice.hidden = false;
  box.checked = keysAreOff();
  box.addEventListener('change', () => {
    if (box.checked) localStorage.setItem(off, 'yes');
    else localStorage.removeItem(off);
  });
}
dressKeys(document);

// ---- Dialogs that show a part of another page

function dialog(name) {
  const box = document.createElement('dialog');
  box.className = 'box';
  box.setAttribute('aria-label', name);
  const before = document.activeElement;
  box.addEventListener('close', () => {
    box.remove();
    before?.focus?.();
  });
  // A press beside it closes it.
  box.addEventListener('click', event => event.target === box && box.close());
  document.body.append(box);
  return box;
}

async function partOf(address, id) {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  if (response.redirected) return location.assign(response.url);
  return new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(id);
}

async function showPart(address, id) {
  const part = await partOf(address, id);
  if (!part) return;
  const box = dialog(words.keys);
  box.append(part, closing(box));
  dressKeys(box);
  box.showModal();
}

function closing(box) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button--quiet button--small';
  button.textContent = words.close;
  button.addEventListener('click', () => box.close());
  return button;
}

// ---- Finding

function quiet(text) {
  const line = document.createElement('p');
  line.className = 'quiet';
  line.textContent = text;
  return line;
}

function find() {
  if (document.querySelector('dialog[open]')) return;
  const link = document.querySelector('[data-find]');
  if (!link) return;
  const box = dialog(words.findLabel);
  const form = document.createElement('form');
  form.className = 'find-box';
  form.method = 'dialog';
  const input = document.createElement('input');
  input.type = 'search';
  input.className = 'input';
  input.setAttribute('aria-label', words.findLabel);
  input.placeholder = words.findHint;
  form.append(input, closing(box));
  const results = document.createElement('div');
  results.setAttribute('aria-live', 'polite');
  box.append(form, results);
  box.showModal();
  input.focus();
  let latest = 0;
  const look = async () => {
    const asked = ++latest;
    const address = new URL(link.href);
    address.searchParams.set('q', input.value);
    results.setAttribute('aria-busy', 'true');
    if (!results.hasChildNodes()) results.append(quiet(words.finding));
    const found = await partOf(address, 'found').catch(() => undefined);
    if (asked !== latest) return;
    results.removeAttribute('aria-busy');
    results.replaceChildren(found ?? quiet(words.findAway));
  };
  let waiting;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
  // Enter opens the first, once it is what was asked for.
  form.addEventListener('submit', async event => {
    event.preventDefault();
    clearTimeout(waiting);
    await look();
    results.querySelector('a')?.click();
  });
  box.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [input, ...results.querySelectorAll('a')];
    stops[Math.min(Math.max(stops.indexOf(document.activeElement) + step, 0), stops.length - 1)]?.focus();
  });
  look().catch(() => {});
}
document.querySelector('[data-find]')?.addEventListener('click', event => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  find();
});

// ---- What others do meanwhile

/** Keys of forms are new on every page; they alone are no change. */
const plain = part => part.innerHTML.replaceAll(/name="(nonce|_csrf)" value="[^"]*"/g, '');

const isChanged = field =>
  field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.options
      ? field.selectedIndex !==
        Math.max(
          0,
          [...field.options].findIndex(option => option.defaultSelected),
        )
      : field.value !== field.defaultValue;

/** Nobody loses what he has typed or ticked. */
function isBusy(part) {
  const fields = [...part.querySelectorAll('input:not([type=hidden]), textarea, select')];
  return fields.some(field => field === document.activeElement || isChanged(field));
}

/** What is folded has a name, since a new one above moves all others. */
const folds = part => [...part.querySelectorAll('[data-fold]')];

function replace(part, fresh) {
  const focused = part.contains(document.activeElement) ? document.activeElement : undefined;
  const fold = focused?.tagName === 'SUMMARY' && focused.parentElement.dataset.fold;
  const were = new Map(folds(part).map(each => [each.dataset.fold, each.open]));
  const before = new Set([...part.querySelectorAll('[data-line]')].map(each => each.dataset.line));
  for (const each of folds(fresh)) each.open = were.get(each.dataset.fold) ?? each.open;
  part.replaceChildren(...fresh.childNodes);
  for (const line of part.querySelectorAll('[data-line]'))
    if (before.size > 0 && !before.has(line.dataset.line)) line.classList.add('is-new');
  if (!focused) return;
  if (fold) {
    const same = folds(part).find(each => each.dataset.fold === fold);
    return same?.querySelector('summary').focus();
  }
  const same = focused.getAttribute('href');
  [...part.querySelectorAll('a')].find(link => same && link.getAttribute('href') === same)?.focus();
}

const status = document.querySelector('[data-live-status]');
let saying;
function say(text, link) {
  if (!status) return;
  status.replaceChildren(text);
  if (link) status.append(' ', link);
  clearTimeout(saying);
  if (!link) saying = setTimeout(() => status.replaceChildren(), 6000);
}

function showAnew(text = words.show) {
  const link = document.createElement('a');
  link.href = freshAddress();
  link.textContent = text;
  return link;
}

function freshAddress() {
  const address = new URL(location.href);
  address.searchParams.delete('command');
  address.hash = '';
  return address.href;
}

/** Fetches this page and puts its parts in the place of those that are old. */
async function lookAgain() {
  const response = await fetch(freshAddress(), { headers: { accept: 'text/html' } });
  if (response.redirected) return signedOut();
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  let isLeft = false;
  let isNew = false;
  for (const part of document.querySelectorAll('[data-part]')) {
    const fresh = page.getElementById(part.id);
    if (!fresh || plain(fresh) === plain(part)) continue;
    if (isBusy(part)) isLeft = true;
    else {
      replace(part, fresh);
      isNew = true;
    }
  }
  if (isLeft) say(words.stale, showAnew());
  else if (isNew && words.deal) say(words.changed);
}

let source;
let isListening = false;

function signedOut() {
  source?.close();
  isListening = true;
  clearTimeout(silence);
  say(words.signedOut, showAnew());
}

// A list that many deals move in is not read anew at each of them.
const gap = words.deal ? 200 : 10_000;
let lastLook = 0;
let looking;
function lookSoon() {
  if (looking) return;
  looking = setTimeout(
    async () => {
      looking = undefined;
      lastLook = Date.now();
      await lookAgain().catch(() => {});
    },
    Math.max(200, lastLook + gap - Date.now()),
  );
}

// A moment without the stream is nothing to talk about.
const silentFor = 5000;
const listenAgainAfter = 10_000;
let isAnew = false;
let silence;

/** Whatever happened while nobody listened is on the page. */
function heard() {
  if (silence) status?.replaceChildren();
  clearTimeout(silence);
  silence = undefined;
  if (isAnew) lookSoon();
  isAnew = true;
}

/** A browser tries again by itself, but never after an answer that is no stream. */
function lost() {
  silence ??= setTimeout(() => say(words.away, showAnew(words.update)), silentFor);
  isAnew = true;
  if (source.readyState !== EventSource.CLOSED) return;
  isListening = false;
  // It may be that the reader is signed in no more.
  lookSoon();
  setTimeout(listen, listenAgainAfter);
}

function listen() {
  if (!words.live || isListening || document.hidden) return;
  isListening = true;
  source = new EventSource(words.live);
  source.addEventListener('open', heard);
  source.addEventListener('error', lost);
  source.addEventListener('changed', lookSoon);
  source.addEventListener('here', event => {
    const here = document.querySelector('[data-live-here]');
    const { names } = JSON.parse(event.data);
    if (here) here.textContent = names.length > 0 ? `${words.here} ${names.join(', ')}` : '';
  });
  source.addEventListener('signedOut', signedOut);
}

// A window that nobody sees keeps no stream: a browser has few of them.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    source?.close();
    isListening = false;
    clearTimeout(silence);
    silence = undefined;
    return;
  }
  listen();
  lookSoon();
});
listen();

// ---- What is written is kept

const keepAfter = 3000;
const keepAgainAfter = 8000;

/**
 * A few seconds after the last key, and one at a time. What was not answered is sent again as it was, so that nobody takes
 * his own words for a colleague's. The answer is { draft: revision, output: { name: text } }.
 */
function keepWhileWritten(form) {
  let waiting;
  let unanswered;
  let isNew = false;
  let isOver = false;
  const away = form.querySelector('[data-not-kept]')?.dataset.notKept;
  const say = output => {
    for (const [name, text] of Object.entries(output ?? {}))
      for (const place of form.querySelectorAll(`[data-output="${name}"]`)) place.textContent = text;
  };
  const later = pause => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, pause);
  };
  async function keep() {
    if (isOver) return;
    isNew &&= unanswered !== undefined;
    unanswered ??= new URLSearchParams(new FormData(form));
    const options = { method: 'POST', body: unanswered, signal: AbortSignal.timeout(15_000) };
    const response = await fetch(form.dataset.keep, options).catch(() => undefined);
    if (!response || response.status >= 500 || response.status === 429) {
      say({ draft: away });
      return later(keepAgainAfter);
    }
    unanswered = undefined;
    const { draft, output } = await response.json().catch(() => ({}));
    say(output ?? { draftProblem: away });
    if (!response.ok || response.redirected) isOver = true;
    else form.elements.draft.value = draft;
    if (isNew) later(keepAfter);
  }
  form.addEventListener('input', () => {
    isNew = true;
    if (!unanswered) later(keepAfter);
  });
  // What is pressed comes after all of it.
  form.addEventListener('submit', () => {
    isOver = true;
    clearTimeout(waiting);
  });
  // Somebody has come back to the page as he left it.
  addEventListener('pageshow', event => {
    if (event.persisted) isOver = false;
  });
}
for (const form of document.querySelectorAll('form[data-keep]')) keepWhileWritten(form);
