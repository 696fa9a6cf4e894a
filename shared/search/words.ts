import { lettersOf, plainForm } from './plain-form.ts';

/** Longer words are cut, here and when they are searched for: a company of 150 characters must not fill the index. */
const longestWord = 40;
const most = 8;

/** Characters that a search box takes; the addresses of AWS's pages are long. */
export const longestSearch = 2000;

/** Where scripts are written without spaces, a word may begin with any character. */
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const spaceInside = new RegExp(`(?<=${withoutSpaces.source})\\s+(?=${withoutSpaces.source})`, 'gu');
const letter = /[\p{L}\p{N}]/u;

/** What kind of company it is; said or left out as one likes. */
const japaneseForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)(?:社団|財団)法人|(?:学校|医療)法人/g;
const shortForms = new Map(
  Object.entries({
    株: '株式会社',
    有: '有限会社',
    同: '合同会社',
    資: '合資会社',
    名: '合名会社',
    学: '学校法人',
    医: '医療法人',
  }),
);
/** `株)青空商事` is written, too. */
const shortForm = new RegExp(`(?:\\(|^|\\s)([${[...shortForms.keys()].join('')}])\\)`, 'g');
const forms = new Set(
  (
    'inc incorporated ltd limited llc llp plc corp corporation co company kk gmbh ag sa sas sarl bv nv ab as oy spa srl ' +
    'pty pte pvt mr mrs ms dr 御中'
  ).split(' '),
);
const isForm = (word: string) => forms.has(word) || word.replace(japaneseForms, '') === '';

/** What one types to find a text: its words, and in Japanese the rest of it from each character on, spaces or not. */
export const wordsIn = (text: string): string[] =>
  piecesOf(text.replace(spaceInside, '')).flatMap(beginnings);

/** An id as one word. Of an ARN the last part, since AWS does not always write the others alike. */
export const wordOfId = (id: string): string => cut(lettersOf(plainForm(id.split(/[:/]/).at(-1) ?? '')));

/** How people are addressed; a deal knows them without it. */
const title = /(?<=..)(様|殿|サン|御中)$/u;

/** What somebody searches for. */
export interface Asked {
  /** The beginnings of words, of which a deal has each. */
  every: string[];
  /** Whole words, of which a deal has one: what an address of a page, an ARN or a line of a mail may name. */
  any: string[];
}

/** Reads what was typed or pasted. The kind of company is left out, unless it is all there is. */
export function askedFor(typed: string): Asked {
  const words = piecesOf(typed)
    .map(piece => lettersOf(piece).replace(title, ''))
    .filter(word => word !== '')
    .map(cut);
  const telling = words.filter(word => !isForm(word));
  return { every: (telling.length > 0 ? telling : words).slice(0, most), any: namedIn(typed) };
}

/** The pieces between spaces and commas, plain; a Japanese kind of company is a piece of its own. */
function piecesOf(text: string): string[] {
  return plainForm(text)
    .replace(shortForm, (_, short: string) => ` ${shortForms.get(short)} `)
    .replace(japaneseForms, ' $& ')
    .split(/[\s,、;|]+/)
    .filter(piece => letter.test(piece));
}

function beginnings(piece: string): string[] {
  if (isForm(piece)) return [piece];
  const letters = [...piece];
  const starts = letters.flatMap((each, at) =>
    letter.test(each) && begins(each, letters[at - 1]) ? [at] : [],
  );
  return starts.map(at => cut(lettersOf(letters.slice(at).join(''))));
}

const begins = (each: string, before: string | undefined) =>
  before === undefined || !letter.test(before) || withoutSpaces.test(each) || withoutSpaces.test(before);

const cut = (word: string) => [...word].slice(0, longestWord).join('');

/** Ids of AWS and accounts, whatever stands around them in a line of a mail. */
const ids = /(?:offer|agmt|prod|l)-[a-z0-9]{3,}|(?<!\d)\d{12}(?!\d)/g;

/** A double click takes the part of an id that is behind its hyphen. */
const behindHyphen = /^(?=.*\d)[a-z0-9]{8,}$/;
const kindsOfIds = ['offer', 'agmt', 'l'];

/** What names a deal whatever is typed around it. */
function namedIn(typed: string): string[] {
  const plain = (plainForm(typed).match(ids) ?? []).filter(id => id !== plainForm(typed));
  const halves = piecesOf(typed).filter(piece => behindHyphen.test(piece));
  const named = [
    ...plain.map(lettersOf),
    ...halves.flatMap(half => kindsOfIds.map(kind => `${kind}${half}`)),
    ...partsOf(typed),
  ];
  return [...new Set(named.map(cut))].slice(0, 5 * most);
}

/** The parts of a pasted address that may be an id, an account or a domain. The end of a buyer's link is its secret. */
function partsOf(typed: string): string[] {
  if (!/[:/=]|%[0-9A-F]{2}/i.test(typed)) return [];
  return decoded(typed)
    .split(/[\s/?&=#:;,<>"'()]+/)
    .filter(part => /[-.\d]/.test(part))
    .map(part => lettersOf(plainForm(part.replace(/^www\.|\.\d+\.[\w-]{12}\.[\w-]{43}$/gi, ''))))
    .filter(word => word !== '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
