import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./reports/', import.meta.url);

/** The mail and the reader that all samples are about. */
export const sampleMessageId = '<5f2b8c1d9e0a47b3a6c4d8e2f1029384@example.com>';
export const sampleReader = 'hanako@buyer.example';

export const sampleNames = readdirSync(folder).map(name => name.replace('.eml', ''));

/** A report as a mail server sends it, about this mail and reader. */
export function reportMail(
  name: string,
  { messageId = sampleMessageId, email = sampleReader }: { messageId?: string; email?: string } = {},
): Buffer {
  const text = readFileSync(new URL(`${name}.eml`, folder), 'utf8');
  const about = text.replaceAll(sampleMessageId, messageId).replaceAll(sampleReader, email);
  return Buffer.from(about.replaceAll('\n', '\r\n'));
}
