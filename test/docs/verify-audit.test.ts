import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type AuditFormat, type AuditRow, auditFormats, chained } from '../../api/audit/chain.ts';
import { signerFrom } from '../../api/audit/signing.ts';

const signer = signerFrom('a secret of this installation');
const now = () => '2026-11-27T12:00:00.000Z';

const rows: AuditRow[] = Array.from({ length: 20 }, (_, index) => ({
  at: `2026-11-${10 + index}T01:00:00.000Z`,
  kind: 'timeline',
  deal: 'k3v9q0t2xw',
  who: '=cmd|佐藤, "美咲"\r\n<sato@vendor.example>',
  what: 'addNote',
  outcome: 'applied',
  details: { text: 'line\u2028one\nline "two", 2', index },
}));

async function file(format: AuditFormat, by = signer): Promise<Buffer> {
  async function* all() {
    yield* rows;
  }
  const parts: string[] = format === 'csv' ? ['\uFEFF'] : [];
  for await (const line of chained(all(), { format, signer: by, now })) parts.push(line);
  return Buffer.from(parts.join(''));
}

/** What the script says of a file. */
async function said(bytes: Buffer, ...more: string[]): Promise<{ isWhole: boolean; text: string }> {
  const path = join(await mkdtemp(join(tmpdir(), 'audit-')), 'export');
  await writeFile(path, bytes);
  const script = join(import.meta.dirname, '../../docs/verify-audit.mjs');
  return new Promise(resolve =>
    execFile(process.execPath, [script, path, ...more], (error, stdout, stderr) =>
      resolve({ isWhole: !error, text: stdout + stderr }),
    ),
  );
}

/** The file with its lines in another order, or without some. */
function rearranged(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  const lines = bytes.toString('latin1').split(/(?<=\n)/);
  return Buffer.from(change(lines).join(''), 'latin1');
}

describe.each(auditFormats)('an export as %s', format => {
  it('is whole as it came, and from whoever has the key', async () => {
    const bytes = await file(format);
    expect(await said(bytes, signer.publicKey)).toMatchObject({ isWhole: true });
    const { text } = await said(bytes);
    expect(text).toContain(`21 lines, signed with the key ${signer.publicKey}`);
  });

  it('does not pass with one byte changed, wherever it is', async () => {
    const bytes = await file(format);
    const places = Array.from({ length: 12 }, (_, index) => Math.floor(((index + 0.5) * bytes.length) / 12));
    const changed = [1, ...places, bytes.length - 2].map(place => {
      const copy = Buffer.from(bytes);
      copy[place] = (copy[place] ?? 0) ^ 1;
      return copy;
    });
    const answers = await Promise.all(changed.map(each => said(each)));
    expect(answers.map(({ isWhole }) => isWhole)).toEqual(changed.map(() => false));
  });

  it('does not pass without a line, with two swapped, with one twice, or cut off', async () => {
    const bytes = await file(format);
    const [a, b] = [7, 8];
    const forged = [
      rearranged(bytes, lines => lines.filter((_, index) => index !== a)),
      rearranged(bytes, lines => lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')),
      rearranged(bytes, lines => lines.toSpliced(a, 0, lines[a] ?? '')),
      rearranged(bytes, lines => lines.slice(0, -1)),
      rearranged(bytes, lines => [...lines, lines.at(-1) ?? '']),
    ];
    const answers = await Promise.all(forged.map(each => said(each)));
    expect(answers.map(({ isWhole }) => isWhole)).toEqual(forged.map(() => false));
    expect(answers[0]?.text).toContain('was changed, or the one before it is missing');
    expect(answers[3]?.text).toContain('The end is missing');
  });

  it('made anew by somebody else does not pass beside the key of the desk', async () => {
    const forged = await file(format, signerFrom('another secret'));
    expect(await said(forged, signer.publicKey)).toMatchObject({ isWhole: false });
  });
});
