import type { Palette } from './look.ts';
import { outlookHead } from './outlook.ts';
import { styleSheets } from './style-sheets.ts';

/** What mail programs read before the words: they may not shrink, link or recolour what they please. */
export function Head({ title, dark }: { title: string; dark: Palette }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="x-apple-disable-message-reformatting" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
      <title>{title}</title>
      {outlookHead}
      {styleSheets(dark).map(sheet => (
        <style dangerouslySetInnerHTML={{ __html: sheet }} />
      ))}
    </head>
  );
}
