/** The link that stops reminders holds an address, of 254 characters at most. */
export const longestParameter = 512;

/** Where nothing is: the page that says so, in the reader's language, is found under it. */
const nowhere = '/*';

/**
 * What was asked for, as an address of ours. `GET *` and whole addresses are HTTP; mail programs break links, so that one
 * ends in a single %, or append a paragraph to it. None of that leads anywhere here, and people are told so by a page.
 */
export function addressAsked({ url = '' }: { url?: string | undefined }): string {
  const [path = ''] = url.split(/[?#]/, 1);
  const parts = path.split('/');
  return path.startsWith('/') && parts.every(isReadable) ? url : nowhere;
}

function isReadable(part: string): boolean {
  try {
    return decodeURIComponent(part).length <= longestParameter;
  } catch {
    return false;
  }
}
