/** What a browser without script does: keeps cookies, reads forms, posts them, and shows where it was sent. */
export interface Page {
  status: number;
  headers: Headers;
  html: string;
  /** Where a redirect leads; it is not followed by itself. */
  location?: string;
}

export function visitor(origin: () => string, language = 'en') {
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit = {}): Promise<Page> {
    const answer = await fetch(new URL(path, origin()), {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', 'accept-language': language, cookie: header(), ...init.headers },
      signal: AbortSignal.timeout(20_000),
    });
    for (const cookie of answer.headers.getSetCookie()) keep(cookie);
    const location = answer.headers.get('location') ?? undefined;
    return { status: answer.status, headers: answer.headers, html: await answer.text(), location };
  }

  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  function keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  return {
    cookies,
    get: (path: string) => request(path),
    post: (path: string, fields: Record<string, string>) =>
      request(path, { method: 'POST', body: new URLSearchParams(fields) }),
    /** As AWS sends somebody: from another site, so that no cookie of ours with SameSite=Lax comes along. */
    postFromAws: (path: string, body: URLSearchParams | FormData) =>
      request(path, { method: 'POST', body, headers: { cookie: '', origin: 'https://aws.amazon.com' } }),
  };
}

/** The hidden fields of the form that posts to an address. Throws when the page has no such form. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find(part => part.includes(`action="${action}"`));
  if (!form) throw new Error(`no form posts to ${action} in: ${html}`);
  const own = form.split('</form>')[0] ?? '';
  const inputs = own.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}
