import { setTimeout as pause } from 'node:timers/promises';

/** Where mails to support go, as a mail service hands them over. */
export interface Handover {
  url: string;
  secret: string;
  /** Of support; with `+anything` before its @ as well. */
  address: string;
}

const pausesMs = [0, 1000, 2000, 4000, 8000, 16_000, 32_000];
const longestMs = 10_000;

/** Hands a mail over that was sent to support, until it is taken; the product may be starting. Resolves at once. */
export function handOver({ url, secret, address }: Handover, mail: { raw: Buffer; to: string[] }): void {
  if (mail.to.some(each => isOf(each, address))) void post(url, secret, mail.raw);
}

function isOf(address: string, support: string): boolean {
  return address.toLowerCase().replace(/\+[^@]*@/, '@') === support.toLowerCase();
}

async function post(url: string, secret: string, raw: Buffer): Promise<void> {
  const headers = { 'content-type': 'message/rfc822', 'x-api-key': secret };
  for (const wait of pausesMs) {
    await pause(wait, undefined, { ref: false });
    const signal = AbortSignal.timeout(longestMs);
    const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(raw), signal }).catch(
      () => undefined,
    );
    // What is no mail for support does not become one by being sent again.
    if (answer && answer.status < 500 && answer.status !== 429) return;
  }
  console.error(`A mail to support was not taken by ${url}.`);
}
