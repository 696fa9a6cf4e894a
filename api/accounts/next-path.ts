const startPage = '/organizations';

/** A path of this site to go on to, or the start page of the accounts: never somebody else's address. */
export function nextPath(asked: unknown): string {
  const here = 'http://this.site';
  if (typeof asked !== 'string' || !URL.canParse(asked, here)) return startPage;
  const { origin, pathname, search } = new URL(asked, here);
  // `//other.site` would be another site when it is sent as a redirect.
  return origin === here && !pathname.startsWith('//') ? pathname + search : startPage;
}

/** Where somebody signs in, or asks for a new password, to go on to `next`. A set-up session has doors of its own. */
export function doorTo(next: string, door: 'sign-in' | 'forgot-password'): string {
  if (/^\/setup\/[\w-]+$/.test(next)) return `${next}/${door}`;
  const path = `/accounts/${door}`;
  return next === startPage ? path : `${path}?${new URLSearchParams({ next })}`;
}
