// Everything works without this file. It only saves people a few presses.

// Copy buttons appear where the browser can copy.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = label;
    }, 1500);
  });
}

// After a form was sent back, the reader begins at the list of what is wrong.
document.querySelector('[data-focus]')?.focus();

// A form that was sent back is a page that the browser can only show again by sending the form again. GET shows it too.
if (document.querySelector('form[data-here]')) history.replaceState(history.state, '', location.href);

// An offer counts as opened once a person does something with it: a touch, a key, scrolling. What scans mails runs
// scripts and waits, but has no hands.
const seenUrl = document.querySelector('[data-seen]')?.dataset.seen;
const signsOfLife = ['pointerdown', 'touchstart', 'keydown', 'wheel'];
function tellSeen(event) {
  if (!event.isTrusted) return;
  for (const sign of signsOfLife) removeEventListener(sign, tellSeen);
  fetch(seenUrl, { method: 'POST', keepalive: true }).catch(() => {});
}
if (seenUrl) for (const sign of signsOfLife) addEventListener(sign, tellSeen, { passive: true });

// A long list of time zones is made where it is opened, from what the browser knows.
for (const select of document.querySelectorAll('select[data-time-zones]'))
  for (const sign of ['focus', 'pointerdown'])
    select.addEventListener(
      sign,
      () => {
        const there = new Set([...select.options].map(option => option.value));
        for (const zone of Intl.supportedValuesOf?.('timeZone') ?? [])
          if (!there.has(zone)) select.add(new Option(zone.replaceAll('_', ' '), zone));
      },
      { once: true },
    );

// Whoever has pressed a link or a button is on his way, and is not called back, as long as an answer may take. A file that
// is only saved leaves the page there.
let pressedAt = 0;
const isLeaving = () => Date.now() - pressedAt < 30_000;
if (document.querySelector('[data-refresh]'))
  addEventListener('beforeunload', () => {
    pressedAt = Date.now();
  });

// A part that is still changing is replaced by the same part of the page as it is now.
async function refresh(id) {
  const part = document.getElementById(id);
  if (!part?.dataset.refresh) return;
  const response = await fetch(part.dataset.refresh, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (isLeaving()) return;
  if (response.redirected) return location.assign(response.url);
  const next = page.getElementById(id);
  if (!response.ok) return;
  // Once it has come to its end the whole page may have changed; somebody who is typing is not interrupted.
  if (!next?.dataset.refresh && !document.activeElement?.form) return location.assign(part.dataset.refresh);
  if (next && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
  part.dataset.refresh = next?.dataset.refresh ?? '';
}

function keepFresh(id, pause = 2000) {
  setTimeout(async () => {
    if (!document.hidden) await refresh(id).catch(() => {});
    if (document.getElementById(id)?.dataset.refresh) keepFresh(id, Math.min(pause * 1.2, 15000));
  }, pause);
}
for (const part of document.querySelectorAll('[data-refresh]')) keepFresh(part.id);

// A form that is checked while typing: the answer is { errors: { field: message }, output: { name: text } }.
function show(form, { errors, output }, touched) {
  for (const place of form.querySelectorAll('.field__error')) {
    const id = place.id.replace(/-error$/, '');
    const message = errors[id];
    const input = document.getElementById(id);
    const area = place.closest('.field, fieldset');
    if (message && ![...touched].some(each => area?.contains(each))) continue;
    place.hidden = !message;
    place.textContent = message ?? '';
    area?.classList.toggle('field--wrong', Boolean(message));
    message ? input?.setAttribute('aria-invalid', 'true') : input?.removeAttribute('aria-invalid');
  }
  for (const [name, text] of Object.entries(output)) {
    for (const place of form.querySelectorAll(`[data-output="${name}"]`)) place.textContent = text;
  }
}

for (const form of document.querySelectorAll('form[data-check]')) {
  const touched = new Set();
  let waiting;
  let latest = 0;
  const check = async () => {
    const asked = ++latest;
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.dataset.check, { method: 'POST', body }).catch(() => undefined);
    if (response?.ok && asked === latest) show(form, await response.json(), touched);
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 400);
  });
  form.addEventListener('change', event => {
    touched.add(event.target);
    clearTimeout(waiting);
    waiting = setTimeout(check, 50);
  });
}
