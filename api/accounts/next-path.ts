const startPage = '/organizations';

/** A path of this site to go on to, or the start page of the accounts: never somebody else's address. */
export function nextPath(asked: unknown): string {
  const here = 'http://this.site';
  if (typeof asked !== 'string' || !URL.canParse(asked, here)) return startPage;
  const { origin, pathname, search } = new URL(asked, here);
  // `//other.site` would be another site when it is sent as a redirect.
  return origin === here && !pathname.startsWith('//') ? pathname + search : startPage;
}

/** A page of the accounts that goes on to `next` afterwards. */
export function withNext(path: string, next: string): string {
  return next === startPage ? path : `${path}?${new URLSearchParams({ next })}`;
}
