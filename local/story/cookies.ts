interface Cookie {
  path: string;
  value: string;
}

/** A browser's cookies: each goes back to the origin it came from and to the paths below its own. */
export function cookieJar() {
  const origins = new Map<string, Map<string, Cookie>>();
  const of = (url: URL) => origins.get(url.origin) ?? new Map<string, Cookie>();
  return {
    /** The Cookie header for a request. */
    header(url: URL): string {
      const mine = [...of(url)].filter(([, { path }]) => isBelow(url.pathname, path));
      return mine.map(([key, { value }]) => `${nameIn(key)}=${value}`).join('; ');
    },
    /** Keeps what an answer sets, and forgets what it takes back. */
    keep(url: URL, headers: Headers): void {
      const cookies = of(url);
      for (const line of headers.getSetCookie()) {
        const { key, cookie, gone } = parse(line);
        if (gone) cookies.delete(key);
        else cookies.set(key, cookie);
      }
      origins.set(url.origin, cookies);
    },
  };
}

function parse(line: string): { key: string; cookie: Cookie; gone: boolean } {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const [name = '', ...value] = pair.split('=');
  const attribute = (wanted: string) =>
    attributes.map(each => each.split('=')).find(([key]) => key?.toLowerCase() === wanted)?.[1];
  const path = attribute('path') ?? '/';
  const expires = attribute('expires');
  const gone = attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
  return { key: `${path} ${name}`, cookie: { path, value: value.join('=') }, gone };
}

const nameIn = (key: string) => key.slice(key.indexOf(' ') + 1);

const isBelow = (pathname: string, path: string) =>
  pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
