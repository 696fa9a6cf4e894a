import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);
const skipped = ['node_modules', 'dist', 'coverage'];

const entries = readdirSync(root, { withFileTypes: true }).filter(
  ({ name }) => !name.startsWith('.') && !skipped.includes(name),
);
const folders = entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
const documents = [
  ...entries.filter(entry => entry.isFile()).map(({ name }) => name),
  ...folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  ),
].filter(name => name.endsWith('.md'));

const textOf = (document: string) => readFileSync(join(root, document), 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(match => match[1] ?? '');

/** Where a link or an image of the same repository leads; addresses of the web and of the same page are left out. */
function linkedFiles(document: string): string[] {
  return found(textOf(document), /\]\(([^)\s]+)\)/g)
    .filter(link => !/^(\w+:|#)/.test(link))
    .map(link => join(dirname(document), decodeURI(link.replace(/#.*$/, ''))));
}

/** Words in backticks that begin with a folder of the repository. Placeholders such as `<release>` stand for many files. */
function namedFiles(document: string): string[] {
  const here = dirname(document) === '.' ? [] : [dirname(document)];
  return found(textOf(document), /`([\w.-]+\/[\w./*-]*)`/g)
    .filter(path => [...folders, ...here].includes(path.split('/')[0] ?? ''))
    .map(path => path.replace(/\/?\*+.*$/, ''));
}

/** The scripts that a document tells its reader to run. */
const namedScripts = (document: string) =>
  found(textOf(document), /\bnpm(?: -s)? (?:run (?:-s )?)?([a-z][\w:-]*)/g).filter(
    name => !['ci', 'install', 'run', 'config'].includes(name),
  );

describe('the documents', () => {
  it('are there', () => expect(documents).toEqual(expect.arrayContaining(['README.md', 'CODE_STYLE.md'])));

  it('name real files, links and scripts at all', () => {
    expect(documents.flatMap(linkedFiles).length).toBeGreaterThan(10);
    expect(documents.flatMap(namedFiles).length).toBeGreaterThan(50);
    expect(documents.flatMap(namedScripts).length).toBeGreaterThan(5);
  });
});

describe.each(documents)('%s', document => {
  it('links to files that exist', () => {
    expect(linkedFiles(document).filter(file => !existsSync(join(root, file)))).toEqual([]);
  });

  it('names files that exist', () => {
    expect(namedFiles(document).filter(file => !existsSync(join(root, file)))).toEqual([]);
  });

  it('names scripts that package.json has', () => {
    expect(namedScripts(document).filter(name => !scripts.includes(name))).toEqual([]);
  });
});
