export interface Control {
  name: string;
  /** `checkbox`, `radio`, `hidden`, `text` …, or `select`. */
  type: string;
  value: string;
  checked: boolean;
  disabled: boolean;
  /** What a person reads beside it. */
  label: string;
  /** Of a select: the words of each choice and its value. */
  options: Map<string, string>;
}

export interface Button {
  text: string;
  name?: string | undefined;
  value?: string | undefined;
}

export interface Form {
  action: string;
  controls: Control[];
  buttons: Button[];
}

type Attributes = Record<string, string>;
interface Element {
  attributes: Attributes;
  content: string;
}

const attributesText = `(?:"[^"]*"|'[^']*'|[^>"'])*`;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** What a person reads of a piece of HTML, in one line. */
export function textOf(html: string): string {
  const visible = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ');
  const words = visible.replace(new RegExp(`</?[a-z!]${attributesText}>`, 'gi'), ' ');
  return decoded(words).replace(/\s+/g, ' ').trim();
}

/** Every form of a page that our own pages and the marketplace's render: well-formed, with no forms in forms. */
export function formsIn(html: string): Form[] {
  const labels = new Map(elements(html, 'label').map(each => [each.attributes.for, textOf(each.content)]));
  return elements(html, 'form').map(({ attributes, content }) => ({
    action: attributes.action ?? '',
    controls: controlsIn(content, labels),
    buttons: elements(content, 'button')
      .filter(each => each.attributes.type !== 'button')
      .map(({ attributes: { name, value }, content: text }) => ({ text: textOf(text), name, value })),
  }));
}

/** Every link of a page or a mail, with its words. */
export function linksIn(html: string): { text: string; href: string }[] {
  return elements(html, 'a').map(({ attributes, content }) => ({
    text: textOf(content),
    href: attributes.href ?? '',
  }));
}

/** The text of the elements of one kind. */
export function textsIn(html: string, tag: string): string[] {
  return elements(html, tag).map(({ content }) => textOf(content));
}

function controlsIn(html: string, labels: Map<string | undefined, string>): Control[] {
  const found = html.matchAll(new RegExp(`<(input|select|textarea)\\b(${attributesText})>`, 'g'));
  return [...found].map(({ 0: tag, 1: kind = '', 2: text = '', index }) => {
    const attributes = attributesOf(text);
    const rest = html.slice(index + tag.length);
    const content = kind === 'input' ? '' : rest.slice(0, rest.indexOf(`</${kind}>`));
    return {
      ...entryOf(kind, attributes, content),
      name: attributes.name ?? '',
      type: kind === 'input' ? (attributes.type ?? 'text') : kind,
      checked: 'checked' in attributes,
      disabled: 'disabled' in attributes,
      label: labels.get(attributes.id) ?? attributes['aria-label'] ?? '',
    };
  });
}

function entryOf(kind: string, attributes: Attributes, content: string): Pick<Control, 'value' | 'options'> {
  const options = elements(content, 'option');
  const valueIn = (option?: Element) => option && (option.attributes.value ?? textOf(option.content));
  const chosen = options.find(each => 'selected' in each.attributes) ?? options[0];
  return {
    value: kind === 'textarea' ? decoded(content) : (valueIn(chosen) ?? attributes.value ?? ''),
    options: new Map(options.map(each => [textOf(each.content), valueIn(each) ?? ''])),
  };
}

function elements(html: string, tag: string): Element[] {
  const pattern = new RegExp(`<${tag}\\b(${attributesText})>([\\s\\S]*?)</${tag}>`, 'g');
  return [...html.matchAll(pattern)].map(([, attributes = '', content = '']) => ({
    attributes: attributesOf(attributes),
    content,
  }));
}

function attributesOf(text: string): Attributes {
  const found = text.matchAll(/([^\s=/"']+)(?:="([^"]*)")?/g);
  return Object.fromEntries([...found].map(([, name, value = '']) => [name, decoded(value)]));
}

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#?\w+);/gi, (whole, name: string) => {
    if (entities[name]) return entities[name];
    if (!name.startsWith('#')) return whole;
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}
