import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile, isTypeScript } from './compile.cjs';

const globals = new URL('./globals.js', import.meta.url).href;

/** Gives each test file the functions of its own run. */
export function resolve(specifier, context, next) {
  if (specifier !== '@jest/globals') return next(specifier, context);
  return { url: globals + new URL(context.parentURL).search, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = compile(path, await readFile(path, 'utf8'));
  return { source: code, format: 'module', shortCircuit: true };
}
