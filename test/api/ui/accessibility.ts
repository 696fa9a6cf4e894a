import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** What a screen reader would stumble over in a page's HTML. Empty when nothing is wrong. */
export function accessibilityProblems(html: string): string[] {
  return [
    ...expectOnce(html, 'h1', /<h1[\s>]/g),
    ...expectOnce(html, 'main', /<main[\s>]/g),
    ...expectOnce(html, 'header', /<header[\s>]/g),
    ...expectOnce(html, 'footer', /<footer[\s>]/g),
    ...(/<html lang="(en|ja)">/.test(html) ? [] : ['html has no language']),
    ...(/<title>[^<]+ – [^<]+<\/title>/.test(html) ? [] : ['no title']),
    ...repeatedIds(html),
    ...unlabelled(html),
    ...danglingReferences(html),
    ...(/\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=/.test(html) ? ['inline style or script'] : []),
  ];
}

export const htmlOf = (page: VNode) => render(page);

function expectOnce(html: string, name: string, pattern: RegExp): string[] {
  const count = html.match(pattern)?.length ?? 0;
  return count === 1 ? [] : [`${count} × ${name}`];
}

const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id as string);

function repeatedIds(html: string): string[] {
  const ids = idsIn(html);
  return ids.filter((id, index) => ids.indexOf(id) < index).map(id => `id ${id} twice`);
}

function unlabelled(html: string): string[] {
  const inputs = html.match(/<(input|select|textarea)\s[^>]*>/g) ?? [];
  const labels = new Set([...html.matchAll(/<label[^>]*\sfor="([^"]+)"/g)].map(([, id]) => id));
  return inputs
    .filter(input => !input.includes('type="hidden"'))
    .filter(input => !labels.has(/\sid="([^"]+)"/.exec(input)?.[1]))
    .map(input => `no label: ${input}`);
}

function danglingReferences(html: string): string[] {
  const ids = new Set(idsIn(html));
  const referred = [...html.matchAll(/(?:aria-describedby|href|aria-labelledby)="(#?[^"/:]+)"/g)]
    .flatMap(([whole, value = '']) => (whole.startsWith('href') ? [value] : value.split(' ')))
    .filter(value => !value.startsWith('?') && value !== 'data');
  return referred
    .map(id => id.replace(/^#/, ''))
    .filter(id => !ids.has(id))
    .map(id => `nothing has the id ${id}`);
}
