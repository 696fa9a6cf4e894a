// A mail's body, written once, as plain data: layout/body.tsx makes HTML of it, layout/text.ts plain text.

/** A label and its value, one line or several. */
export type Row = [label: string, ...lines: string[]];

export type Block = Part | { type: 'section'; title: string; parts: Part[] };

/** What may stand in a section. */
export type Part =
  | { type: 'paragraph' | 'small' | 'note' | 'quote'; text: string }
  | { type: 'list'; items: string[]; ordered: boolean }
  | { type: 'rows'; rows: Row[] }
  | { type: 'button'; label: string; url: string }
  | { type: 'link'; before?: string; label: string; url: string }
  | { type: 'address'; before: string; url: string };

/** Something that is left out where its condition does not hold. */
export type Maybe<T> = T | '' | false | undefined;

export const paragraph = (text: string): Part => ({ type: 'paragraph', text });

/** Something that must be there, for whoever looks for it. */
export const small = (text: string): Part => ({ type: 'small', text });

/** Something that must not be overlooked; each line of its own. */
export const note = (...lines: string[]): Part => ({ type: 'note', text: lines.join('\n') });

/** Words of somebody else, with their line breaks. */
export const quote = (text: string): Part => ({ type: 'quote', text });

export const list = (items: string[]): Part => ({ type: 'list', items, ordered: false });

/** Things to do, one after the other. */
export const steps = (items: string[]): Part => ({ type: 'list', items, ordered: true });

export const rows = (all: Maybe<Row>[]): Part => ({ type: 'rows', rows: given(all) });

/** The one thing that the reader is asked to do. */
export const button = (label: string, url: string): Part => ({ type: 'button', label, url });

/** A way on, after words that lead to it or alone. */
export const link = (way: { before?: string; label: string; url: string }): Part => ({
  type: 'link',
  ...way,
});

/** An address to copy, for readers whose button does not work. Plain text has it already. */
export const address = (before: string, url: string): Part => ({ type: 'address', before, url });

/** A heading with what stands below it. */
export const section = (title: string, ...parts: Maybe<Part>[]): Block => ({
  type: 'section',
  title,
  parts: given(parts),
});

/** Those that are there. */
export const given = <T extends object>(all: Maybe<T>[]): T[] => all.filter(each => !!each);
