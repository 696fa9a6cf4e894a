import EmailReplyParser from 'email-reply-parser';

/** What is longer is not looked at, four times a message's own limit: the patterns of quotes take their time with long texts. */
const longest = { text: 20_000, line: 1_000 };

/** The lines above a quote that mail programs write in Japanese, of which the library knows few. */
const japaneseHeads = [
  /^20\d{2}[年/.-]\d{1,2}[月/.-]\d{1,2}日?[^\n]{0,300}[<＜][^<>\n]{1,254}[>＞][^\n]{0,40}[:：]$/,
  /^20\d{2}[年/.-]\d{1,2}[月/.-]\d{1,2}日?[^\n]{0,300}(のメール|のメッセージ|さんは書きました|wrote)[:：]$/,
  /^-{2,12} ?(元のメッセージ|転送されたメッセージ|Original Message|Original Appointment) ?-{2,12}$/i,
  /^(差出人|送信者)[:：] ?\S/,
];
const mobile = /^(iPhone|iPad|Android|スマートフォン)(から|より)送信/;

/**
 * What the sender of a mail has written himself: without what it repeats of the mail before, and without a signature that
 * begins as signatures do. Quotes between his own words stay, since those answer them.
 */
export function ownWords(text: string): string {
  const lines = text.slice(0, longest.text).replace(/\r\n?/g, '\n').split('\n');
  const short = withoutSignature(upTo(lines, isHead)).map(line => line.slice(0, longest.line));
  const parsed = new EmailReplyParser().read(short.join('\n'));
  const fragments = parsed.getFragments();
  const last = fragments.findLastIndex(each => !each.isHidden());
  const kept = fragments
    .slice(0, last + 1)
    .filter(each => !each.isSignature())
    .map(each => each.getContent());
  const own = kept.join('\n').trim();
  // Somebody may write below what he quotes in a way that nobody knows; then all of it is kept.
  return own || text.slice(0, longest.text).trim();
}

function upTo(lines: string[], ends: (line: string) => boolean): string[] {
  const end = lines.findIndex(line => ends(line.replace(/^[>\s]+/, '').trim()));
  return end === -1 ? lines : lines.slice(0, end);
}

/** A rule of one character above a few last lines, as signatures in Japanese begin. */
function withoutSignature(lines: string[]): string[] {
  const from = Math.max(1, lines.length - mostOfSignature);
  const rule = lines.findIndex((line, index) => index >= from && rules.test(line.trim()));
  return rule === -1 ? lines : lines.slice(0, rule);
}

const mostOfSignature = 16;
const rules = /^([━─═=＝*＊_＿—-])\1{5,}$/;

const isHead = (line: string) => mobile.test(line) || japaneseHeads.some(head => head.test(line));
