// node docs/verify-audit.mjs FILE [PUBLIC KEY]
// Says whether an audit export of Offerdesk, JSON Lines or CSV, is whole and unchanged. Needs nothing but Node.js.
// Each line ends with the SHA-256 of the hash before it, a line break and the line itself without its hash; the last
// line signs the hash before it (Ed25519). Give the key that the desk shows to know that the file is from there.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';

const [file, expectedKey] = process.argv.slice(2);
if (!file) fail('Say which file: node docs/verify-audit.mjs FILE [PUBLIC KEY]');

const csvHead = '\u00ef\u00bb\u00bfseq,at,kind,deal,who,what,outcome,from,details,hash\r';
let hash = '';
let number = 0;
let end;
for await (const line of linesOf(file)) {
  if (number === 0 && line === csvHead) continue;
  number += 1;
  if (end) fail(`Line ${number} stands after the end.`);
  const [body, claimed] = partsOf(line) ?? fail(`Line ${number} has no hash.`);
  const before = hash;
  hash = createHash('sha256').update(`${before}\n`).update(Buffer.from(body, 'latin1')).digest('hex');
  if (hash !== claimed) fail(`Line ${number} was changed, or the one before it is missing or another one.`);
  if (/^(?:\{"seq":\d+,"at":"[^"]*","kind":"end"|\d+,[^,]*,end,)/.test(line)) end = { body, before };
}
if (!end) fail('The end is missing: the file was cut off.');
const said = name => new RegExp(`"${name}"*:"*([A-Za-z0-9+/=]+)`).exec(end.body)?.[1] ?? '';
const publicKey = said('publicKey');
if (Number(said('lines')) !== number - 1) fail('The end names another number of lines.');
if (!isSigned()) fail('The signature does not fit.');
if (expectedKey && expectedKey !== publicKey) fail('It was signed with another key than the one you gave.');
process.stdout.write(`Whole and unchanged: ${number} lines, signed with the key ${publicKey}\n`);
if (!expectedKey)
  process.stdout.write('Compare this key with the one that the desk shows on its page for audits.\n');

function isSigned() {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(end.before), key, Buffer.from(said('signature'), 'base64'));
  } catch {
    return false;
  }
}

function partsOf(line) {
  const json = /^(.*),"hash":"([0-9a-f]{64})"\}$/s.exec(line);
  if (json) return [`${json[1]}}`, json[2]];
  const csv = /^(.*),([0-9a-f]{64})\r$/s.exec(line);
  return csv && [csv[1], csv[2]];
}

/** Byte by byte: nothing is decoded, so nothing is mended. */
async function* linesOf(path) {
  let rest = '';
  for await (const part of createReadStream(path, 'latin1')) {
    const lines = (rest + part).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  if (rest) yield rest;
}

function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
