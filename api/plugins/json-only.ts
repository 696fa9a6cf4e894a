import type { App } from '../deps.ts';

/** Lets the routes of one scope read JSON and nothing else: 415 for forms, which any site can make a browser send. */
export function jsonOnly(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );
}
