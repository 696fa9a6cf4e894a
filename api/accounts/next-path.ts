/** A path of this site to go on to, or the start page of the accounts: never somebody else's address. */
export function nextPath(asked: unknown): string {
  const here = 'http://this.site';
  if (typeof asked !== 'string' || !URL.canParse(asked, here)) return '/organizations';
  const { origin, pathname, search } = new URL(asked, here);
  // `//other.site` would be another site when it is sent as a redirect.
  return origin === here && !pathname.startsWith('//') ? pathname + search : '/organizations';
}
