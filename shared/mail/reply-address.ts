import { isSameSeal, sealOf } from '../sealing.ts';

interface Needs {
  MAIL_REPLY_TEMPLATE: string;
  SESSION_SECRET: string;
}

/** 80 bits, in digits and letters of one case: some mail servers write addresses in lower case. */
const sealLength = 20;
/** As long as a token can be, for the check of the template. */
export const longestToken = `${'0'.repeat(20)}-${'0'.repeat(sealLength)}`;

/** The address to which the buyer of a deal answers; nothing where no template is set. Whoever has it may write to the deal. */
export function replyAddress(
  { MAIL_REPLY_TEMPLATE, SESSION_SECRET }: Needs,
  dealId: string,
): string | undefined {
  if (!MAIL_REPLY_TEMPLATE) return undefined;
  return MAIL_REPLY_TEMPLATE.replace('{token}', `${dealId}-${seal(SESSION_SECRET, dealId)}`);
}

/** The deal whose own address is among these; nothing when none is, or its token is not one of ours. */
export function dealOfReply(needs: Needs, addresses: readonly string[]): string | undefined {
  const [before, after] = needs.MAIL_REPLY_TEMPLATE.toLowerCase().split('{token}');
  if (!before && !after) return undefined;
  for (const address of addresses.map(each => each.toLowerCase())) {
    if (!address.startsWith(before ?? '') || !address.endsWith(after ?? '')) continue;
    const token = address.slice((before ?? '').length, address.length - (after ?? '').length);
    const dealId = dealOfToken(needs, token);
    if (dealId) return dealId;
  }
  return undefined;
}

function dealOfToken({ SESSION_SECRET }: Needs, token: string): string | undefined {
  const [, dealId = '', given = ''] = /^([0-9a-z-]+)-([0-9a-f]+)$/.exec(token) ?? [];
  const right = Buffer.from(seal(SESSION_SECRET, dealId));
  return isSameSeal(Buffer.from(given), right) ? dealId : undefined;
}

const seal = (secret: string, dealId: string) =>
  sealOf('reply address', secret, dealId).toString('hex').slice(0, sealLength);
