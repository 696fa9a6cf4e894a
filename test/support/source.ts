import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

// The source of this repository as data, for tests that say how it is built.

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  from: string;
  /** A path below the root, or the name of a package. */
  to: string;
  typeOnly: boolean;
}
/** A function and how many lines it has. */
export interface Length {
  at: string;
  lines: number;
}
interface Source {
  imports: Import[];
  /** `as` that the compiler takes somebody's word for: neither `as const` nor a widening of what `satisfies` has checked. */
  casts: number;
  functions: Length[];
}

export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map(name => join(folder, name));
}

export const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const read = new Map<string, Source>();

/** What a file imports, believes and does; each is parsed once. */
export function sourceOf(file: string): Source {
  const known = read.get(file) ?? parse(file);
  read.set(file, known);
  return known;
}

interface Node {
  type: string;
  span: { start: number; end: number };
  [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && 'type' in value && 'span' in value;
}

/** The first token stands at the very beginning, because positions are told from there. */
const first = '0;';

function parse(file: string): Source {
  const bytes = Buffer.from(first + textOf(file));
  const syntax = { syntax: 'typescript', tsx: file.endsWith('x') } as const;
  const tree = parseSync(bytes.toString(), { ...syntax, target: 'es2022' });
  const source: Source = { imports: [], casts: 0, functions: [] };
  const linesIn = ({ start, end }: Node['span']) =>
    bytes
      .subarray(start - tree.span.start, end - tree.span.start)
      .toString()
      .split('\n').length;
  visit(tree, node => {
    source.imports.push(...importsIn(node, file));
    if (node.type === 'TsAsExpression' && !isWidening(node)) source.casts += 1;
    if (isFunction(node)) source.functions.push({ at: file, lines: linesIn(node.span) });
  });
  return source;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (isNode(value)) see(value);
  if (value === null || typeof value !== 'object') return;
  for (const each of Object.values(value)) visit(each, see);
}

const isWidening = ({ expression }: Node) =>
  isNode(expression) && expression.type === 'TsSatisfiesExpression';

const functions = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'MethodProperty',
];
const isFunction = ({ type }: Node) => functions.includes(type);

function importsIn(node: Node, file: string): Import[] {
  const target = targetOf(node);
  if (target === undefined) return [];
  const to = target.startsWith('.') ? relative(root, normalize(join(root, dirname(file), target))) : target;
  return [{ from: file, to, typeOnly: node.typeOnly === true }];
}

function targetOf({ type, source, callee, arguments: given }: Node): string | undefined {
  if (['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(type))
    return textIn(source);
  const isDynamic = type === 'CallExpression' && isNode(callee) && callee.type === 'Import';
  return isDynamic && Array.isArray(given) ? textIn(given[0]?.expression) : undefined;
}

const textIn = (node: unknown) => (isNode(node) && typeof node.value === 'string' ? node.value : undefined);

export const importsOf = (...folders: string[]) =>
  folders.flatMap(filesIn).flatMap(file => sourceOf(file).imports);

/** A file and all that is loaded with it. */
export function loadedWith(file: string, imports: Import[]): string[] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  return [file, ...reachableFrom(file, targets)];
}

/** Files that import one another, whatever the way round; types count. Each circle once, its files in order of name. */
export function circlesIn(imports: Import[]): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of imports) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const reached = new Map([...targets.keys()].map(file => [file, reachableFrom(file, targets)]));
  const circles = [...targets.keys()].map(file =>
    [...(reached.get(file) ?? [])].filter(other => reached.get(other)?.has(file)).toSorted(),
  );
  return [...new Map(circles.filter(({ length }) => length > 0).map(each => [each.join(), each])).values()];
}

function reachableFrom(file: string, targets: Map<string, Set<string>>): Set<string> {
  const seen = new Set<string>();
  const ahead = [...(targets.get(file) ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(targets.get(next) ?? []));
  }
  return seen;
}
