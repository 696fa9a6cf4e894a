import type { Language } from '../../deal/people.ts';
import { cookieJar } from './cookies.ts';
import { type Button, type Control, type Form, formsIn, linksIn, textOf, textsIn } from './html.ts';

/** What is entered, by the words beside each field; `true` ticks a choice. */
export type Answers = Record<string, string | true>;

export interface Page {
  url: string;
  html: string;
  /** What a person reads. */
  text: string;
}

export type Browser = ReturnType<typeof createBrowser>;

const timeoutMs = 20_000;
const mostRedirects = 10;

/**
 * As much of a browser as a person needs: it opens addresses, follows links and sends forms with their hidden fields,
 * one page after the other. An answer of 400 or more fails, with what the page says.
 */
export function createBrowser({
  language,
  headers = {},
}: {
  language: Language;
  /** Of each request, as a proxy adds them. */
  headers?: Record<string, string>;
}) {
  const jar = cookieJar();
  let page: Page = { url: '', html: '', text: '' };

  async function send(url: URL, { form, from }: { form?: URLSearchParams; from?: URL } = {}) {
    // Our cookies are SameSite=Lax: another site's form does not bring them.
    const cookie = form && from?.origin !== url.origin ? '' : jar.header(url);
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        ...headers,
        accept: 'text/html',
        'accept-language': language,
        ...(cookie && { cookie }),
        ...(form && from && { origin: from.origin }),
      },
      ...(form && { body: form }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    jar.keep(url, answer.headers);
    return answer;
  }

  async function show(first: URL, sent: Parameters<typeof send>[1] = {}): Promise<Page> {
    let url = first;
    let answer = await send(url, sent);
    for (let count = 0; answer.status >= 300 && answer.status < 400; count += 1) {
      if (count === mostRedirects) throw new Error(`${first} redirects without end.`);
      await answer.body?.cancel();
      url = new URL(answer.headers.get('location') ?? '', url);
      answer = await send(url);
    }
    const html = await answer.text();
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${complaintIn(html)}`);
    page = { url: url.href, html, text: textOf(html) };
    return page;
  }

  return {
    page: () => page,
    /** The Cookie header that this browser would send to an address. */
    cookieFor: (url: string) => jar.header(new URL(url)),
    open: (url: string) => show(new URL(url)),

    /** Presses a link, by its words. */
    follow(words: string): Promise<Page> {
      const link = linksIn(page.html).find(({ text }) => text.startsWith(words));
      if (!link) throw missing(`link “${words}”`, page);
      return show(new URL(link.href, page.url));
    },

    /** Fills in the form that has a button with these words, and presses the button. */
    press(words: string, answers: Answers = {}): Promise<Page> {
      const form = formsIn(page.html).find(each => buttonIn(each, words));
      const button = form && buttonIn(form, words);
      if (!button) throw missing(`button “${words}”`, page);
      const from = new URL(page.url);
      return show(new URL(form.action, from), { form: filledIn(form, { button, answers, page }), from });
    },

    /** What a script of the page would fetch: JSON, with the cookies of this browser. */
    async json<T>(path: string): Promise<T> {
      const url = new URL(path, page.url);
      const answer = await send(url);
      if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}

const buttonIn = (form: Form, words: string): Button | undefined =>
  form.buttons.find(({ text }) => text.startsWith(words));

type Filling = { button: Button; answers: Answers; page: Page };

function filledIn(form: Form, { button, answers, page }: Filling): URLSearchParams {
  const controls = form.controls.map(each => ({ ...each }));
  for (const [words, answer] of Object.entries(answers)) {
    const control = controls.find(each => isCalled(each, words));
    if (!control) throw missing(`field “${words}”`, page);
    if (control.disabled) throw new Error(`“${words}” on ${page.url} cannot be chosen.`);
    enter(control, { answer, among: controls });
  }
  const sent = controls.filter(each => each.name && !each.disabled && (!isChoice(each) || each.checked));
  const pressed = button.name ? [[button.name, button.value ?? '']] : [];
  return new URLSearchParams([...sent.map(({ name, value }) => [name, value]), ...pressed]);
}

/** By its words, with or without what stands after them in brackets, such as “(optional)”. */
const isCalled = ({ label }: Control, words: string) =>
  label === words || label.replace(/\s*[(（][^()（）]*[)）]$/, '') === words;

const isChoice = ({ type }: Control) => type === 'radio' || type === 'checkbox';

function enter(control: Control, { answer, among }: { answer: string | true; among: Control[] }): void {
  if (answer !== true) {
    control.value = control.options.get(answer) ?? answer;
    return;
  }
  if (control.type === 'radio')
    for (const other of among) if (other.name === control.name) other.checked = false;
  control.checked = true;
}

function missing(what: string, page: Page): Error {
  const buttons = formsIn(page.html).flatMap(form => form.buttons.map(({ text }) => text));
  const there = [...textsIn(page.html, 'h1'), ...buttons].join(' | ');
  return new Error(`There is no ${what} on ${page.url} (${there}).`);
}

/** The heading and the message of an error page. */
function complaintIn(html: string): string {
  const main = textsIn(html, 'main')[0] ?? textOf(html);
  return main.slice(0, 400);
}
