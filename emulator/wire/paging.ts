type Page<T> = { items: T[]; next: string | undefined };

/** Cuts a page out of a list. The token is opaque to callers; a token we did not make gives `invalid()`. */
export function pageOf<T>(
  all: T[],
  { token, size, invalid }: { token: string | undefined; size: number; invalid: () => Error },
): Page<T> {
  const start =
    token === undefined ? 0 : Number(/^at-(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1]);
  if (Number.isNaN(start)) throw invalid();
  return {
    items: all.slice(start, start + size),
    next: start + size < all.length ? pageToken(start + size) : undefined,
  };
}

export const pageToken = (start: number) => Buffer.from(`at-${start}`).toString('base64url');
